import { ExpandableSection } from "@patternfly/react-core";
import { useState } from "react";
import { MOST_AT_ONCE } from "../api/keysApi";
import type { ApiKey } from "../api/types";
import { DocumentationTab } from "../docs/DocumentationTab";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";

/** What the key can do at its API, where the client says what there is to do. */
export function KeyDocumentation({ apiKey }: { readonly apiKey: ApiKey }) {
    const { clientId, ownerType } = apiKey;
    const t = useT();
    const { keys } = usePages();
    const [open, setOpen] = useState(false);
    const clients = useLoad(clientId, () => keys.clients(clientId, MOST_AT_ONCE, ownerType));
    const url = clients.value?.find((client) => client.clientId === clientId)?.openapiUrl;
    return url === undefined ? null : (
        <ExpandableSection
            displaySize="lg"
            className="pf-v5-u-mt-lg"
            data-testid="api-key-docs"
            toggleText={t("apiKeysDocs")}
            isExpanded={open}
            onToggle={(_, expanded) => setOpen(expanded)}
        >
            {open && <DocumentationTab clientId={clientId} url={url} apiKey={apiKey} ownerType={ownerType} />}
        </ExpandableSection>
    );
}
