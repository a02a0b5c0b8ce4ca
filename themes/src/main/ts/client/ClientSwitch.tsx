import { Alert, Switch } from "@patternfly/react-core";
import { useState } from "react";
import { asProblem } from "../api/problem";
import type { Client } from "../api/types";
import { canHaveKeys, ENABLED, hasKeys } from "../model/clientSettings";
import { clientHash } from "../route";
import { Confirm } from "../ui/Confirm";
import { useAdminPages, useT } from "../ui/pages";

interface ClientSwitchProps {
    readonly client: Client;
    readonly onChanged: () => void;
}

/** Whether the client has API keys, and what is in the way of it. */
export function ClientSwitch({ client, onChanged }: ClientSwitchProps) {
    const t = useT();
    const { context, keycloak, notify } = useAdminPages();
    const [asking, setAsking] = useState(false);
    const [busy, setBusy] = useState(false);
    const enabled = hasKeys(client);

    async function switchTo(wanted: boolean) {
        await keycloak.changeClient(client.id, { [ENABLED]: String(wanted) });
        notify("success", t(wanted ? "apiKeysClientOnNow" : "apiKeysClientOffNow", { name: client.clientId }));
        onChanged();
    }

    async function switchOn() {
        setBusy(true);
        try {
            await switchTo(true);
        } catch (error) {
            notify("danger", asProblem(error).message);
        }
        setBusy(false);
    }

    if (!canHaveKeys(client)) {
        return <Alert isInline isPlain variant="info" title={t("apiKeysClientWrongKind")} />;
    }
    return (
        <>
            {client.access?.manage === true && (
                <Switch
                    id="api-keys-client-enabled"
                    aria-label={t("apiKeysTitle")}
                    label={t("apiKeysClientOn")}
                    labelOff={t("apiKeysClientOff")}
                    isChecked={enabled}
                    isDisabled={busy}
                    onChange={(_, wanted) => (wanted ? void switchOn() : setAsking(true))}
                />
            )}
            {enabled && client.serviceAccountsEnabled !== true && (
                <Alert
                    isInline
                    variant="info"
                    className="pf-v5-u-mt-md"
                    title={t("apiKeysClientNoAccount")}
                    data-testid="api-keys-client-no-account"
                >
                    {t(client.publicClient === true ? "apiKeysClientNoAccountPublic" : "apiKeysClientNoAccountHint")}{" "}
                    <a href={clientHash(context.realm, client.id, "settings")}>{t("apiKeysClientOpenSettings")}</a>
                </Alert>
            )}
            {asking && (
                <Confirm
                    title={t("apiKeysClientOffTitle", { name: client.clientId })}
                    action={t("apiKeysClientSwitchOff")}
                    danger
                    onConfirm={async () => {
                        await switchTo(false);
                        setAsking(false);
                    }}
                    onClose={() => setAsking(false)}
                >
                    {t("apiKeysClientOffExplained")}
                </Confirm>
            )}
        </>
    );
}
