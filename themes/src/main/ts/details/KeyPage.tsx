import {
    Breadcrumb,
    BreadcrumbItem,
    Button,
    Flex,
    FlexItem,
    PageSection,
    PageSectionVariants,
    Switch,
    Text,
    TextContent,
} from "@patternfly/react-core";
import { useState } from "react";
import { ACTION_KEYS, actionsFor, useKeyActions } from "../actions/useKeyActions";
import type { ApiKey } from "../api/types";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { EditDialog } from "./EditDialog";
import { Events } from "./Events";
import { Facts } from "./Facts";
import { KeyDocumentation } from "./KeyDocumentation";

/** The page of one key. */
export function KeyPage({ keyId }: { readonly keyId: string }) {
    const t = useT();
    const { keys, places } = usePages();
    const key = useLoad(keyId, () => keys.read(keyId));
    return (
        <>
            <PageSection variant={PageSectionVariants.light} className="pf-v5-u-pb-0">
                <Breadcrumb>
                    <BreadcrumbItem to={places.list}>{t("apiKeysTitle")}</BreadcrumbItem>
                    <BreadcrumbItem isActive>{key.value?.name ?? ""}</BreadcrumbItem>
                </Breadcrumb>
            </PageSection>
            {key.problem && <Failure problem={key.problem} onRetry={key.reload} />}
            {key.value && <KeyDetails key={keyId} first={key.value} />}
            {key.loading && !key.value && <Loading />}
        </>
    );
}

function KeyDetails({ first }: { readonly first: ApiKey }) {
    const t = useT();
    const { keys, mode, places, notify } = usePages();
    const policies = useLoad("policies", () => keys.policies());
    const [key, setKey] = useState(first);
    const [editing, setEditing] = useState(false);
    const actions = useKeyActions((_, changed) => {
        if (changed) {
            setKey(changed);
        } else {
            location.hash = places.list;
        }
    });
    const possible = actionsFor(key, mode);
    const switchable = possible.includes("enable") || possible.includes("disable");

    return (
        <>
            <PageSection variant={PageSectionVariants.light}>
                <Flex>
                    <FlexItem grow={{ default: "grow" }}>
                        <TextContent>
                            <Text component="h1" data-testid="api-key-title">
                                {key.name}
                            </Text>
                        </TextContent>
                    </FlexItem>
                    {switchable && (
                        <FlexItem>
                            <Switch
                                id="api-key-enabled"
                                label={t("apiKeysEnabled")}
                                labelOff={t("apiKeysStatusDisabled")}
                                isChecked={key.enabled}
                                onChange={(_, enabled) => actions.start(enabled ? "enable" : "disable", key)}
                            />
                        </FlexItem>
                    )}
                    {key.status !== "revoked" && key.access.renew && (
                        <FlexItem>
                            <Button variant="secondary" onClick={() => setEditing(true)} data-testid="api-key-edit">
                                {t("apiKeysEdit")}
                            </Button>
                        </FlexItem>
                    )}
                    {possible
                        .filter((action) => action !== "enable" && action !== "disable")
                        .map((action) => (
                            <FlexItem key={action}>
                                <Button
                                    variant="secondary"
                                    isDanger={action === "revoke" || action === "delete"}
                                    onClick={() => actions.start(action, key)}
                                    data-testid={`api-key-${action}`}
                                >
                                    {t(ACTION_KEYS[action])}
                                </Button>
                            </FlexItem>
                        ))}
                </Flex>
            </PageSection>
            <PageSection variant={PageSectionVariants.light} isFilled>
                <Facts apiKey={key} policies={policies.value} />
                {mode === "admin" && <Events keyId={key.id} version={`${key.version} ${key.updatedAt}`} />}
                <KeyDocumentation apiKey={key} />
            </PageSection>
            {actions.dialog}
            {editing && (
                <EditDialog
                    apiKey={key}
                    onSaved={(saved) => {
                        setKey(saved);
                        setEditing(false);
                        notify("success", t("apiKeysSaved", { name: saved.name }));
                    }}
                    onClose={() => setEditing(false)}
                />
            )}
        </>
    );
}
