import { FormGroup, FormSelect, FormSelectOption, PageSection, PageSectionVariants } from "@patternfly/react-core";
import { useState } from "react";
import type { KeyClient, OwnerType } from "../api/types";
import { DocumentationTab } from "../docs/DocumentationTab";
import { useT } from "../ui/pages";

/** A client whose API is documented, and whose keys of it the user makes. */
export interface DocumentedClient extends KeyClient {
    readonly openapiUrl: string;
    readonly ownerType: OwnerType;
}

/** How to call the APIs for which the user can have keys. */
export function OwnDocumentation({ clients }: { readonly clients: readonly DocumentedClient[] }) {
    const t = useT();
    const [chosen, setChosen] = useState(0);
    const client = clients[chosen];
    return (
        <PageSection variant={PageSectionVariants.light} isFilled>
            {clients.length > 1 && (
                <FormGroup label={t("apiKeysClient")} fieldId="api-keys-docs-client" className="pf-v5-u-mb-md">
                    <FormSelect
                        id="api-keys-docs-client"
                        value={chosen}
                        onChange={(_, index) => setChosen(Number(index))}
                    >
                        {clients.map(({ clientId, name, organization, ownerType }, index) => (
                            <FormSelectOption
                                key={`${ownerType} ${clientId}`}
                                value={index}
                                label={[name ?? clientId, ownerType === "user" ? null : organization]
                                    .filter(Boolean)
                                    .join(" · ")}
                            />
                        ))}
                    </FormSelect>
                </FormGroup>
            )}
            {client && (
                <DocumentationTab
                    key={`${client.ownerType} ${client.clientId}`}
                    clientId={client.clientId}
                    url={client.openapiUrl}
                    ownerType={client.ownerType}
                />
            )}
        </PageSection>
    );
}

/** Those of the clients that say where the document of their API is. */
export function documented(clients: readonly KeyClient[], ownerType: OwnerType): DocumentedClient[] {
    return clients.flatMap((client) =>
        client.openapiUrl === undefined ? [] : [{ ...client, openapiUrl: client.openapiUrl, ownerType }],
    );
}
