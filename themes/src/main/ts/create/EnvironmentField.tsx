import { FormSelect, FormSelectOption } from "@patternfly/react-core";
import { errorsOf, wording } from "../api/problem";
import type { FieldError } from "../api/types";
import { useT } from "../ui/pages";
import { Field } from "./Field";

interface EnvironmentFieldProps {
    readonly value: string;
    readonly environments: readonly string[];
    readonly errors: readonly FieldError[];
    readonly onChange: (environment: string) => void;
}

/** The environment of a new key, where there is a choice. */
export function EnvironmentField({ value, environments, errors, onChange }: EnvironmentFieldProps) {
    const t = useT();
    if (environments.length < 2) {
        return null;
    }
    return (
        <Field
            id="api-key-environment"
            label={t("apiKeysEnvironment")}
            errors={errorsOf(errors, "environment").map(wording)}
        >
            <FormSelect id="api-key-environment" value={value} onChange={(_, environment) => onChange(environment)}>
                {environments.map((name) => (
                    <FormSelectOption key={name} value={name} label={name} />
                ))}
            </FormSelect>
        </Field>
    );
}
