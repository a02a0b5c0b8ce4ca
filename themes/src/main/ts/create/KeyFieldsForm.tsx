import { ExpandableSection, TextArea, TextInput } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { errorsOf, wording } from "../api/problem";
import type { FieldError, Policies, ScopeCatalogue } from "../api/types";
import { lineOfEntry } from "../model/ipRange";
import { usePages, useT } from "../ui/pages";
import type { Draft } from "./draft";
import { Expiry } from "./Expiry";
import { Field, validated } from "./Field";
import { Limits } from "./Limits";
import { Permissions } from "./Permissions";

/** The fields that this form shows errors at. */
export const FORM_FIELDS = [
    "name",
    "description",
    "scopes",
    "scopeGroups",
    "fullAccess",
    "allowedIps",
    "limits",
    "expiresAt",
];

interface KeyFieldsFormProps {
    readonly draft: Draft;
    readonly policies: Policies;
    readonly catalogue: ScopeCatalogue | undefined;
    readonly errors: readonly FieldError[];
    /** Stands below the permissions. */
    readonly effect?: ReactNode;
    readonly onChange: (draft: Draft) => void;
}

/** What the writer of a key decides, whether the key is new or not. */
export function KeyFieldsForm({ draft, policies, catalogue, errors, effect, onChange }: KeyFieldsFormProps) {
    const t = useT();
    const { mode } = usePages();
    const required = policies.requireIp || policies.requireExpiry || policies.maxLifetime !== undefined;
    const [open, setOpen] = useState(required);
    const of = (...names: string[]) => names.flatMap((name) => errorsOf(errors, name)).map(wording);
    const inside = of("allowedIps", "limits", "expiresAt").length > 0;
    return (
        <>
            <Field id="api-key-name" label={t("apiKeysName")} required errors={of("name")}>
                <TextInput
                    id="api-key-name"
                    isRequired
                    maxLength={255}
                    value={draft.name}
                    validated={validated(of("name"))}
                    aria-describedby="api-key-name-help"
                    onChange={(_, name) => onChange({ ...draft, name })}
                />
            </Field>
            <Field id="api-key-description" label={t("apiKeysDescription")} errors={of("description")}>
                <TextInput
                    id="api-key-description"
                    maxLength={1000}
                    value={draft.description}
                    onChange={(_, description) => onChange({ ...draft, description })}
                />
            </Field>
            {catalogue && (
                <Permissions
                    catalogue={catalogue}
                    grant={draft.grant}
                    errors={of("scopes", "scopeGroups", "fullAccess")}
                    onChange={(grant) => onChange({ ...draft, grant })}
                />
            )}
            {effect}
            <ExpandableSection
                toggleText={t("apiKeysAdvanced")}
                isExpanded={open || inside}
                onToggle={(_, expanded) => setOpen(expanded)}
                isIndented
            >
                <div className="pf-v5-c-form">
                    <Field
                        id="api-key-ips"
                        label={t("apiKeysAllowedIps")}
                        required={policies.requireIp}
                        hint={t("apiKeysAllowedIpsHint")}
                        errors={errorsOf(errors, "allowedIps").map(ipError)}
                    >
                        <TextArea
                            id="api-key-ips"
                            resizeOrientation="vertical"
                            className="api-keys-mono"
                            placeholder={"203.0.113.7\n2001:db8::/32"}
                            value={draft.ips}
                            validated={validated(of("allowedIps"))}
                            aria-describedby="api-key-ips-help"
                            onChange={(_, ips) => onChange({ ...draft, ips })}
                        />
                    </Field>
                    {mode === "admin" && (
                        <Limits
                            lines={draft.limits}
                            errors={of("limits")}
                            onChange={(limits) => onChange({ ...draft, limits, ownLimits: true })}
                        />
                    )}
                    <Expiry
                        choice={draft.expiry}
                        policies={policies}
                        errors={of("expiresAt")}
                        onChange={(expiry) => onChange({ ...draft, expiry })}
                    />
                </div>
            </ExpandableSection>
        </>
    );

    /** The server counts entries, people count lines. */
    function ipError(error: FieldError): string {
        const index = /\[(\d+)\]$/.exec(error.field)?.[1];
        return index === undefined
            ? wording(error)
            : t("apiKeysLine", { line: lineOfEntry(draft.ips, Number(index)), text: wording(error) });
    }
}
