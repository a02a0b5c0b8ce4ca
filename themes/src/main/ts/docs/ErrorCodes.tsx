import { Text, TextContent, Title } from "@patternfly/react-core";
import { useT } from "../ui/pages";
import { type ErrorFormats, errorSamples } from "./errors";
import { Rows } from "./Rows";

/** With what keys are refused, and what comes with it in the realm's formats. */
export function ErrorCodes({ formats }: { readonly formats: ErrorFormats }) {
    const t = useT();
    return (
        <section data-testid="api-docs-errors">
            <Title headingLevel="h3" className="api-docs-heading">
                {t("apiKeysDocsErrors")}
            </Title>
            <TextContent className="pf-v5-u-mb-md">
                <Text>{t("apiKeysDocsErrorsHint")}</Text>
            </TextContent>
            <Rows
                label={t("apiKeysDocsErrors")}
                columns={[t("apiKeysDocsCode"), t("apiKeysDocsMeaning"), t("apiKeysDocsBody")]}
                rows={errorSamples(formats).map(({ status, meaning, codes, body }) => [
                    String(status),
                    <>
                        {t(meaning)}
                        {codes.map((code) => (
                            <div key={code}>
                                <code>{code}</code>
                            </div>
                        ))}
                    </>,
                    body !== null && <pre className="api-docs-wrap">{body}</pre>,
                ])}
            />
        </section>
    );
}
