import { PageSection, PageSectionVariants, Tab, Tabs, TabTitleText } from "@patternfly/react-core";
import { MOST_AT_ONCE } from "../api/keysApi";
import { GroupsTab } from "../groups/GroupsTab";
import { type RealmTab, tabHash } from "../route";
import { SettingsTab } from "../settings/SettingsTab";
import { PageHeading } from "../ui/PageHeading";
import { useAdminPages, useT } from "../ui/pages";
import { TAB_INSET } from "../ui/tabs";
import { useLoad } from "../ui/useLoad";
import type { ListState } from "./filters";
import { KeyList } from "./KeyList";

interface RealmPageProps {
    readonly tab: RealmTab;
    readonly state: ListState;
    readonly onChange: (state: ListState) => void;
}

const TABS = "api-keys-tabs";
const PANEL = "api-keys-tab-panel";

/** The page "API keys" of a realm. */
export function RealmPage({ tab, state, onChange }: RealmPageProps) {
    const t = useT();
    const { context, permissions } = useAdminPages();
    const tabs: [RealmTab, string][] = [
        ["keys", t("apiKeysTabKeys")],
        ["groups", t("apiKeysScopeGroups")],
        ...(permissions.viewRealm ? ([["settings", t("apiKeysTabSettings")]] as [RealmTab, string][]) : []),
    ];
    return (
        <>
            <PageHeading introduction={t("apiKeysIntroduction")} />
            <PageSection variant={PageSectionVariants.light} padding={{ default: "noPadding" }}>
                <Tabs
                    id={TABS}
                    activeKey={tab}
                    isBox
                    inset={TAB_INSET}
                    mountOnEnter
                    unmountOnExit
                    aria-label={t("apiKeysTitle")}
                >
                    {tabs.map(([name, title]) => (
                        <Tab
                            key={name}
                            eventKey={name}
                            href={tabHash(context.realm, name)}
                            tabContentId={PANEL}
                            title={<TabTitleText>{title}</TabTitleText>}
                            data-testid={`api-keys-tab-${name}`}
                        />
                    ))}
                </Tabs>
            </PageSection>
            <PageSection
                variant={PageSectionVariants.light}
                padding={{ default: tab === "settings" ? "padding" : "noPadding" }}
                isFilled
                id={PANEL}
                role="tabpanel"
                aria-labelledby={`pf-tab-${tab}-${TABS}`}
            >
                {tab === "keys" && <Keys state={state} onChange={onChange} />}
                {tab === "groups" && <GroupsTab />}
                {tab === "settings" && <SettingsTab />}
            </PageSection>
        </>
    );
}

function Keys({ state, onChange }: Omit<RealmPageProps, "tab">) {
    const { keys } = useAdminPages();
    const clients = useLoad("clients", () => keys.clients("", MOST_AT_ONCE));
    return (
        <KeyList
            client={null}
            mayCreate={clients.value?.some((client) => client.manage) ?? false}
            state={state}
            onChange={onChange}
        />
    );
}
