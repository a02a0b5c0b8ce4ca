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
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import { useState } from "react";
import { MOST_AT_ONCE } from "../api/keysApi";
import type { ListState } from "../list/filters";
import { KeyList } from "../list/KeyList";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { PageHeading } from "../ui/PageHeading";
import { usePages, useT } from "../ui/pages";
import { TAB_INSET } from "../ui/tabs";
import { useLoad } from "../ui/useLoad";
import { documented, OwnDocumentation } from "./OwnDocumentation";

interface AccountPageProps {
    readonly state: ListState;
    readonly onChange: (state: ListState) => void;
}

/** The page "API keys" of the account console. */
export function AccountPage(props: AccountPageProps) {
    const t = useT();
    return (
        <>
            <PageHeading introduction={t("apiKeysOwnIntroduction")} />
            <PageSection variant={PageSectionVariants.light} padding={{ default: "noPadding" }} isFilled>
                <OwnKeys {...props} />
            </PageSection>
        </>
    );
}

function OwnKeys({ state, onChange }: AccountPageProps) {
    const t = useT();
    const { keys } = usePages();
    const [tab, setTab] = useState<string | number>("keys");
    const offer = useLoad("", async () => {
        const [policies, own, organizations] = await Promise.all([
            keys.policies(),
            keys.clients("", MOST_AT_ONCE),
            keys.clients("", MOST_AT_ONCE, "service_account"),
        ]);
        // of a client whose keys are switched off nobody makes any, but those that there are can be seen and revoked
        const looksAfterSome = organizations.length > 0 || (await keys.count({ ownerType: "service_account" })) > 0;
        return {
            mayCreate: policies.access?.create === true && own.length + organizations.length > 0,
            organizations: looksAfterSome,
            documented: [...documented(own, "user"), ...documented(organizations, "service_account")],
        };
    });
    if (offer.problem) {
        // without any role of the account's client, a token is not even meant for this door
        const forbidden = offer.problem.status === 401 || offer.problem.status === 403;
        return forbidden ? <Forbidden /> : <Failure problem={offer.problem} onRetry={offer.reload} />;
    }
    if (!offer.value) {
        return <Loading />;
    }
    const list = (
        <KeyList
            client={null}
            mayCreate={offer.value.mayCreate}
            withOwners={offer.value.organizations}
            emptyHint={t(offer.value.mayCreate ? "apiKeysOwnEmptyHint" : "apiKeysOwnNothingOffered")}
            state={state}
            onChange={onChange}
        />
    );
    return offer.value.documented.length === 0 ? (
        list
    ) : (
        <Tabs
            activeKey={tab}
            mountOnEnter
            inset={TAB_INSET}
            aria-label={t("apiKeysTitle")}
            onSelect={(_, chosen) => setTab(chosen)}
        >
            <Tab
                eventKey="keys"
                title={<TabTitleText>{t("apiKeysTabKeys")}</TabTitleText>}
                data-testid="api-keys-tab-keys"
            >
                {list}
            </Tab>
            <Tab
                eventKey="docs"
                title={<TabTitleText>{t("apiKeysDocs")}</TabTitleText>}
                data-testid="api-keys-tab-docs"
            >
                {tab === "docs" && <OwnDocumentation clients={offer.value.documented} />}
            </Tab>
        </Tabs>
    );
}

function Forbidden() {
    const t = useT();
    return (
        <EmptyState data-testid="api-keys-forbidden">
            <EmptyStateHeader
                titleText={t("apiKeysErrorForbidden")}
                headingLevel="h2"
                icon={<EmptyStateIcon icon={LockIcon} />}
            />
            <EmptyStateBody role="alert">{t("apiKeysOwnForbidden")}</EmptyStateBody>
        </EmptyState>
    );
}
