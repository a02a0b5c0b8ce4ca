import { Flex, FlexItem, Title, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import type { Usage } from "../api/usage";
import { OnDemand } from "../ui/OnDemand";
import { useT } from "../ui/pages";
import { SeriesTable } from "./SeriesTable";

/** The calls by hour or day, as a chart or in figures. */
export function Series({ usage }: { readonly usage: Usage }) {
    const t = useT();
    const [figures, setFigures] = useState(false);
    const title = t(usage.bucket === "hour" ? "apiKeysUsageByHour" : "apiKeysUsageByDay");
    return (
        <>
            <Flex className="pf-v5-u-mt-md">
                <FlexItem grow={{ default: "grow" }}>
                    <Title headingLevel="h2" size="md">
                        {title}
                    </Title>
                </FlexItem>
                <FlexItem>
                    <ToggleGroup isCompact aria-label={t("apiKeysUsageView")}>
                        <ToggleGroupItem
                            text={t("apiKeysUsageChart")}
                            buttonId="api-keys-usage-chart"
                            isSelected={!figures}
                            onChange={() => setFigures(false)}
                        />
                        <ToggleGroupItem
                            text={t("apiKeysUsageTable")}
                            buttonId="api-keys-usage-table"
                            isSelected={figures}
                            onChange={() => setFigures(true)}
                        />
                    </ToggleGroup>
                </FlexItem>
            </Flex>
            {figures ? (
                <SeriesTable usage={usage} title={title} />
            ) : (
                <OnDemand name="chart" code={() => import("./SeriesChart")}>
                    {({ SeriesChart }) => <SeriesChart usage={usage} title={title} />}
                </OnDemand>
            )}
        </>
    );
}
