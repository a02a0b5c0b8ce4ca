import { FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import type { Policies } from "../api/types";
import { allowedPresets, dateOf, type ExpiryChoice } from "../model/expiry";
import { useT } from "../ui/pages";
import { Field, validated } from "./Field";

interface ExpiryProps {
    readonly choice: ExpiryChoice;
    readonly policies: Policies;
    readonly errors: readonly string[];
    readonly onChange: (choice: ExpiryChoice) => void;
}

const DAY = 24 * 60 * 60;

/** When the key ends: never, some days from now, or at the end of a day. */
export function Expiry({ choice, policies, errors, onChange }: ExpiryProps) {
    const t = useT();
    const required = policies.requireExpiry || policies.maxLifetime !== undefined;
    const hint =
        policies.maxLifetime === undefined
            ? {}
            : { hint: t("apiKeysExpiryLongest", { count: Math.floor(policies.maxLifetime / DAY) }) };
    return (
        <Field id="api-key-expiry" label={t("apiKeysExpires")} required={required} errors={errors} {...hint}>
            <FormSelect
                id="api-key-expiry"
                value={choice.kind === "days" ? String(choice.days) : choice.kind}
                validated={validated(errors)}
                onChange={(_, value) => onChange(choiceOf(value))}
            >
                {(!required || choice.kind === "never") && <FormSelectOption value="never" label={t("apiKeysNever")} />}
                {allowedPresets(policies.maxLifetime).map((days) => (
                    <FormSelectOption key={days} value={String(days)} label={t("apiKeysDays", { count: days })} />
                ))}
                <FormSelectOption value="date" label={t("apiKeysExpiryDate")} />
            </FormSelect>
            {choice.kind === "date" && (
                <TextInput
                    type="date"
                    className="pf-v5-u-mt-sm"
                    aria-label={t("apiKeysExpiryDate")}
                    data-testid="api-key-expiry-date"
                    value={choice.date}
                    min={dateOf(new Date().toISOString())}
                    validated={validated(errors)}
                    onChange={(_, date) => onChange({ kind: "date", date })}
                />
            )}
        </Field>
    );

    function choiceOf(value: string): ExpiryChoice {
        if (value === "never") {
            return { kind: "never" };
        }
        return value === "date" ? { kind: "date", date: "" } : { kind: "days", days: Number(value) };
    }
}
