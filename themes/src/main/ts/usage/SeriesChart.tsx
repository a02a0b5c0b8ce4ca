import { Chart, ChartAxis, ChartBar, ChartStack, ChartVoronoiContainer } from "@patternfly/react-charts";
import { useEffect, useRef, useState } from "react";
import type { Usage } from "../api/usage";
import { useNumberText, usePages, useT } from "../ui/pages";
import { beginningText } from "./moments";

const HEIGHT = 260;
/** What a text below the chart needs, in pixels. */
const LABEL = 64;
/** Two colours that colour-blind people tell apart. */
const COLOURS = { allowed: "var(--api-keys-allowed)", denied: "var(--api-keys-denied)" };

/** Allowed and denied calls, one bar for each hour or day. */
export function SeriesChart({ usage, title }: { readonly usage: Usage; readonly title: string }) {
    const t = useT();
    const { messages } = usePages();
    const number = useNumberText();
    const [box, width] = useWidth();
    const beginning = (index: number) => {
        const piece = usage.series[Math.round(index)];
        return piece === undefined ? "" : beginningText(piece.start, usage.bucket, messages.locale);
    };
    const every = Math.max(1, Math.ceil((usage.series.length * LABEL) / Math.max(width, LABEL)));
    const ticks = usage.series.map((_, index) => index).filter((index) => index % every === 0);
    const bars = (["allowed", "denied"] as const).map((outcome) => ({
        outcome,
        name: t(outcome === "allowed" ? "apiKeysUsageAllowed" : "apiKeysUsageDenied"),
    }));
    const whole = (value: number) => (Number.isInteger(value) ? number(value) : "");
    return (
        <div ref={box} className="api-keys-chart" style={{ height: HEIGHT }} data-testid="api-keys-usage-bars">
            {width > 0 && (
                <Chart
                    ariaTitle={title}
                    ariaDesc={t("apiKeysUsageChartHint")}
                    name="api-keys-usage"
                    width={width}
                    height={HEIGHT}
                    padding={{ top: 16, right: 16, bottom: 72, left: 64 }}
                    domainPadding={{ x: 16 }}
                    minDomain={{ y: 0 }}
                    {...(usage.total === 0 ? { maxDomain: { y: 1 } } : {})}
                    legendData={bars.map(({ outcome, name }) => ({ name, symbol: { fill: COLOURS[outcome] } }))}
                    legendPosition="bottom-left"
                    containerComponent={
                        <ChartVoronoiContainer
                            constrainToVisibleArea
                            labels={({ datum }: { datum: Datum }) =>
                                `${beginning(datum.x)} · ${datum.name}: ${number(datum.y)}`
                            }
                        />
                    }
                >
                    <ChartAxis tickValues={ticks} tickFormat={beginning} />
                    <ChartAxis dependentAxis showGrid tickFormat={whole} />
                    <ChartStack>
                        {bars.map(({ outcome, name }) => (
                            <ChartBar
                                key={outcome}
                                style={{ data: { fill: COLOURS[outcome] } }}
                                data={usage.series.map((piece, x): Datum => ({ x, y: piece[outcome], name }))}
                            />
                        ))}
                    </ChartStack>
                </Chart>
            )}
        </div>
    );
}

interface Datum {
    readonly x: number;
    readonly y: number;
    readonly name: string;
}

/** The width of a box, as it is and as it becomes: a chart does not find out itself. */
function useWidth() {
    const box = useRef<HTMLDivElement>(null);
    const [width, setWidth] = useState(0);
    useEffect(() => {
        const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
        if (box.current) {
            observer.observe(box.current);
        }
        return () => observer.disconnect();
    }, []);
    return [box, width] as const;
}
