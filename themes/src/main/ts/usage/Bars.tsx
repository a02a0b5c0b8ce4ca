import { Progress, ProgressMeasureLocation, ProgressSize, Title } from "@patternfly/react-core";
import type { Usage } from "../api/usage";
import { denials } from "../model/usage";
import { useNumberText, usePages, useT } from "../ui/pages";
import { useNames } from "./names";

/** Shares of all calls, and the rates that the realm wants to see. */
export function Bars({ usage }: { readonly usage: Usage }) {
    const t = useT();
    const names = useNames();
    const reasons = denials(usage);
    const rates = Object.entries(usage.rates ?? {});
    return (
        <>
            <div className="api-keys-bars">
                {usage.total > 0 && (
                    <Bar id="allowed-rate" title={t("apiKeysUsageAllowedRate")} share={usage.allowed / usage.total} />
                )}
                {rates.map(([name, share]) => (
                    <Bar key={name} id={`rate-${name}`} title={names.rate(name)} share={share} />
                ))}
            </div>
            {reasons.length > 0 && (
                <>
                    <Title headingLevel="h2" size="md" className="pf-v5-u-mt-md">
                        {t("apiKeysUsageDeniedBy")}
                    </Title>
                    <div className="api-keys-bars">
                        {reasons.map(({ name, count, share }) => (
                            <Bar
                                key={name}
                                id={`reason-${name}`}
                                title={names.reason(name)}
                                share={share}
                                count={count}
                            />
                        ))}
                    </div>
                </>
            )}
        </>
    );
}

interface BarProps {
    readonly id: string;
    readonly title: string;
    /** From 0 to 1; a realm's rate may be more. */
    readonly share: number;
    readonly count?: number;
}

function Bar({ id, title, share, count }: BarProps) {
    const { messages } = usePages();
    const number = useNumberText();
    const percent = share.toLocaleString(messages.locale, { style: "percent", maximumFractionDigits: 1 });
    return (
        <Progress
            id={`api-keys-usage-${id}`}
            data-testid={`api-keys-usage-${id}`}
            title={title}
            value={Math.min(100, share * 100)}
            label={count === undefined ? percent : `${number(count)} · ${percent}`}
            valueText={percent}
            size={ProgressSize.sm}
            measureLocation={ProgressMeasureLocation.top}
        />
    );
}
