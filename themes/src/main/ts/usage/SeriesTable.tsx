import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Usage } from "../api/usage";
import { useNumberText, usePages, useT } from "../ui/pages";
import { beginningText } from "./moments";
import { useNames } from "./names";

/** The same as the chart, in figures; the latest first. */
export function SeriesTable({ usage, title }: { readonly usage: Usage; readonly title: string }) {
    const t = useT();
    const { messages } = usePages();
    const names = useNames();
    const outcomes = Object.keys(usage.outcomes ?? {});
    const number = useNumberText();
    return (
        <div className="api-keys-scrolled" role="region" aria-label={title} tabIndex={0}>
            <Table variant="compact" gridBreakPoint="" aria-label={title} data-testid="api-keys-usage-figures">
                <Thead>
                    <Tr>
                        <Th>{t(usage.bucket === "hour" ? "apiKeysUsageHour" : "apiKeysUsageDate")}</Th>
                        <Th>{t("apiKeysUsageAllowed")}</Th>
                        <Th>{t("apiKeysUsageDenied")}</Th>
                        {outcomes.map((name) => (
                            <Th key={name}>{names.outcome(name)}</Th>
                        ))}
                    </Tr>
                </Thead>
                <Tbody>
                    {[...usage.series].reverse().map((piece) => (
                        <Tr key={piece.start}>
                            <Td>{beginningText(piece.start, usage.bucket, messages.locale)}</Td>
                            <Td>{number(piece.allowed)}</Td>
                            <Td>{number(piece.denied)}</Td>
                            {outcomes.map((name) => (
                                <Td key={name}>{number(piece.outcomes?.[name] ?? 0)}</Td>
                            ))}
                        </Tr>
                    ))}
                </Tbody>
            </Table>
        </div>
    );
}
