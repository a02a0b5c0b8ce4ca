import { TextInput, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useT } from "../ui/pages";
import { Markdown } from "./Markdown";
import type { Parameter } from "./parameters";

interface ParametersProps {
    readonly parameters: readonly Parameter[];
    readonly values: Readonly<Record<string, string>>;
    readonly onChange: (id: string, value: string) => void;
}

/** What goes into the path, the query and the header, each with a field for it. */
export function Parameters({ parameters, values, onChange }: ParametersProps) {
    const t = useT();
    const columns = [t("apiKeysDocsParameter"), t("apiKeysDescription"), t("apiKeysDocsValue")] as const;
    if (parameters.length === 0) {
        return null;
    }
    return (
        <>
            <Title headingLevel="h4" className="api-docs-heading">
                {t("apiKeysDocsParameters")}
            </Title>
            <Table variant="compact" aria-label={t("apiKeysDocsParameters")} gridBreakPoint="grid-md">
                <Thead>
                    <Tr>
                        {columns.map((column) => (
                            <Th key={column}>{column}</Th>
                        ))}
                    </Tr>
                </Thead>
                <Tbody>
                    {parameters.map(({ id, name, place, required, description, type }) => (
                        <Tr key={id}>
                            <Td dataLabel={columns[0]}>
                                <code>{name}</code> {place}
                                {required && `, ${t("apiKeysDocsRequired")}`}
                            </Td>
                            <Td dataLabel={columns[1]}>
                                <Markdown text={description} />
                                {type !== "" && <code>{type}</code>}
                            </Td>
                            <Td dataLabel={columns[2]}>
                                <TextInput
                                    aria-label={`${columns[2]}: ${name}`}
                                    data-testid={`api-docs-value-${name}`}
                                    autoComplete="off"
                                    spellCheck={false}
                                    value={values[id] ?? ""}
                                    onChange={(_, value) => onChange(id, value)}
                                />
                            </Td>
                        </Tr>
                    ))}
                </Tbody>
            </Table>
        </>
    );
}
