import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { ReactNode } from "react";

interface RowsProps {
    readonly label: string;
    readonly columns: readonly string[];
    /** The first cell of a row is its name. */
    readonly rows: readonly (readonly [name: string, ...cells: ReactNode[]])[];
    /** How the name is shown, if not as it is. */
    readonly named?: (name: string) => ReactNode;
}

/** A table that becomes cards on narrow pages. */
export function Rows({ label, columns, rows, named = (name) => name }: RowsProps) {
    return (
        <Table variant="compact" aria-label={label} gridBreakPoint="grid-md">
            <Thead>
                <Tr>
                    {columns.map((column) => (
                        <Th key={column}>{column}</Th>
                    ))}
                </Tr>
            </Thead>
            <Tbody>
                {rows.map(([name, ...cells]) => (
                    <Tr key={name}>
                        {[named(name), ...cells].map((cell, index) => (
                            <Td key={columns[index]} dataLabel={columns[index] ?? ""}>
                                {cell}
                            </Td>
                        ))}
                    </Tr>
                ))}
            </Tbody>
        </Table>
    );
}
