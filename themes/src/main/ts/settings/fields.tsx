import {
    FormSelect,
    FormSelectOption,
    InputGroup,
    InputGroupItem,
    InputGroupText,
    Switch,
    TextArea,
    TextInput,
} from "@patternfly/react-core";
import { Field, validated } from "../create/Field";
import { type Duration, DURATION_UNITS, type DurationUnit } from "../model/duration";
import { useT } from "../ui/pages";

interface FieldProps<T> {
    readonly id: string;
    readonly label: string;
    readonly help: string;
    readonly value: T;
    readonly disabled: boolean;
    readonly onChange: (value: T) => void;
}

interface CheckedProps<T> extends FieldProps<T> {
    readonly errors: readonly string[];
}

interface NumberInputProps {
    readonly id: string;
    readonly value: string;
    readonly placeholder: string;
    readonly disabled: boolean;
    readonly errors: readonly string[];
    readonly onChange: (text: string) => void;
}

function NumberInput({ id, value, placeholder, disabled, errors, onChange }: NumberInputProps) {
    return (
        <TextInput
            id={id}
            inputMode="numeric"
            className="api-keys-number"
            value={value}
            placeholder={placeholder}
            isDisabled={disabled}
            validated={validated(errors)}
            aria-describedby={`${id}-help`}
            onChange={(_, text) => onChange(text)}
        />
    );
}

/** A number as it is typed; empty is the default, which shows in its place. */
export function NumberField({
    id,
    label,
    help,
    value,
    disabled,
    errors,
    placeholder,
    unit,
    onChange,
}: CheckedProps<string> & { readonly placeholder: string; readonly unit: string }) {
    return (
        <Field id={id} label={label} help={help} errors={errors}>
            <InputGroup>
                <InputGroupItem>
                    <NumberInput {...{ id, value, placeholder, disabled, errors, onChange }} />
                </InputGroupItem>
                <InputGroupText>{unit}</InputGroupText>
            </InputGroup>
        </Field>
    );
}

export function TextField({
    id,
    label,
    help,
    value,
    disabled,
    errors,
    placeholder,
    onChange,
}: CheckedProps<string> & { readonly placeholder: string }) {
    return (
        <Field id={id} label={label} help={help} errors={errors}>
            <TextInput
                id={id}
                value={value}
                placeholder={placeholder}
                isDisabled={disabled}
                validated={validated(errors)}
                aria-describedby={`${id}-help`}
                onChange={(_, text) => onChange(text)}
            />
        </Field>
    );
}

/** A text of several lines. */
export function LinesField({ id, label, help, value, disabled, errors, onChange }: CheckedProps<string>) {
    return (
        <Field id={id} label={label} help={help} errors={errors}>
            <TextArea
                id={id}
                value={value}
                isDisabled={disabled}
                validated={validated(errors)}
                resizeOrientation="vertical"
                rows={3}
                aria-describedby={`${id}-help`}
                onChange={(_, text) => onChange(text)}
            />
        </Field>
    );
}

export function FlagField({ id, label, help, value, disabled, onChange }: FieldProps<boolean>) {
    const t = useT();
    return (
        <Field id={id} label={label} help={help} errors={[]}>
            <Switch
                id={id}
                aria-label={label}
                label={t("apiKeysOn")}
                labelOff={t("apiKeysOff")}
                isChecked={value}
                isDisabled={disabled}
                onChange={(_, checked) => onChange(checked)}
            />
        </Field>
    );
}

export function ChoiceField({
    id,
    label,
    help,
    value,
    disabled,
    errors,
    choices,
    onChange,
}: CheckedProps<string> & { readonly choices: readonly (readonly [value: string, label: string])[] }) {
    return (
        <Field id={id} label={label} help={help} errors={errors}>
            <FormSelect id={id} value={value} isDisabled={disabled} onChange={(_, chosen) => onChange(chosen)}>
                {choices.map(([choice, text]) => (
                    <FormSelectOption key={choice} value={choice} label={text} />
                ))}
            </FormSelect>
        </Field>
    );
}

export function DurationField({ id, label, help, value, disabled, errors, onChange }: CheckedProps<Duration>) {
    const t = useT();
    const names: Readonly<Record<DurationUnit, string>> = {
        second: t("apiKeysUnitSeconds"),
        minute: t("apiKeysUnitMinutes"),
        hour: t("apiKeysUnitHours"),
        day: t("apiKeysUnitDays"),
    };
    return (
        <Field id={id} label={label} help={help} errors={errors}>
            <InputGroup>
                <InputGroupItem>
                    <NumberInput
                        {...{ id, disabled, errors }}
                        value={value.amount}
                        placeholder={t("apiKeysUnlimited")}
                        onChange={(amount) => onChange({ ...value, amount })}
                    />
                </InputGroupItem>
                <InputGroupItem>
                    <FormSelect
                        aria-label={t("apiKeysUnitOf", { label })}
                        value={value.unit}
                        isDisabled={disabled}
                        onChange={(_, unit) => onChange({ ...value, unit: unit as DurationUnit })}
                    >
                        {DURATION_UNITS.map((unit) => (
                            <FormSelectOption key={unit} value={unit} label={names[unit]} />
                        ))}
                    </FormSelect>
                </InputGroupItem>
            </InputGroup>
        </Field>
    );
}
