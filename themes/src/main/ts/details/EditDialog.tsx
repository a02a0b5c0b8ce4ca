import { Modal, ModalVariant } from "@patternfly/react-core";
import { useState } from "react";
import { asProblem, errorsBeside, type Problem } from "../api/problem";
import type { ApiKey, FieldError, Policies } from "../api/types";
import { changesOf, draftOf, mistakesIn } from "../create/draft";
import { FORM_FIELDS, KeyFieldsForm } from "../create/KeyFieldsForm";
import { Failure } from "../ui/Failure";
import { FormDialog } from "../ui/FormDialog";
import { Loading } from "../ui/Loading";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";

interface EditDialogProps {
    readonly apiKey: ApiKey;
    readonly onSaved: (key: ApiKey) => void;
    readonly onClose: () => void;
}

/** Changes everything about a key but its value, its client and its environment. */
export function EditDialog({ apiKey, onSaved, onClose }: EditDialogProps) {
    const t = useT();
    const { keys } = usePages();
    const policies = useLoad("policies", () => keys.policies());
    if (policies.value) {
        return <EditForm apiKey={apiKey} policies={policies.value} onSaved={onSaved} onClose={onClose} />;
    }
    return (
        <Modal isOpen variant={ModalVariant.large} title={t("apiKeysEdit")} onClose={onClose}>
            {policies.problem ? <Failure problem={policies.problem} onRetry={policies.reload} /> : <Loading />}
        </Modal>
    );
}

function EditForm({ apiKey, policies, onSaved, onClose }: EditDialogProps & { readonly policies: Policies }) {
    const t = useT();
    const { keys } = usePages();
    const [before] = useState(() => draftOf(apiKey, policies));
    const [draft, setDraft] = useState(before);
    const [errors, setErrors] = useState<readonly FieldError[]>([]);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const catalogue = useLoad(apiKey.clientId, () => keys.scopes(apiKey.clientId, apiKey.ownerType));

    async function save() {
        const now = new Date();
        const mistakes = mistakesIn(draft, policies, now, before);
        setErrors(mistakes.map(({ field, key, values }) => ({ field, errorMessage: t(key, values) })));
        setProblem(null);
        if (mistakes.length > 0) {
            return;
        }
        setBusy(true);
        try {
            onSaved(await keys.update(apiKey.id, apiKey.version, changesOf(draft, before, now)));
        } catch (error) {
            const refusal = asProblem(error);
            setErrors(refusal.fields);
            setProblem(refusal);
            setBusy(false);
        }
    }

    const beside = problem && (problem.fields.length === 0 || errorsBeside(problem.fields, FORM_FIELDS).length > 0);
    return (
        <FormDialog
            id="api-key-edit-form"
            variant={ModalVariant.large}
            title={t("apiKeysEditTitle", { name: apiKey.name })}
            description={t("apiKeysEditExplained")}
            submit={t("apiKeysSave")}
            submitTestId="api-key-save"
            problem={beside ? problem : null}
            problemTestId="api-key-problem"
            busy={busy}
            onSubmit={save}
            onClose={onClose}
        >
            {catalogue.problem && <Failure problem={catalogue.problem} onRetry={catalogue.reload} />}
            <KeyFieldsForm
                draft={draft}
                policies={policies}
                catalogue={catalogue.value}
                errors={errors}
                onChange={setDraft}
            />
        </FormDialog>
    );
}
