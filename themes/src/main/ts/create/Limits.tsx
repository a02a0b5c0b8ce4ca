import { Button, FormSelect, FormSelectOption, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import PlusCircleIcon from "@patternfly/react-icons/dist/esm/icons/plus-circle-icon";
import TrashIcon from "@patternfly/react-icons/dist/esm/icons/trash-icon";
import { isGoodLimit, type LimitLine, WINDOWS } from "../model/limits";
import { useT } from "../ui/pages";
import { Field } from "./Field";

const MOST = 8;

interface LimitsProps {
    readonly lines: readonly LimitLine[];
    readonly errors: readonly string[];
    readonly onChange: (lines: readonly LimitLine[]) => void;
}

/** Calls per window, for one window or several. An emptied line is no limit. */
export function Limits({ lines, errors, onChange }: LimitsProps) {
    const t = useT();
    const change = (index: number, part: Partial<LimitLine>) =>
        onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
    return (
        <Field id="api-key-limit-0" label={t("apiKeysLimits")} hint={t("apiKeysLimitsHint")} errors={errors}>
            {lines.map((line, index) => (
                <InputGroup key={index} className="pf-v5-u-mb-sm">
                    <InputGroupItem isFill>
                        <TextInput
                            id={`api-key-limit-${index}`}
                            aria-label={t("apiKeysLimitCount", { number: index + 1 })}
                            inputMode="numeric"
                            value={line.count}
                            validated={isGoodLimit(line) ? "default" : "error"}
                            onChange={(_, count) => change(index, { count })}
                        />
                    </InputGroupItem>
                    <InputGroupItem>
                        <FormSelect
                            aria-label={t("apiKeysLimitWindow", { number: index + 1 })}
                            value={line.window}
                            onChange={(_, window) => change(index, { window })}
                        >
                            {[...new Set<string>([...WINDOWS, line.window])].map((window) => (
                                <FormSelectOption key={window} value={window} label={windowText(window)} />
                            ))}
                        </FormSelect>
                    </InputGroupItem>
                    <InputGroupItem>
                        <Button
                            variant="plain"
                            aria-label={t("apiKeysLimitRemove", { number: index + 1 })}
                            onClick={() => onChange(lines.filter((_, at) => at !== index))}
                        >
                            <TrashIcon />
                        </Button>
                    </InputGroupItem>
                </InputGroup>
            ))}
            {lines.length < MOST && (
                <Button
                    variant="link"
                    isInline
                    icon={<PlusCircleIcon />}
                    onClick={() => onChange([...lines, { count: "", window: lines.length === 0 ? "hour" : "minute" }])}
                >
                    {t("apiKeysLimitAdd")}
                </Button>
            )}
        </Field>
    );

    function windowText(window: string): string {
        const known = WINDOWS.find((name) => name === window);
        return known
            ? t(`apiKeysPer${known[0]?.toUpperCase() ?? ""}${known.slice(1)}`)
            : t("apiKeysPerOther", { window });
    }
}
