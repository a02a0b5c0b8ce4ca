import { CodeBlock, CodeBlockCode, PageSection, PageSectionVariants, Text, TextContent } from "@patternfly/react-core";
import { type Messages, translate } from "../i18n/messages";
import type { StandaloneEnvironment } from "./environment";

interface MissingProps {
    readonly environment: StandaloneEnvironment;
    readonly messages: Messages;
}

/** How to make the client that the page needs. */
export function Missing({ environment, messages }: MissingProps) {
    const url = `${environment.adminBaseUrl}/admin/realms/${encodeURIComponent(environment.realm)}/api-keys/ui-client`;
    const t = (key: string) => translate(messages, key, { client: environment.clientId });
    return (
        <PageSection variant={PageSectionVariants.light} isFilled>
            <TextContent data-testid="api-keys-ui-missing">
                <Text component="h1">{t("apiKeysUiMissing")}</Text>
                <Text>{t("apiKeysUiMissingHint")}</Text>
            </TextContent>
            <CodeBlock className="pf-v5-u-mt-md">
                <CodeBlockCode>{`curl -X POST -H "Authorization: Bearer $ADMIN_TOKEN" "${url}"`}</CodeBlockCode>
            </CodeBlock>
        </PageSection>
    );
}
