import { Alert } from "@patternfly/react-core";
import type { RealmScopeGroup } from "../api/types";
import { includedIn } from "../model/scopeGroups";
import { Confirm } from "../ui/Confirm";
import { useAdminPages, useT } from "../ui/pages";

interface DeleteGroupDialogProps {
    readonly group: RealmScopeGroup;
    readonly groups: readonly RealmScopeGroup[];
    readonly onDeleted: () => void;
    readonly onClose: () => void;
}

/** Asks before a group is deleted, and says who loses what. */
export function DeleteGroupDialog({ group, groups, onDeleted, onClose }: DeleteGroupDialogProps) {
    const t = useT();
    const { keycloak } = useAdminPages();
    const parents = includedIn(group.name, groups);
    const warnings = [
        ...(group.keys > 0 ? [t("apiKeysGroupUsedByKeys", { count: group.keys })] : []),
        ...(parents.length > 0 ? [t("apiKeysGroupUsedByGroups", { names: parents.join(", ") })] : []),
        ...(group.clients.length > 0
            ? [t("apiKeysGroupUsedByClients", { names: group.clients.map(({ clientId }) => clientId).join(", ") })]
            : []),
    ];
    return (
        <Confirm
            title={t("apiKeysDeleteTitle", { name: group.name })}
            action={t("apiKeysDelete")}
            danger
            onConfirm={async () => {
                await keycloak.deleteClientScope(group.id);
                onDeleted();
            }}
            onClose={onClose}
        >
            {warnings.map((warning) => (
                <Alert
                    key={warning}
                    isInline
                    variant="warning"
                    title={warning}
                    className="pf-v5-u-mb-md"
                    data-testid="api-keys-group-in-use"
                />
            ))}
            {t("apiKeysGroupDeleteExplained")}
        </Confirm>
    );
}
