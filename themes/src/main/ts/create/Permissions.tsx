import { Alert, Radio } from "@patternfly/react-core";
import type { ScopeCatalogue } from "../api/types";
import { EMPTY_GRANT, type Grant, type GrantMode, toggled } from "../model/grant";
import { useT } from "../ui/pages";
import { Field } from "./Field";
import { ScopeGrid } from "./ScopeGrid";
import { ScopeGroups } from "./ScopeGroups";

interface PermissionsProps {
    readonly catalogue: ScopeCatalogue;
    readonly grant: Grant;
    readonly errors: readonly string[];
    readonly onChange: (grant: Grant) => void;
}

/** What the key may do: groups of scopes, single scopes, or everything. */
export function Permissions({ catalogue, grant, errors, onChange }: PermissionsProps) {
    const t = useT();
    const modes: [GrantMode, string][] = [
        ...(catalogue.groups.length > 0 || grant.groups.length > 0
            ? ([["groups", t("apiKeysByGroups")]] as [GrantMode, string][])
            : []),
        ["scopes", t("apiKeysByScopes")],
        ["full", t("apiKeysFullAccess")],
    ];
    return (
        <Field id="api-key-permissions" label={t("apiKeysPermissions")} required errors={errors} role="radiogroup">
            {modes.map(([mode, label]) => (
                <Radio
                    key={mode}
                    id={`api-key-grant-${mode}`}
                    name="api-key-grant"
                    label={label}
                    isChecked={grant.mode === mode}
                    onChange={() => onChange({ ...EMPTY_GRANT, mode })}
                />
            ))}
            {grant.mode === "groups" && (
                <ScopeGroups
                    groups={catalogue.groups}
                    chosen={grant.groups}
                    onToggle={(name) => onChange({ ...grant, groups: toggled(grant.groups, name) })}
                />
            )}
            {grant.mode === "groups" && grant.scopes.length > 0 && (
                <Alert
                    isInline
                    isPlain
                    variant="info"
                    title={t("apiKeysBesideGroups", { names: grant.scopes.join(", ") })}
                />
            )}
            {grant.mode === "scopes" && (
                <ScopeGrid
                    catalogue={catalogue}
                    chosen={grant.scopes}
                    onToggle={(name) => onChange({ ...grant, scopes: toggled(grant.scopes, name) })}
                />
            )}
            {grant.mode === "scopes" && grant.groups.length > 0 && (
                <Alert
                    isInline
                    isPlain
                    variant="info"
                    title={t("apiKeysBesideScopes", { names: grant.groups.join(", ") })}
                />
            )}
            {grant.mode === "full" && <Alert isInline variant="warning" title={t("apiKeysFullAccessWarning")} />}
        </Field>
    );
}
