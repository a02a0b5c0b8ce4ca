import { PageSection, PageSectionVariants, Text, TextContent } from "@patternfly/react-core";
import { usePages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import type { ListState } from "./filters";
import { KeyList } from "./KeyList";

interface RealmPageProps {
    readonly state: ListState;
    readonly onChange: (state: ListState) => void;
}

/** The page "API keys" of a realm. */
export function RealmPage({ state, onChange }: RealmPageProps) {
    const t = useT();
    const { keys } = usePages();
    const clients = useLoad("clients", () => keys.clients("", 100));
    return (
        <>
            <PageSection variant={PageSectionVariants.light}>
                <TextContent>
                    <Text component="h1" data-testid="api-keys-title">
                        {t("apiKeysTitle")}
                    </Text>
                    <Text>{t("apiKeysIntroduction")}</Text>
                </TextContent>
            </PageSection>
            <PageSection variant={PageSectionVariants.light} padding={{ default: "noPadding" }} isFilled>
                <KeyList
                    client={null}
                    mayCreate={clients.value?.some((client) => client.manage) ?? false}
                    state={state}
                    onChange={onChange}
                />
            </PageSection>
        </>
    );
}
