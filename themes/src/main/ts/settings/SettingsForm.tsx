import { ActionGroup, Alert, Button, Form } from "@patternfly/react-core";
import { type FormEvent, useState } from "react";
import { asProblem, errorsOf, type Problem, wording } from "../api/problem";
import type { FieldError, Settings } from "../api/types";
import { changesOf, draftOf, settingsMistakes } from "../model/settings";
import { usePages, useT } from "../ui/pages";
import { useUnsaved } from "../ui/useUnsaved";
import { SettingsFields } from "./SettingsFields";

interface SettingsFormProps {
    readonly settings: Settings;
    readonly defaults: Settings;
    readonly onSaved: (settings: Settings) => void;
}

/** Everything that a realm lays down; sends what was changed, and nothing else. */
export function SettingsForm({ settings, defaults, onSaved }: SettingsFormProps) {
    const t = useT();
    const { keys, permissions } = usePages();
    const [before] = useState(() => draftOf(settings, defaults));
    const [draft, setDraft] = useState(before);
    const [errors, setErrors] = useState<readonly FieldError[]>([]);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const changes = changesOf(draft, before, defaults);
    const unsaved = Object.keys(changes).length > 0;
    const question = useUnsaved(unsaved);

    async function save() {
        const mistakes = settingsMistakes(draft);
        setErrors(mistakes.map(({ field, key, values }) => ({ field, errorMessage: t(key, values) })));
        setProblem(null);
        if (mistakes.length > 0) {
            return;
        }
        setBusy(true);
        try {
            onSaved(await keys.changeSettings(changes));
        } catch (error) {
            const refusal = asProblem(error);
            setErrors(refusal.fields);
            setProblem(refusal);
            setBusy(false);
        }
    }

    function revert() {
        setDraft(before);
        setErrors([]);
        setProblem(null);
    }

    return (
        <Form
            isHorizontal
            noValidate
            aria-busy={busy}
            data-testid="api-keys-settings"
            className="api-keys-form"
            onSubmit={(event: FormEvent) => {
                event.preventDefault();
                void save();
            }}
        >
            {question}
            {problem && problem.fields.length === 0 && (
                <Alert
                    isInline
                    variant="danger"
                    title={problem.status === 0 ? t("apiKeysErrorNoAnswer") : problem.message}
                    data-testid="api-keys-settings-problem"
                />
            )}
            <SettingsFields
                draft={draft}
                defaults={defaults}
                errorsOf={(name) => errorsOf(errors, name).map(wording)}
                disabled={!permissions.manageRealm}
                onChange={setDraft}
            />
            {permissions.manageRealm && (
                <ActionGroup>
                    <Button
                        type="submit"
                        isDisabled={!unsaved || busy}
                        isLoading={busy}
                        data-testid="api-keys-settings-save"
                    >
                        {t("apiKeysSave")}
                    </Button>
                    <Button
                        variant="link"
                        isDisabled={!unsaved || busy}
                        onClick={revert}
                        data-testid="api-keys-settings-revert"
                    >
                        {t("apiKeysRevert")}
                    </Button>
                </ActionGroup>
            )}
        </Form>
    );
}
