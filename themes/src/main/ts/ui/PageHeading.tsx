import { PageSection, PageSectionVariants, Text, TextContent } from "@patternfly/react-core";
import { useT } from "./pages";

/** What stands above a page "API keys". */
export function PageHeading({ introduction }: { readonly introduction: string }) {
    const t = useT();
    return (
        <PageSection variant={PageSectionVariants.light}>
            <TextContent>
                <Text component="h1" data-testid="api-keys-title">
                    {t("apiKeysTitle")}
                </Text>
                <Text>{introduction}</Text>
            </TextContent>
        </PageSection>
    );
}
