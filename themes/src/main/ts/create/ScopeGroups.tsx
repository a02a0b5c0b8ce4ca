import { Checkbox, Label } from "@patternfly/react-core";
import type { ScopeGroup } from "../api/types";
import { useT } from "../ui/pages";

interface ScopeGroupsProps {
    readonly groups: readonly ScopeGroup[];
    readonly chosen: readonly string[];
    readonly onToggle: (name: string) => void;
}

/** The scope groups with what they are best for; below a chosen one, its members. */
export function ScopeGroups({ groups, chosen, onToggle }: ScopeGroupsProps) {
    const t = useT();
    return (
        <div className="api-keys-choices">
            {groups.map((group) => (
                <Checkbox
                    key={group.name}
                    id={`api-key-group-${group.name}`}
                    label={group.name}
                    description={[group.description, group.bestFor && t("apiKeysBestFor", { purpose: group.bestFor })]
                        .filter(Boolean)
                        .join(" · ")}
                    isChecked={chosen.includes(group.name)}
                    onChange={() => onToggle(group.name)}
                    body={chosen.includes(group.name) && <Members group={group} />}
                />
            ))}
        </div>
    );
}

function Members({ group }: { readonly group: ScopeGroup }) {
    const t = useT();
    return (
        <>
            {group.includes.map((name) => (
                <Label key={name} isCompact color="blue" className="api-keys-badge">
                    {name}
                </Label>
            ))}
            {group.withoutEffect.map((name) => (
                <Label key={name} isCompact variant="outline" className="api-keys-badge">
                    {t("apiKeysWithoutEffect", { name })}
                </Label>
            ))}
            {group.cycle && <div>{t("apiKeysGroupCycle", { names: group.cycle.join(" → ") })}</div>}
            {group.includes.length === 0 && !group.cycle && <div>{t("apiKeysGroupEmpty")}</div>}
        </>
    );
}
