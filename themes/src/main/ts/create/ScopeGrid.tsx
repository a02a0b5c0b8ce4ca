import { Alert, Checkbox, ExpandableSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import type { ScopeCatalogue } from "../api/types";
import { actionsOf } from "../model/grant";
import { useT } from "../ui/pages";

interface ScopeGridProps {
    readonly catalogue: ScopeCatalogue;
    readonly chosen: readonly string[];
    readonly onToggle: (name: string) => void;
}

/** Single scopes: a row for each resource, a column for each action. */
export function ScopeGrid({ catalogue, chosen, onToggle }: ScopeGridProps) {
    const t = useT();
    const [open, setOpen] = useState(() => chosen.some((name) => !name.includes(":")));
    if (catalogue.resources.length === 0) {
        return <Alert isInline variant="info" title={t("apiKeysNoScopes")} />;
    }
    const named = catalogue.resources.filter(({ resource }) => resource !== "");
    const others = catalogue.resources.filter(({ resource }) => resource === "").flatMap(({ scopes }) => scopes);
    const actions = actionsOf({ ...catalogue, resources: named });
    return (
        <>
            {named.length > 0 && (
                <Table variant="compact" aria-label={t("apiKeysScopes")} className="api-keys-grid">
                    <Thead>
                        <Tr>
                            <Th>{t("apiKeysResource")}</Th>
                            {actions.map((action) => (
                                <Th key={action}>{action}</Th>
                            ))}
                        </Tr>
                    </Thead>
                    <Tbody>
                        {named.map(({ resource, scopes }) => (
                            <Tr key={resource}>
                                <Th scope="row" dataLabel={t("apiKeysResource")}>
                                    {resource}
                                </Th>
                                {actions.map((action) => {
                                    const scope = scopes.find((candidate) => candidate.action === action);
                                    return (
                                        <Td key={action} dataLabel={action}>
                                            {scope && (
                                                <Checkbox
                                                    id={`api-key-scope-${scope.name}`}
                                                    aria-label={
                                                        scope.description
                                                            ? `${scope.name}: ${scope.description}`
                                                            : scope.name
                                                    }
                                                    title={scope.description ?? scope.name}
                                                    isChecked={chosen.includes(scope.name)}
                                                    onChange={() => onToggle(scope.name)}
                                                />
                                            )}
                                        </Td>
                                    );
                                })}
                            </Tr>
                        ))}
                    </Tbody>
                </Table>
            )}
            {others.length > 0 && (
                <ExpandableSection
                    toggleText={t("apiKeysOtherScopes")}
                    isExpanded={open}
                    onToggle={(_, expanded) => setOpen(expanded)}
                    isIndented
                >
                    <div className="api-keys-choices">
                        {others.map(({ name, description }) => (
                            <Checkbox
                                key={name}
                                id={`api-key-scope-${name}`}
                                label={name}
                                description={description}
                                isChecked={chosen.includes(name)}
                                onChange={() => onToggle(name)}
                            />
                        ))}
                    </div>
                </ExpandableSection>
            )}
        </>
    );
}
