import { Checkbox, Label, LabelGroup, SearchInput } from "@patternfly/react-core";
import { useState } from "react";
import type { ClientScope } from "../api/types";
import { Field } from "../create/Field";
import { toggled } from "../model/grant";
import { useT } from "../ui/pages";

interface MemberPickerProps {
    readonly scopes: readonly ClientScope[];
    readonly isGroup: (scope: ClientScope) => boolean;
    readonly chosen: readonly string[];
    readonly errors: readonly string[];
    readonly onChange: (names: readonly string[]) => void;
}

/** Chooses the members of a group out of the realm's client scopes and its other groups. */
export function MemberPicker({ scopes, isGroup, chosen, errors, onChange }: MemberPickerProps) {
    const t = useT();
    const [search, setSearch] = useState("");
    const known = new Map(scopes.map((scope) => [scope.name, scope]));
    const wanted = search.trim().toLowerCase();
    const found = [...scopes]
        .filter(({ name, description }) => `${name}\n${description ?? ""}`.toLowerCase().includes(wanted))
        .sort((one, other) => one.name.localeCompare(other.name));

    function text(name: string): string {
        const scope = known.get(name);
        if (scope === undefined) {
            return t("apiKeysMemberUnknown", { name });
        }
        return isGroup(scope) ? t("apiKeysMemberGroup", { name }) : name;
    }

    return (
        <Field id="api-keys-group-members" label={t("apiKeysMembers")} required errors={errors} role="group">
            {chosen.length > 0 && (
                <LabelGroup numLabels={100} aria-label={t("apiKeysMembers")} className="pf-v5-u-mb-sm">
                    {chosen.map((name) => (
                        <Label
                            key={name}
                            isCompact
                            color={known.has(name) ? "blue" : "orange"}
                            closeBtnAriaLabel={t("apiKeysMemberRemove", { name })}
                            onClose={() => onChange(toggled(chosen, name))}
                        >
                            {text(name)}
                        </Label>
                    ))}
                </LabelGroup>
            )}
            <SearchInput
                value={search}
                placeholder={t("apiKeysMembersSearch")}
                aria-label={t("apiKeysMembersSearch")}
                resetButtonLabel={t("apiKeysClear")}
                onChange={(_, value) => setSearch(value)}
                onClear={() => setSearch("")}
            />
            <div className="api-keys-members">
                {found.map((scope) => (
                    <Checkbox
                        key={scope.name}
                        id={`api-keys-member-${scope.name}`}
                        label={text(scope.name)}
                        description={scope.description}
                        isChecked={chosen.includes(scope.name)}
                        onChange={() => onChange(toggled(chosen, scope.name))}
                    />
                ))}
                {found.length === 0 && t("apiKeysNothingFound")}
            </div>
        </Field>
    );
}
