import { Alert, FormSelect, FormSelectOption, Text, TextContent, Title } from "@patternfly/react-core";
import { useT } from "../ui/pages";
import { CodeSample } from "./CodeSample";
import type { Server } from "./servers";

interface AuthenticationProps {
    readonly servers: readonly Server[];
    readonly chosen: number;
    readonly onChoose: (server: number) => void;
}

/** Where the API is, and how a key goes along with a request. */
export function Authentication({ servers, chosen, onChoose }: AuthenticationProps) {
    const t = useT();
    const base = servers[chosen];
    return (
        <section data-testid="api-docs-authentication">
            <Title headingLevel="h3" className="api-docs-heading">
                {t("apiKeysDocsAuthentication")}
            </Title>
            <TextContent className="pf-v5-u-mb-md">
                <Text>{t("apiKeysDocsAuthenticationHint")}</Text>
            </TextContent>
            <CodeSample label="X-API-Key" text="X-API-Key: $API_KEY" testId="api-docs-header-key" />
            <CodeSample label="Authorization" text="Authorization: Bearer $API_KEY" testId="api-docs-header-bearer" />
            {base === undefined ? (
                <Alert isInline variant="warning" title={t("apiKeysDocsNoServer")} data-testid="api-docs-no-server" />
            ) : (
                <>
                    {servers.length > 1 && (
                        <FormSelect
                            aria-label={t("apiKeysDocsBase")}
                            className="api-docs-select pf-v5-u-mb-sm"
                            value={chosen}
                            onChange={(_, server) => onChoose(Number(server))}
                        >
                            {servers.map(({ url, description }, index) => (
                                <FormSelectOption
                                    key={index}
                                    value={index}
                                    label={description === undefined ? url : `${url} (${description})`}
                                />
                            ))}
                        </FormSelect>
                    )}
                    <CodeSample label={t("apiKeysDocsBase")} text={base.url} testId="api-docs-base" />
                </>
            )}
        </section>
    );
}
