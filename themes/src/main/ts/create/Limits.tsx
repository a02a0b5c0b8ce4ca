import { Button, FormSelect, FormSelectOption, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import PlusCircleIcon from "@patternfly/react-icons/dist/esm/icons/plus-circle-icon";
import TrashIcon from "@patternfly/react-icons/dist/esm/icons/trash-icon";
import { isGoodLimit, type LimitLine, WINDOWS } from "../model/limits";
import { capitalized } from "../model/words";
import { useT } from "../ui/pages";
import { Field } from "./Field";

const MOST = 8;

interface LimitsProps {
    /** In front of the ids of the fields. */
    readonly id?: string;
    readonly label?: string;
    readonly help?: string;
    readonly hint?: string;
    readonly disabled?: boolean;
    readonly lines: readonly LimitLine[];
    readonly errors: readonly string[];
    readonly onChange: (lines: readonly LimitLine[]) => void;
}

/** Calls per window, for one window or several. An emptied line is no limit. */
export function Limits({
    id = "api-key-limit",
    label,
    help,
    hint,
    disabled = false,
    lines,
    errors,
    onChange,
}: LimitsProps) {
    const t = useT();
    const name = label ?? t("apiKeysLimits");
    const change = (index: number, part: Partial<LimitLine>) =>
        onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
    return (
        <Field
            id={`${id}-0`}
            label={name}
            hint={hint ?? t("apiKeysLimitsHint")}
            errors={errors}
            {...(help === undefined ? {} : { help })}
        >
            {lines.map((line, index) => (
                <InputGroup key={index} className="pf-v5-u-mb-sm">
                    <InputGroupItem isFill>
                        <TextInput
                            id={`${id}-${index}`}
                            aria-label={named(t("apiKeysLimitCount", { number: index + 1 }))}
                            isDisabled={disabled}
                            aria-describedby={`${id}-0-help`}
                            inputMode="numeric"
                            value={line.count}
                            validated={isGoodLimit(line) ? "default" : "error"}
                            onChange={(_, count) => change(index, { count })}
                        />
                    </InputGroupItem>
                    <InputGroupItem>
                        <FormSelect
                            aria-label={named(t("apiKeysLimitWindow", { number: index + 1 }))}
                            isDisabled={disabled}
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
                            aria-label={named(t("apiKeysLimitRemove", { number: index + 1 }))}
                            isDisabled={disabled}
                            onClick={() => onChange(lines.filter((_, at) => at !== index))}
                        >
                            <TrashIcon />
                        </Button>
                    </InputGroupItem>
                </InputGroup>
            ))}
            {lines.length < MOST && !disabled && (
                <Button
                    variant="link"
                    isInline
                    data-testid={`${id}-add`}
                    icon={<PlusCircleIcon />}
                    onClick={() => onChange([...lines, { count: "", window: lines.length === 0 ? "hour" : "minute" }])}
                >
                    {t("apiKeysLimitAdd")}
                </Button>
            )}
        </Field>
    );

    /** Where a form has several lists of limits, each says which it is. */
    function named(text: string): string {
        return label === undefined ? text : `${label}: ${text}`;
    }

    function windowText(window: string): string {
        const known = WINDOWS.find((name) => name === window);
        return known ? t(`apiKeysPer${capitalized(known)}`) : t("apiKeysPerOther", { window });
    }
}
