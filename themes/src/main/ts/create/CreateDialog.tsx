import { Modal, ModalVariant } from "@patternfly/react-core";
import { useState } from "react";
import { ValueDialog } from "../actions/ValueDialog";
import { asProblem, errorsBeside, type Problem } from "../api/problem";
import type { ApiKeyWithValue, Client, FieldError, NewGrant, Policies, ScopeCatalogue } from "../api/types";
import { EMPTY_GRANT, firstGrant, grantFields, isEmptyGrant } from "../model/grant";
import { Failure } from "../ui/Failure";
import { useFocusReturn } from "../ui/FocusReturn";
import { FormDialog } from "../ui/FormDialog";
import { Loading } from "../ui/Loading";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { AcceptedBy } from "./AcceptedBy";
import { type Draft, fieldsOf, mistakesIn, newDraft } from "./draft";
import { FORM_FIELDS, KeyFieldsForm } from "./KeyFieldsForm";
import { type Owner, OwnerFields } from "./OwnerFields";

interface CreateDialogProps {
    /** In a client's tab: the client that the key is for. */
    readonly client: Client | null;
    /** A key was made, and its value has been shown. */
    readonly onCreated: () => void;
    readonly onClose: () => void;
}

/** Makes a key and shows its value, once. */
export function CreateDialog({ client, onCreated, onClose }: CreateDialogProps) {
    const t = useT();
    const { keys } = usePages();
    useFocusReturn();
    const policies = useLoad("policies", () => keys.policies());
    const [created, setCreated] = useState<ApiKeyWithValue | null>(null);
    if (created) {
        return <ValueDialog apiKey={created} title={t("apiKeysCreatedTitle")} onDone={onCreated} />;
    }
    if (policies.value) {
        return <CreateForm client={client} policies={policies.value} onCreated={setCreated} onClose={onClose} />;
    }
    return (
        <Modal isOpen variant={ModalVariant.large} title={t("apiKeysCreate")} onClose={onClose}>
            {policies.problem ? <Failure problem={policies.problem} onRetry={policies.reload} /> : <Loading />}
        </Modal>
    );
}

interface CreateFormProps {
    readonly client: Client | null;
    readonly policies: Policies;
    readonly onCreated: (key: ApiKeyWithValue) => void;
    readonly onClose: () => void;
}

const OWNER_FIELDS = ["clientId", "userId", "environment"];

function CreateForm({ client, policies, onCreated, onClose }: CreateFormProps) {
    const t = useT();
    const { keys } = usePages();
    const [owner, setOwner] = useState<Owner>(() => firstOwner(client, policies));
    const [draft, setDraft] = useState<Draft>(() => newDraft(policies));
    const [modeChosen, setModeChosen] = useState(false);
    const [errors, setErrors] = useState<readonly FieldError[]>([]);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const clientId = owner.client?.clientId ?? null;
    const catalogue = useLoad<ScopeCatalogue | null>(clientId ?? "", async () =>
        clientId === null ? null : await keys.scopes(clientId),
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
            ...(owner.personal && owner.user === null
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
            <OwnerFields
                owner={owner}
                fixedClient={client !== null}
                environments={policies.environments}
                errors={errors}
                onChange={changeOwner}
            />
            {catalogue.problem && <Failure problem={catalogue.problem} onRetry={catalogue.reload} />}
            <KeyFieldsForm
                draft={shown}
                policies={policies}
                catalogue={scopes}
                errors={errors}
                effect={<AcceptedBy grant={newGrant(owner, shown)} />}
                onChange={change}
            />
        </FormDialog>
    );
}

/** Null until the form says enough. */
function newGrant({ client, personal, user }: Owner, { grant }: Draft): NewGrant | null {
    return client === null || (personal && user === null) || isEmptyGrant(grant)
        ? null
        : { clientId: client.clientId, userId: personal ? (user?.value ?? null) : null, ...grantFields(grant) };
}

function firstOwner(client: Client | null, policies: Policies): Owner {
    return {
        client: client && { clientId: client.clientId, serviceAccount: client.serviceAccountsEnabled === true },
        personal: client !== null && client.serviceAccountsEnabled !== true,
        user: null,
        environment: policies.environments[0] ?? "",
    };
}
