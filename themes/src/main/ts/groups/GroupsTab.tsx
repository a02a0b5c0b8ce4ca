import {
    Button,
    EmptyState,
    EmptyStateActions,
    EmptyStateBody,
    EmptyStateFooter,
    EmptyStateHeader,
    EmptyStateIcon,
    Text,
    TextContent,
    Toolbar,
    ToolbarContent,
    ToolbarItem,
} from "@patternfly/react-core";
import LayerGroupIcon from "@patternfly/react-icons/dist/esm/icons/layer-group-icon";
import { useState } from "react";
import type { RealmScopeGroup, RealmScopeGroups } from "../api/types";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { useAdminPages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { DeleteGroupDialog } from "./DeleteGroupDialog";
import { GroupDialog } from "./GroupDialog";
import { GroupTable } from "./GroupTable";

/** The tab with the scope groups of the realm. */
export function GroupsTab() {
    const { keys } = useAdminPages();
    const list = useLoad("groups", () => keys.scopeGroups());
    if (list.value) {
        return <Groups list={list.value} onChanged={list.reload} />;
    }
    return list.problem ? <Failure problem={list.problem} onRetry={list.reload} /> : <Loading />;
}

/** What is open: a group that is edited, null for a new one. */
type Open =
    | { readonly what: "edit"; readonly group: RealmScopeGroup | null }
    | { what: "delete"; group: RealmScopeGroup };

function Groups({ list, onChanged }: { readonly list: RealmScopeGroups; readonly onChanged: () => void }) {
    const t = useT();
    const { notify } = useAdminPages();
    const [open, setOpen] = useState<Open | null>(null);
    const { manage } = list.access;
    const close = () => setOpen(null);

    function done(message: string) {
        close();
        notify("success", message);
        onChanged();
    }

    const create = manage && (
        <Button
            variant="primary"
            data-testid="api-keys-group-create"
            onClick={() => setOpen({ what: "edit", group: null })}
        >
            {t("apiKeysGroupCreate")}
        </Button>
    );
    return (
        <>
            {list.groups.length === 0 ? (
                <EmptyState data-testid="api-keys-groups-empty">
                    <EmptyStateHeader
                        titleText={t("apiKeysGroupsEmpty")}
                        headingLevel="h2"
                        icon={<EmptyStateIcon icon={LayerGroupIcon} />}
                    />
                    <EmptyStateBody>{t("apiKeysGroupsIntroduction")}</EmptyStateBody>
                    {create && (
                        <EmptyStateFooter>
                            <EmptyStateActions>{create}</EmptyStateActions>
                        </EmptyStateFooter>
                    )}
                </EmptyState>
            ) : (
                <>
                    <Toolbar>
                        <ToolbarContent>
                            {create && <ToolbarItem>{create}</ToolbarItem>}
                            <ToolbarItem className="pf-v5-u-align-self-center">
                                <TextContent>
                                    <Text component="small">{t("apiKeysGroupsIntroduction")}</Text>
                                </TextContent>
                            </ToolbarItem>
                        </ToolbarContent>
                    </Toolbar>
                    <GroupTable
                        groups={list.groups}
                        manage={manage}
                        onEdit={(group) => setOpen({ what: "edit", group })}
                        onDelete={(group) => setOpen({ what: "delete", group })}
                    />
                </>
            )}
            {open?.what === "edit" && (
                <GroupDialog
                    group={open.group}
                    groups={list.groups}
                    onSaved={(name) => done(t("apiKeysGroupSaved", { name }))}
                    onClose={close}
                />
            )}
            {open?.what === "delete" && (
                <DeleteGroupDialog
                    group={open.group}
                    groups={list.groups}
                    onDeleted={() => done(t("apiKeysGroupDeleted", { name: open.group.name }))}
                    onClose={close}
                />
            )}
        </>
    );
}
