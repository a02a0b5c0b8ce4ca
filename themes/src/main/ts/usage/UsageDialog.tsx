import { Alert, Modal, ModalVariant, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import type { ApiKey } from "../api/types";
import type { Usage } from "../api/usage";
import { type Period, PERIODS, usageQuery } from "../model/usage";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { Bars } from "./Bars";
import { Cards } from "./Cards";
import { Series } from "./Series";

const PERIOD_KEYS: Readonly<Record<Period, string>> = {
    "24h": "apiKeysUsageDay",
    "7d": "apiKeysUsageWeek",
    "30d": "apiKeysUsageMonth",
};

interface UsageDialogProps {
    readonly apiKey: ApiKey;
    readonly onClose: () => void;
}

/** How a key was used in the last hours or days. */
export function UsageDialog({ apiKey, onClose }: UsageDialogProps) {
    const t = useT();
    const { keys } = usePages();
    const [period, setPeriod] = useState<Period>("24h");
    const usage = useLoad(`${apiKey.id} ${period}`, () => keys.usage(apiKey.id, usageQuery(period, new Date())));
    return (
        <Modal
            isOpen
            variant={ModalVariant.large}
            title={t("apiKeysUsageTitle", { name: apiKey.name })}
            onClose={onClose}
            data-testid="api-keys-usage"
        >
            <ToggleGroup aria-label={t("apiKeysUsagePeriod")} className="pf-v5-u-mb-md">
                {PERIODS.map((choice) => (
                    <ToggleGroupItem
                        key={choice}
                        text={t(PERIOD_KEYS[choice])}
                        buttonId={`api-keys-usage-${choice}`}
                        isSelected={choice === period}
                        onChange={() => setPeriod(choice)}
                    />
                ))}
            </ToggleGroup>
            {usage.problem && <Failure problem={usage.problem} onRetry={usage.reload} />}
            {usage.value && !usage.problem && (
                <div aria-busy={usage.loading} data-testid={`api-keys-usage-of-${usage.value.bucket}`}>
                    <Content usage={usage.value} />
                </div>
            )}
            {usage.loading && !usage.value && <Loading />}
        </Modal>
    );
}

function Content({ usage }: { readonly usage: Usage }) {
    const t = useT();
    const nothing = usage.total === 0 && Object.values(usage.outcomes ?? {}).every((count) => count === 0);
    return (
        <>
            <Cards usage={usage} />
            {nothing ? (
                <Alert isInline isPlain variant="info" title={t("apiKeysUsageNothing")} className="pf-v5-u-mt-md" />
            ) : (
                <>
                    <Bars usage={usage} />
                    <Series usage={usage} />
                </>
            )}
        </>
    );
}
