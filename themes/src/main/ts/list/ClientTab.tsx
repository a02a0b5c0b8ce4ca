import {
    EmptyState,
    EmptyStateBody,
    EmptyStateHeader,
    EmptyStateIcon,
    PageSection,
    PageSectionVariants,
} from "@patternfly/react-core";
import KeyIcon from "@patternfly/react-icons/dist/esm/icons/key-icon";
import { useState } from "react";
import type { Client } from "../api/types";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { FIRST_LIST } from "./filters";
import { KeyList } from "./KeyList";

/** The tab "API keys" of a client. */
export function ClientTab({ clientUuid }: { readonly clientUuid: string }) {
    const { keycloak } = usePages();
    const client = useLoad(clientUuid, () => keycloak.client(clientUuid));
    return (
        <PageSection variant={PageSectionVariants.light} padding={{ default: "noPadding" }} isFilled>
            {client.problem && <Failure problem={client.problem} onRetry={client.reload} />}
            {client.loading && <Loading />}
            {client.value && <ClientKeys client={client.value} />}
        </PageSection>
    );
}

function ClientKeys({ client }: { readonly client: Client }) {
    const t = useT();
    const [state, setState] = useState(FIRST_LIST);
    const enabled = client.attributes?.["api-keys.enabled"] === "true";
    return (
        <>
            {!enabled && (
                <EmptyState variant="sm" data-testid="api-keys-client-disabled">
                    <EmptyStateHeader
                        titleText={t("apiKeysClientDisabled")}
                        headingLevel="h2"
                        icon={<EmptyStateIcon icon={KeyIcon} />}
                    />
                    <EmptyStateBody>{t("apiKeysClientDisabledHint")}</EmptyStateBody>
                </EmptyState>
            )}
            <KeyList
                client={client}
                mayCreate={enabled && client.access?.manage === true}
                state={state}
                onChange={setState}
            />
        </>
    );
}
