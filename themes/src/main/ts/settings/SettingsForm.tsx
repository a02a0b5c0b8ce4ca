import { useState } from "react";
import { asProblem, errorsOf, type Problem, wording } from "../api/problem";
import type { FieldError, Settings } from "../api/types";
import { changesOf, draftOf, settingsMistakes } from "../model/settings";
import { useAdminPages, useT } from "../ui/pages";
import { SavedForm } from "./SavedForm";
import { SettingsFields } from "./SettingsFields";

interface SettingsFormProps {
    readonly settings: Settings;
    readonly defaults: Settings;
    readonly onSaved: (settings: Settings) => void;
}

/** Everything that a realm lays down; sends what was changed, and nothing else. */
export function SettingsForm({ settings, defaults, onSaved }: SettingsFormProps) {
    const t = useT();
    const { keys, permissions } = useAdminPages();
    const [before] = useState(() => draftOf(settings, defaults));
    const [draft, setDraft] = useState(before);
    const [errors, setErrors] = useState<readonly FieldError[]>([]);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const changes = changesOf(draft, before, defaults);
    const unsaved = Object.keys(changes).length > 0;

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
        <SavedForm
            testId="api-keys-settings"
            parts="api-keys-settings"
            unsaved={unsaved}
            busy={busy}
            manage={permissions.manageRealm}
            problem={problem?.fields.length === 0 ? problem : null}
            onSave={save}
            onRevert={revert}
        >
            <SettingsFields
                draft={draft}
                defaults={defaults}
                errorsOf={(name) => errorsOf(errors, name).map(wording)}
                disabled={!permissions.manageRealm}
                onChange={setDraft}
            />
        </SavedForm>
    );
}
