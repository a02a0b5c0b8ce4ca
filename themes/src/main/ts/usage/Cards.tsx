import { Card, CardBody, CardTitle, Gallery } from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Usage } from "../api/usage";
import { hasOutcomes } from "../model/usage";
import { Moment } from "../ui/Moment";
import { useNumberText, useT } from "../ui/pages";
import { useNames } from "./names";

/** The figures of the whole period, and when something happened last, then or before. */
export function Cards({ usage }: { readonly usage: Usage }) {
    const t = useT();
    const names = useNames();
    const number = useNumberText();
    return (
        <Gallery hasGutter minWidths={{ default: "9rem" }}>
            <Figure id="total" title={t("apiKeysUsageTotal")} value={number(usage.total)} />
            <Figure id="allowed" title={t("apiKeysUsageAllowed")} value={number(usage.allowed)} />
            <Figure id="denied" title={t("apiKeysUsageDenied")} value={number(usage.denied)} />
            {Object.entries(usage.outcomes ?? {}).map(([name, count]) => (
                <Figure key={name} id={`outcome-${name}`} title={names.outcome(name)} value={number(count)} />
            ))}
            <Card isCompact isFlat data-testid="api-keys-usage-last">
                <CardTitle>{t("apiKeysLastUsed")}</CardTitle>
                <CardBody>
                    <Moment instant={usage.lastUsedAt} otherwise={t("apiKeysNever")} exact />
                    {usage.lastUsedIp !== undefined && (
                        <div className="api-keys-owner">{t("apiKeysUsageFrom", { address: usage.lastUsedIp })}</div>
                    )}
                </CardBody>
            </Card>
            {hasOutcomes(usage) && (
                <Card isCompact isFlat data-testid="api-keys-usage-last-outcome">
                    <CardTitle>{t("apiKeysUsageLastOutcome")}</CardTitle>
                    <CardBody>
                        <Moment instant={usage.lastOutcomeAt} otherwise={t("apiKeysNever")} exact />
                    </CardBody>
                </Card>
            )}
        </Gallery>
    );
}

function Figure({ id, title, value }: { readonly id: string; readonly title: string; readonly value: ReactNode }) {
    return (
        <Card isCompact isFlat data-testid={`api-keys-usage-${id}`}>
            <CardTitle>{title}</CardTitle>
            <CardBody className="api-keys-figure">{value}</CardBody>
        </Card>
    );
}
