import { CodeBlock, CodeBlockCode, PageSection, PageSectionVariants, Text, TextContent } from "@patternfly/react-core";
import { type Messages, translate } from "../i18n/messages";
import type { StandaloneEnvironment } from "./environment";

interface MissingProps {
    readonly environment: StandaloneEnvironment;
    readonly messages: Messages;
}

const FOREIGN = ["apiKeysUiForeign", "apiKeysUiForeignHint"] as const;
const MISSING = ["apiKeysUiMissing", "apiKeysUiMissingHint"] as const;

/** How to make the client that the page needs; nobody is sent through another client that bears its name. */
export function Missing({ environment, messages }: MissingProps) {
    const url = `$KEYCLOAK/admin/realms/${encodeURIComponent(environment.realm)}/api-keys/ui-client`;
    const [title, hint] = environment.exists ? FOREIGN : MISSING;
    const t = (key: string) => translate(messages, key, { client: environment.clientId });
    return (
        <PageSection variant={PageSectionVariants.light} isFilled>
            <TextContent data-testid="api-keys-ui-missing">
                <Text component="h1">{t(title)}</Text>
                <Text>{t(hint)}</Text>
            </TextContent>
            <CodeBlock className="pf-v5-u-mt-md">
                <CodeBlockCode>{`curl -X POST -H "Authorization: Bearer $ADMIN_TOKEN" "${url}"`}</CodeBlockCode>
            </CodeBlock>
        </PageSection>
    );
}
