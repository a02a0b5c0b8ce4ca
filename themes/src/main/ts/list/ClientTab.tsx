import {
    EmptyState,
    EmptyStateBody,
    EmptyStateHeader,
    EmptyStateIcon,
    PageSection,
    PageSectionVariants,
    Tab,
    Tabs,
    TabTitleText,
} from "@patternfly/react-core";
import KeyIcon from "@patternfly/react-icons/dist/esm/icons/key-icon";
import { useState } from "react";
import type { Client } from "../api/types";
import { ClientSettingsForm } from "../client/ClientSettingsForm";
import { ClientSwitch } from "../client/ClientSwitch";
import { DocumentationTab } from "../docs/DocumentationTab";
import { canHaveKeys, documentationUrl, hasKeys } from "../model/clientSettings";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { useAdminPages, useT } from "../ui/pages";
import { TAB_INSET } from "../ui/tabs";
import { useLoad } from "../ui/useLoad";
import { FIRST_LIST } from "./filters";
import { KeyList } from "./KeyList";

/** The tab "API keys" of a client. */
export function ClientTab({ clientUuid }: { readonly clientUuid: string }) {
    const { keycloak } = useAdminPages();
    const client = useLoad(clientUuid, () => keycloak.client(clientUuid));
    if (client.problem) {
        return <Failure problem={client.problem} onRetry={client.reload} />;
    }
    return client.value ? <ClientKeys client={client.value} onChanged={client.reload} /> : <Loading />;
}

interface ClientKeysProps {
    readonly client: Client;
    readonly onChanged: () => void;
}

function ClientKeys({ client, onChanged }: ClientKeysProps) {
    const t = useT();
    const [tab, setTab] = useState<string | number>("keys");
    const documentation = documentationUrl(client);
    return (
        <>
            <PageSection variant={PageSectionVariants.light} className="pf-v5-u-pb-sm">
                <ClientSwitch client={client} onChanged={onChanged} />
            </PageSection>
            <PageSection variant={PageSectionVariants.light} padding={{ default: "noPadding" }} isFilled>
                <Tabs
                    id="api-keys-client-tabs"
                    activeKey={tab}
                    isSecondary
                    inset={TAB_INSET}
                    mountOnEnter
                    aria-label={t("apiKeysTitle")}
                    onSelect={(_, chosen) => setTab(chosen)}
                >
                    <Tab
                        eventKey="keys"
                        title={<TabTitleText>{t("apiKeysTabKeys")}</TabTitleText>}
                        data-testid="api-keys-client-tab-keys"
                    >
                        <Keys client={client} />
                    </Tab>
                    <Tab
                        eventKey="settings"
                        title={<TabTitleText>{t("apiKeysTabSettings")}</TabTitleText>}
                        data-testid="api-keys-client-tab-settings"
                    >
                        <PageSection variant={PageSectionVariants.light}>
                            <ClientSettingsForm client={client} onSaved={onChanged} />
                        </PageSection>
                    </Tab>
                    {documentation !== "" && (
                        <Tab
                            eventKey="docs"
                            title={<TabTitleText>{t("apiKeysDocs")}</TabTitleText>}
                            data-testid="api-keys-client-tab-docs"
                        >
                            {tab === "docs" && (
                                <PageSection variant={PageSectionVariants.light}>
                                    <DocumentationTab clientId={client.clientId} url={documentation} />
                                </PageSection>
                            )}
                        </Tab>
                    )}
                </Tabs>
            </PageSection>
        </>
    );
}

function Keys({ client }: { readonly client: Client }) {
    const t = useT();
    const [state, setState] = useState(FIRST_LIST);
    const enabled = hasKeys(client) && canHaveKeys(client);
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
