import { useState } from "react";
import { asProblem, type Problem } from "../api/problem";
import type { Client } from "../api/types";
import { Limits } from "../create/Limits";
import {
    changedAttributes,
    type ClientDraft,
    clientDraft,
    type ClientFlag,
    clientMistakes,
} from "../model/clientSettings";
import type { Mistake } from "../model/mistakes";
import { FlagField, TextField } from "../settings/fields";
import { SavedForm } from "../settings/SavedForm";
import { useAdminPages, useT } from "../ui/pages";

interface ClientSettingsFormProps {
    readonly client: Client;
    readonly onSaved: () => void;
}

/** What the client lays down for its keys, in its own attributes. */
export function ClientSettingsForm({ client, onSaved }: ClientSettingsFormProps) {
    const t = useT();
    const { keycloak, notify } = useAdminPages();
    const [before, setBefore] = useState(() => clientDraft(client));
    const [draft, setDraft] = useState(before);
    const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [busy, setBusy] = useState(false);
    const manage = client.access?.manage === true;
    const changes = changedAttributes(draft, before);
    const unsaved = Object.keys(changes).length > 0;

    async function save() {
        const found = clientMistakes(draft);
        setMistakes(found);
        setProblem(null);
        if (found.length > 0) {
            return;
        }
        setBusy(true);
        try {
            await keycloak.changeClient(client.id, changes);
            setBefore(draft);
            notify("success", t("apiKeysSettingsSaved"));
            onSaved();
        } catch (error) {
            setProblem(asProblem(error));
        }
        setBusy(false);
    }

    function revert() {
        setDraft(before);
        setMistakes([]);
        setProblem(null);
    }

    const { value: limitLines, ...limit } = of("limit");
    return (
        <SavedForm
            testId="api-keys-client-settings"
            parts="api-keys-client"
            unsaved={unsaved}
            busy={busy}
            manage={manage}
            problem={problem}
            onSave={save}
            onRevert={revert}
        >
            <Limits {...limit} lines={limitLines} label={t("apiKeysClientLimit")} help={t("apiKeysClientLimitHelp")} />
            <TextField
                {...of("contact")}
                label={t("apiKeysClientContact")}
                help={t("apiKeysClientContactHelp")}
                placeholder="ops@example.com"
            />
            {flag("selfService", t("apiKeysClientSelfService"), t("apiKeysClientSelfServiceHelp"))}
            {flag("gateway", t("apiKeysClientGateway"), t("apiKeysClientGatewayHelp"))}
            {flag("openCheck", t("apiKeysClientOpenCheck"), t("apiKeysClientOpenCheckHelp"))}
            <TextField
                {...of("openapiUrl")}
                label={t("apiKeysClientOpenapi")}
                help={t("apiKeysClientOpenapiHelp")}
                placeholder="https://api.example.com/openapi.yaml"
            />
        </SavedForm>
    );

    /** What every field has: where it stands in the draft, and what is wrong with it. */
    function of<Name extends keyof ClientDraft>(name: Name) {
        return {
            id: `api-keys-client-${name}`,
            value: draft[name],
            errors: mistakes.filter(({ field }) => field === name).map(({ key, values }) => t(key, values)),
            disabled: !manage,
            onChange: (value: ClientDraft[Name]) => setDraft({ ...draft, [name]: value }),
        };
    }

    function flag(name: ClientFlag, label: string, help: string) {
        return <FlagField {...of(name)} {...{ label, help }} />;
    }
}
