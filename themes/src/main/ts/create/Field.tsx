import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { Help } from "../ui/Help";

interface FieldProps {
    readonly id: string;
    readonly label: string;
    readonly required?: boolean;
    readonly hint?: string;
    /** What the field is for, behind a question mark. */
    readonly help?: string;
    readonly errors: readonly string[];
    /** A group of radio buttons or checkboxes instead of one field. */
    readonly role?: "group" | "radiogroup";
    readonly children: ReactNode;
}

/** A field with its label, and below it what is wrong with it, or else a hint. */
export function Field({ id, label, required = false, hint, help, errors, role, children }: FieldProps) {
    return (
        <FormGroup
            label={label}
            fieldId={id}
            isRequired={required}
            {...(role ? { role } : {})}
            {...(help === undefined ? {} : { labelIcon: <Help label={label} text={help} /> })}
        >
            {children}
            {(errors.length > 0 || hint !== undefined) && (
                <FormHelperText>
                    <HelperText id={`${id}-help`} isLiveRegion={errors.length > 0}>
                        {errors.map((error) => (
                            <HelperTextItem key={error} variant="error" data-testid={`${id}-error`}>
                                {error}
                            </HelperTextItem>
                        ))}
                        {errors.length === 0 && <HelperTextItem>{hint}</HelperTextItem>}
                    </HelperText>
                </FormHelperText>
            )}
        </FormGroup>
    );
}

/** What a field says of itself to PatternFly. */
export function validated(errors: readonly string[]): "error" | "default" {
    return errors.length > 0 ? "error" : "default";
}
