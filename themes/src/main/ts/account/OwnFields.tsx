import { Radio } from "@patternfly/react-core";
import { useEffect } from "react";
import { errorsOf, wording } from "../api/problem";
import type { FieldError, KeyClient } from "../api/types";
import { Field } from "../create/Field";
import { type Owner, ownerTypeOf } from "../create/owner";
import { clientChoice } from "../ui/clientChoice";
import { usePages, useT } from "../ui/pages";
import { RemoteSelect } from "../ui/RemoteSelect";
import { useLoad } from "../ui/useLoad";

interface OwnFieldsProps {
    readonly owner: Owner;
    readonly errors: readonly FieldError[];
    readonly onChange: (owner: Owner) => void;
}

/** For whom a user makes a key, and of which client. Where there is one client, nobody has to look for it. */
export function OwnFields({ owner, errors, onChange }: OwnFieldsProps) {
    const t = useT();
    const { keys } = usePages();
    const ownerType = ownerTypeOf(owner);
    const looksAfter = useLoad("", () => keys.clients("", 1, "service_account"));
    const first = useLoad(ownerType, () => keys.clients("", 2, ownerType));
    const only = !first.loading && first.value?.length === 1 ? first.value[0] : undefined;

    useEffect(() => {
        if (only) {
            choose(only.clientId);
        }
        // once for each answer: whoever clears the field may choose anew
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [only]);

    function choose(clientId: string | undefined) {
        onChange({
            ...owner,
            client: clientId === undefined ? null : { clientId, serviceAccount: !owner.personal },
        });
    }

    return (
        <>
            {looksAfter.value && looksAfter.value.length > 0 && (
                <Field id="api-key-owner" label={t("apiKeysOwner")} required errors={[]} role="radiogroup">
                    <Radio
                        id="api-key-owner-user"
                        name="api-key-owner"
                        label={t("apiKeysOwnMe")}
                        isChecked={owner.personal}
                        onChange={() => onChange({ ...owner, personal: true, client: null })}
                    />
                    <Radio
                        id="api-key-owner-service-account"
                        name="api-key-owner"
                        label={t("apiKeysOwnOrganization")}
                        description={t("apiKeysOwnOrganizationHint")}
                        isChecked={!owner.personal}
                        onChange={() => onChange({ ...owner, personal: false, client: null })}
                    />
                </Field>
            )}
            <Field
                id="api-key-client"
                label={t("apiKeysClient")}
                required
                errors={errorsOf(errors, "clientId").map(wording)}
            >
                <RemoteSelect
                    key={ownerType}
                    id="api-key-client"
                    label={t("apiKeysClient")}
                    placeholder={t("apiKeysChooseClient")}
                    selected={owner.client && { value: owner.client.clientId, label: owner.client.clientId }}
                    search={async (text) => (await keys.clients(text, 20, ownerType)).map(described)}
                    onSelect={(choice) => choose(choice?.value)}
                />
            </Field>
        </>
    );
}

/** With what tells people more than its id. */
function described(client: KeyClient) {
    const about = [client.name, client.organization].filter(Boolean).join(" · ");
    return { ...clientChoice(client), description: about };
}
