import { Text, TextContent, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useT } from "../ui/pages";
import { errorSamples } from "./errors";

/** With what keys are refused, and what comes with it in the realm's format. */
export function ErrorCodes({ format }: { readonly format: string }) {
    const t = useT();
    const columns = [t("apiKeysDocsCode"), t("apiKeysDocsMeaning"), t("apiKeysDocsBody")] as const;
    return (
        <section data-testid="api-docs-errors">
            <Title headingLevel="h3" className="api-docs-heading">
                {t("apiKeysDocsErrors")}
            </Title>
            <TextContent className="pf-v5-u-mb-md">
                <Text>{t("apiKeysDocsErrorsHint")}</Text>
            </TextContent>
            <Table variant="compact" aria-label={t("apiKeysDocsErrors")} gridBreakPoint="grid-md">
                <Thead>
                    <Tr>
                        {columns.map((column) => (
                            <Th key={column}>{column}</Th>
                        ))}
                    </Tr>
                </Thead>
                <Tbody>
                    {errorSamples(format).map(({ status, meaning, codes, body }) => (
                        <Tr key={status}>
                            <Td dataLabel={columns[0]}>{status}</Td>
                            <Td dataLabel={columns[1]}>
                                {t(meaning)}
                                {codes.map((code) => (
                                    <div key={code}>
                                        <code>{code}</code>
                                    </div>
                                ))}
                            </Td>
                            <Td dataLabel={columns[2]}>
                                {body !== null && <pre className="api-docs-wrap">{body}</pre>}
                            </Td>
                        </Tr>
                    ))}
                </Tbody>
            </Table>
        </section>
    );
}
