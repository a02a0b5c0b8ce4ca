import { Radio, TextInput } from "@patternfly/react-core";
import { useRef } from "react";
import { errorsOf, wording } from "../api/problem";
import type { AdminKeyClient, FieldError } from "../api/types";
import { clientChoice } from "../ui/clientChoice";
import { useAdminPages, useT } from "../ui/pages";
import { type Choice, RemoteSelect } from "../ui/RemoteSelect";
import { Field } from "./Field";
import type { Owner } from "./owner";

interface OwnerFieldsProps {
    readonly owner: Owner;
    readonly fixedClient: boolean;
    readonly errors: readonly FieldError[];
    readonly onChange: (owner: Owner) => void;
}

export function OwnerFields({ owner, fixedClient, errors, onChange }: OwnerFieldsProps) {
    const t = useT();
    const { keys, keycloak, permissions } = useAdminPages();
    const found = useRef(new Map<string, AdminKeyClient>());
    const of = (name: string) => errorsOf(errors, name).map(wording);

    async function findClients(search: string): Promise<Choice[]> {
        const clients = (await keys.clients(search, 20)).filter((client) => client.manage);
        clients.forEach((client) => found.current.set(client.clientId, client));
        return clients.map(clientChoice);
    }

    /** A personal key acts as its user, so making one takes the permission to impersonate. */
    async function findUsers(search: string): Promise<Choice[]> {
        const users = (await keycloak.users(search, 20)).filter((user) => user.access?.impersonate !== false);
        return users.map(({ id, username, firstName, lastName }) => ({
            value: id,
            label: username,
            description: [firstName, lastName].filter(Boolean).join(" "),
        }));
    }

    function chooseClient(choice: Choice | null) {
        const client = choice && found.current.get(choice.value);
        onChange({
            ...owner,
            client: client ? { clientId: client.clientId, serviceAccount: client.serviceAccount } : null,
            personal: client ? !client.serviceAccount : false,
            user: null,
        });
    }

    return (
        <>
            <Field id="api-key-client" label={t("apiKeysClient")} required errors={of("clientId")}>
                {fixedClient ? (
                    <TextInput id="api-key-client" readOnlyVariant="default" value={owner.client?.clientId ?? ""} />
                ) : (
                    <RemoteSelect
                        id="api-key-client"
                        label={t("apiKeysClient")}
                        placeholder={t("apiKeysChooseClient")}
                        selected={owner.client && { value: owner.client.clientId, label: owner.client.clientId }}
                        search={findClients}
                        onSelect={chooseClient}
                    />
                )}
            </Field>
            {owner.client && (permissions.searchUsers || !owner.client.serviceAccount) && (
                <Field id="api-key-owner" label={t("apiKeysOwner")} required errors={of("userId")} role="radiogroup">
                    <Radio
                        id="api-key-owner-service-account"
                        name="api-key-owner"
                        label={t("apiKeysServiceAccount")}
                        isDisabled={!owner.client.serviceAccount}
                        description={owner.client.serviceAccount ? undefined : t("apiKeysNoServiceAccount")}
                        isChecked={!owner.personal}
                        onChange={() => onChange({ ...owner, personal: false })}
                    />
                    <Radio
                        id="api-key-owner-user"
                        name="api-key-owner"
                        label={t("apiKeysUser")}
                        isDisabled={!permissions.searchUsers}
                        isChecked={owner.personal}
                        onChange={() => onChange({ ...owner, personal: true })}
                    />
                    {owner.personal && permissions.searchUsers && (
                        <RemoteSelect
                            id="api-key-user"
                            label={t("apiKeysUser")}
                            placeholder={t("apiKeysChooseUser")}
                            selected={owner.user}
                            search={findUsers}
                            onSelect={(user) => onChange({ ...owner, user })}
                        />
                    )}
                </Field>
            )}
        </>
    );
}
