import { Modal, ModalVariant } from "@patternfly/react-core";
import { useState } from "react";
import { ValueDialog } from "../actions/ValueDialog";
import { asProblem, errorsBeside, type Problem } from "../api/problem";
import type { ApiKey, ApiKeyWithValue, Client, FieldError, OwnerType, Policies, ScopeCatalogue } from "../api/types";
import { OwnFields } from "../account/OwnFields";
import { EMPTY_GRANT, firstGrant } from "../model/grant";
import { Failure } from "../ui/Failure";
import { useFocusReturn } from "../ui/FocusReturn";
import { FormDialog } from "../ui/FormDialog";
import { Loading } from "../ui/Loading";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { AcceptedBy } from "./AcceptedBy";
import { type Draft, fieldsOf, mistakesIn, newDraft } from "./draft";
import { EnvironmentField } from "./EnvironmentField";
import { FORM_FIELDS, KeyFieldsForm } from "./KeyFieldsForm";
import { firstOwner, newGrant, type Owner, ownerTypeOf } from "./owner";
import { OwnerFields } from "./OwnerFields";

interface CreateDialogProps {
    /** In a client's tab: the client that the key is for. */
    readonly client: Client | null;
    /** For whom users are likely to want one. */
    readonly ownerType: OwnerType;
    /** A key was made, and its value has been shown. */
    readonly onCreated: (key: ApiKey) => void;
    readonly onClose: () => void;
}

/** Makes a key and shows its value, once. */
export function CreateDialog({ client, ownerType, onCreated, onClose }: CreateDialogProps) {
    const t = useT();
    const { keys } = usePages();
    useFocusReturn();
    const policies = useLoad("policies", () => keys.policies());
    const [created, setCreated] = useState<ApiKeyWithValue | null>(null);
    if (created) {
        return <ValueDialog apiKey={created} title={t("apiKeysCreatedTitle")} onDone={() => onCreated(created)} />;
    }
    if (policies.value) {
        return (
            <CreateForm
                client={client}
                ownerType={ownerType}
                policies={policies.value}
                onCreated={setCreated}
                onClose={onClose}
            />
        );
    }
    return (
        <Modal isOpen variant={ModalVariant.large} title={t("apiKeysCreate")} onClose={onClose}>
            {policies.problem ? <Failure problem={policies.problem} onRetry={policies.reload} /> : <Loading />}
        </Modal>
    );
}

interface CreateFormProps {
    readonly client: Client | null;
    readonly ownerType: OwnerType;
    readonly policies: Policies;
    readonly onCreated: (key: ApiKeyWithValue) => void;
    readonly onClose: () => void;
}

const OWNER_FIELDS = ["clientId", "userId", "environment"];

function CreateForm({ client, ownerType, policies, onCreated, onClose }: CreateFormProps) {
    const t = useT();
    const { keys, mode } = usePages();
    const [owner, setOwner] = useState(() => firstOwner(client, mode === "personal" ? ownerType : null, policies));
    const [draft, setDraft] = useState<Draft>(() => newDraft(policies));
    const [modeChosen, setModeChosen] = useState(false);
    const [errors, setErrors] = useState<readonly FieldError[]>([]);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const clientId = owner.client?.clientId ?? null;
    // administrators choose a user, users only between themselves and the client
    const said = mode === "personal" ? { ownerType: ownerTypeOf(owner) } : {};
    const catalogue = useLoad<ScopeCatalogue | null>(JSON.stringify([clientId, said]), async () =>
        clientId === null ? null : await keys.scopes(clientId, said.ownerType),
    );
    const scopes = clientId === null || catalogue.loading ? undefined : (catalogue.value ?? undefined);
    // until somebody chooses, the realm's groups are what a key is made of, if it has any
    const shown = modeChosen || !scopes ? draft : { ...draft, grant: firstGrant(scopes) };

    function change(next: Draft) {
        if (next.grant !== shown.grant) {
            setModeChosen(true);
        }
        setDraft(next);
    }

    function changeOwner(next: Owner) {
        if (next.client?.clientId !== clientId) {
            setModeChosen(false);
            setDraft({ ...draft, grant: EMPTY_GRANT });
        }
        setOwner(next);
    }

    async function create() {
        const now = new Date();
        const mistakes = [
            ...(owner.client === null ? [{ field: "clientId", errorMessage: t("apiKeysClientMissing") }] : []),
            ...(mode === "admin" && owner.personal && owner.user === null
                ? [{ field: "userId", errorMessage: t("apiKeysUserMissing") }]
                : []),
            ...mistakesIn(shown, policies, now).map(({ field, key, values }) => ({
                field,
                errorMessage: t(key, values),
            })),
        ];
        setErrors(mistakes);
        setProblem(null);
        if (mistakes.length > 0 || owner.client === null) {
            return;
        }
        setBusy(true);
        try {
            onCreated(
                await keys.create({
                    ...fieldsOf(shown, now),
                    ...said,
                    clientId: owner.client.clientId,
                    userId: owner.personal ? (owner.user?.value ?? null) : null,
                    environment: owner.environment === "" ? null : owner.environment,
                }),
            );
        } catch (error) {
            const refusal = asProblem(error);
            setErrors(refusal.fields);
            setProblem(refusal);
            setBusy(false);
        }
    }

    const beside =
        problem &&
        (problem.fields.length === 0 || errorsBeside(problem.fields, [...FORM_FIELDS, ...OWNER_FIELDS]).length > 0);
    return (
        <FormDialog
            id="api-key-form"
            variant={ModalVariant.large}
            title={t("apiKeysCreate")}
            submit={t("apiKeysCreateNow")}
            submitTestId="api-key-create"
            problem={beside ? problem : null}
            problemTestId="api-key-problem"
            busy={busy}
            onSubmit={create}
            onClose={onClose}
        >
            {mode === "personal" ? (
                <OwnFields owner={owner} errors={errors} onChange={changeOwner} />
            ) : (
                <OwnerFields owner={owner} fixedClient={client !== null} errors={errors} onChange={changeOwner} />
            )}
            <EnvironmentField
                value={owner.environment}
                environments={policies.environments}
                errors={errors}
                onChange={(environment) => setOwner({ ...owner, environment })}
            />
            {catalogue.problem && <Failure problem={catalogue.problem} onRetry={catalogue.reload} />}
            <KeyFieldsForm
                draft={shown}
                policies={policies}
                catalogue={scopes}
                errors={errors}
                effect={mode === "admin" && <AcceptedBy grant={newGrant(owner, shown)} />}
                onChange={change}
            />
        </FormDialog>
    );
}
