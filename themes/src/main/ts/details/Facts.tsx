import {
    Alert,
    DescriptionList,
    DescriptionListDescription,
    DescriptionListGroup,
    DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { ApiKey, Policies } from "../api/types";
import { reporterKey } from "../model/reporters";
import { Moment } from "../ui/Moment";
import { useLimitText, useT } from "../ui/pages";
import { Names } from "../ui/ScopeBadges";
import { StatusLabel } from "../ui/StatusLabel";

interface FactsProps {
    readonly apiKey: ApiKey;
    /** For the default limits; absent until the server has told them. */
    readonly policies: Policies | undefined;
}

/** Everything that is known about a key. */
export function Facts({ apiKey, policies }: FactsProps) {
    const t = useT();
    const limitText = useLimitText();
    const none = t("apiKeysNone");
    const facts: [string, ReactNode][] = [
        ["apiKeysStatus", <StatusLabel key="status" status={apiKey.status} />],
        ["apiKeysKey", <code key="key">{apiKey.display}</code>],
        ["apiKeysDescription", apiKey.description ?? none],
        ["apiKeysClient", apiKey.clientId],
        ["apiKeysOwner", owner()],
        ["apiKeysEnvironment", apiKey.environment ?? none],
        ["apiKeysScopeGroups", <Names key="groups" names={apiKey.scopeGroups} otherwise={none} />],
        [
            "apiKeysScopes",
            apiKey.fullAccess ? t("apiKeysFullAccess") : <Names key="scopes" names={apiKey.scopes} otherwise={none} />,
        ],
        ["apiKeysEffectiveScopes", <Names key="effective" names={apiKey.effectiveScopes} otherwise={none} />],
        ["apiKeysAcceptedBy", acceptedBy()],
        ["apiKeysAllowedIps", <Names key="ips" names={apiKey.allowedIps} otherwise={t("apiKeysAnywhere")} />],
        ["apiKeysLimits", limits()],
        ["apiKeysCreated", <Moment key="created" instant={apiKey.createdAt} otherwise={none} exact />],
        ["apiKeysUpdated", <Moment key="updated" instant={apiKey.updatedAt} otherwise={none} exact />],
        ["apiKeysExpires", <Moment key="expires" instant={apiKey.expiresAt} otherwise={t("apiKeysNever")} exact />],
        ["apiKeysLastUsed", <Moment key="used" instant={apiKey.lastUsedAt} otherwise={t("apiKeysNever")} exact />],
    ];
    if (apiKey.overlapUntil !== undefined) {
        facts.push([
            "apiKeysOverlapUntil",
            <Moment key="overlap" instant={apiKey.overlapUntil} otherwise={none} exact />,
        ]);
    }
    if (apiKey.revokedAt !== undefined) {
        facts.push(["apiKeysRevoked", <Moment key="revoked" instant={apiKey.revokedAt} otherwise={none} exact />]);
    }
    const reporter = reporterKey(apiKey.revokedBy);
    if (reporter !== undefined) {
        facts.push(["apiKeysRevokedBy", t(reporter)]);
    }
    facts.push(["apiKeysId", <code key="id">{apiKey.id}</code>]);

    return (
        <DescriptionList isHorizontal columnModifier={{ default: "1Col", xl: "2Col" }} data-testid="api-key-facts">
            {facts.map(([key, value]) => (
                <DescriptionListGroup key={key}>
                    <DescriptionListTerm>{t(key)}</DescriptionListTerm>
                    <DescriptionListDescription data-testid={`fact-${key}`}>{value}</DescriptionListDescription>
                </DescriptionListGroup>
            ))}
        </DescriptionList>
    );

    function owner(): string {
        const name = apiKey.username ?? apiKey.userId ?? none;
        return apiKey.ownerType === "user" ? name : `${t("apiKeysServiceAccount")} (${name})`;
    }

    function acceptedBy(): ReactNode {
        return apiKey.acceptedBy.length > 0 ? (
            <Names names={apiKey.acceptedBy} otherwise={none} />
        ) : (
            <Alert isInline isPlain variant="warning" title={t("apiKeysAcceptedByNone")} />
        );
    }

    function limits(): ReactNode {
        if (apiKey.limits !== undefined) {
            return <Names names={apiKey.limits.map(limitText)} otherwise={t("apiKeysNoLimits")} />;
        }
        const defaults = (policies?.defaultLimits ?? []).map(limitText);
        return t("apiKeysRealmDefault", { limits: defaults.length === 0 ? t("apiKeysNoLimits") : defaults.join(", ") });
    }
}
