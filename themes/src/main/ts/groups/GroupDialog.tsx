import { Modal, ModalVariant, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { asProblem, type Problem } from "../api/problem";
import type { ClientScope, RealmScopeGroup } from "../api/types";
import { Field, validated } from "../create/Field";
import type { Mistake } from "../model/mistakes";
import { groupDraft, groupMistakes, includedIn, isGroup, scopeOf } from "../model/scopeGroups";
import { Failure } from "../ui/Failure";
import { FormDialog } from "../ui/FormDialog";
import { Loading } from "../ui/Loading";
import { useAdminPages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { MemberPicker } from "./MemberPicker";

interface GroupDialogProps {
    /** Null for a new one. */
    readonly group: RealmScopeGroup | null;
    readonly groups: readonly RealmScopeGroup[];
    readonly onSaved: (name: string) => void;
    readonly onClose: () => void;
}

/** Makes a scope group, or changes one. */
export function GroupDialog(props: GroupDialogProps) {
    const t = useT();
    const { keycloak } = useAdminPages();
    const scopes = useLoad("scopes", () => keycloak.clientScopes());
    if (scopes.value) {
        return <GroupForm {...props} scopes={scopes.value} />;
    }
    return (
        <Modal isOpen variant={ModalVariant.medium} title={t("apiKeysGroupCreate")} onClose={props.onClose}>
            {scopes.problem ? <Failure problem={scopes.problem} onRetry={scopes.reload} /> : <Loading />}
        </Modal>
    );
}

function GroupForm({
    group,
    groups,
    scopes,
    onSaved,
    onClose,
}: GroupDialogProps & { readonly scopes: readonly ClientScope[] }) {
    const t = useT();
    const { keycloak } = useAdminPages();
    const [draft, setDraft] = useState(() => groupDraft(group));
    const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const parents = group === null ? [] : includedIn(group.name, groups);
    const names = scopes.map((scope) => scope.name);
    const of = (name: string) =>
        mistakes.filter(({ field }) => field === name).map(({ key, values }) => t(key, values));

    async function save() {
        const found = groupMistakes(draft, group?.name ?? null, names, groups);
        setMistakes(found);
        setProblem(null);
        if (found.length > 0) {
            return;
        }
        setBusy(true);
        try {
            const scope = scopeOf(draft, group === null);
            await (group === null ? keycloak.createClientScope(scope) : keycloak.changeClientScope(group.id, scope));
            onSaved(scope.name);
        } catch (error) {
            setProblem(asProblem(error));
            setBusy(false);
        }
    }

    return (
        <FormDialog
            id="api-keys-group-form"
            variant={ModalVariant.medium}
            title={group === null ? t("apiKeysGroupCreate") : t("apiKeysEditTitle", { name: group.name })}
            submit={t("apiKeysSave")}
            submitTestId="api-keys-group-save"
            problem={problem}
            problemTestId="api-keys-group-problem"
            busy={busy}
            onSubmit={save}
            onClose={onClose}
        >
            <Field
                id="api-keys-group-name"
                label={t("apiKeysName")}
                required
                errors={of("name")}
                hint={
                    parents.length > 0
                        ? t("apiKeysGroupNameFixed", { names: parents.join(", ") })
                        : t("apiKeysGroupNameHint")
                }
            >
                <TextInput
                    id="api-keys-group-name"
                    isRequired
                    maxLength={255}
                    value={draft.name}
                    validated={validated(of("name"))}
                    aria-describedby="api-keys-group-name-help"
                    onChange={(_, name) => setDraft({ ...draft, name })}
                    {...(parents.length > 0 ? { readOnlyVariant: "default" } : {})}
                />
            </Field>
            <Field id="api-keys-group-description" label={t("apiKeysDescription")} errors={[]}>
                <TextInput
                    id="api-keys-group-description"
                    maxLength={255}
                    value={draft.description}
                    onChange={(_, description) => setDraft({ ...draft, description })}
                />
            </Field>
            <Field
                id="api-keys-group-best-for"
                label={t("apiKeysGroupBestFor")}
                errors={[]}
                hint={t("apiKeysGroupBestForHint")}
            >
                <TextInput
                    id="api-keys-group-best-for"
                    maxLength={1000}
                    value={draft.bestFor}
                    aria-describedby="api-keys-group-best-for-help"
                    onChange={(_, bestFor) => setDraft({ ...draft, bestFor })}
                />
            </Field>
            <MemberPicker
                scopes={scopes.filter(({ name, protocol }) => name !== group?.name && protocol === "openid-connect")}
                isGroup={isGroup}
                chosen={draft.includes}
                errors={of("includes")}
                onChange={(includes) => setDraft({ ...draft, includes })}
            />
        </FormDialog>
    );
}
