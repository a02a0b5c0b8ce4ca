import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { RealmScopeGroup } from "../api/types";
import { cycleOf } from "../model/scopeGroups";
import { clientHash } from "../route";
import { usePages, useT } from "../ui/pages";
import { RowActions } from "../ui/RowActions";

interface GroupTableProps {
    readonly groups: readonly RealmScopeGroup[];
    readonly manage: boolean;
    readonly onEdit: (group: RealmScopeGroup) => void;
    readonly onDelete: (group: RealmScopeGroup) => void;
}

export function GroupTable({ groups, manage, onEdit, onDelete }: GroupTableProps) {
    const t = useT();
    return (
        <Table variant="compact" aria-label={t("apiKeysScopeGroups")} data-testid="api-keys-groups">
            <Thead>
                <Tr>
                    <Th>{t("apiKeysName")}</Th>
                    <Th>{t("apiKeysMembers")}</Th>
                    <Th>{t("apiKeysGroupBestFor")}</Th>
                    <Th modifier="nowrap">{t("apiKeysGroupKeys")}</Th>
                    <Th>{t("apiKeysGroupClients")}</Th>
                    {manage && <Th screenReaderText={t("apiKeysActions")} />}
                </Tr>
            </Thead>
            <Tbody>
                {groups.map((group) => (
                    <Tr key={group.id} data-testid="api-keys-group">
                        <Td dataLabel={t("apiKeysName")}>
                            {manage ? (
                                <Button variant="link" isInline onClick={() => onEdit(group)}>
                                    {group.name}
                                </Button>
                            ) : (
                                group.name
                            )}
                            {group.description !== undefined && (
                                <div className="api-keys-owner">{group.description}</div>
                            )}
                        </Td>
                        <Td dataLabel={t("apiKeysMembers")}>
                            <Members group={group} groups={groups} />
                        </Td>
                        <Td dataLabel={t("apiKeysGroupBestFor")}>{group.bestFor}</Td>
                        <Td dataLabel={t("apiKeysGroupKeys")} data-testid="api-keys-group-keys">
                            {group.keys}
                        </Td>
                        <Td dataLabel={t("apiKeysGroupClients")}>
                            <Clients group={group} />
                        </Td>
                        {manage && (
                            <Td isActionCell>
                                <RowActions
                                    name={group.name}
                                    items={[
                                        { title: t("apiKeysEdit"), onClick: () => onEdit(group) },
                                        { title: t("apiKeysDelete"), onClick: () => onDelete(group) },
                                    ]}
                                />
                            </Td>
                        )}
                    </Tr>
                ))}
            </Tbody>
        </Table>
    );
}

function Members({ group, groups }: { readonly group: RealmScopeGroup; readonly groups: readonly RealmScopeGroup[] }) {
    const t = useT();
    const cycle = cycleOf(group.name, group.includes, groups);
    return (
        <>
            {group.includes.map((name) => (
                <Label key={name} isCompact color="blue" className="api-keys-badge">
                    {name}
                </Label>
            ))}
            {group.includes.length === 0 && t("apiKeysNone")}
            {cycle && (
                <Label isCompact color="red">
                    {t("apiKeysGroupCycle", { names: cycle.join(" → ") })}
                </Label>
            )}
        </>
    );
}

function Clients({ group }: { readonly group: RealmScopeGroup }) {
    const t = useT();
    const { context } = usePages();
    if (group.clients.length === 0) {
        return <>{t("apiKeysNone")}</>;
    }
    return (
        <>
            {group.clients.map(({ id, clientId }, index) => (
                <span key={id}>
                    {index > 0 && ", "}
                    <a href={clientHash(context.realm, id, "clientScopes/setup")}>{clientId}</a>
                </span>
            ))}
        </>
    );
}
