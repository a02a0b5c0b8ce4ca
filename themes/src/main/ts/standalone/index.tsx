import "../element/index";
import { Alert, PageSection, PageSectionVariants } from "@patternfly/react-core";
import { createElement, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { query } from "../api/http";
import { type ApiKeysAdminElement, type ConsoleContext, ELEMENT_NAME } from "../context";
import { type Messages, messagesOf, translate } from "../i18n/messages";
import { permissionsOf } from "../model/permissions";
import { rememberSession } from "../session";
import { followColours } from "./colours";
import { readStandaloneEnvironment, type StandaloneEnvironment } from "./environment";
import { Frame } from "./Frame";
import { logIn, type Login } from "./login";
import { Missing } from "./Missing";

/** What is said when not even the texts can be had. */
const WITHOUT_TEXTS = messagesOf("en", [
    { key: "apiKeysTitle", value: "API keys" },
    { key: "apiKeysUiFailed", value: "The page could not be started. Reload it to try again." },
]);

/** The page beside the console: logs the administrator in and mounts the same element as the console's script. */
async function start(environment: StandaloneEnvironment, app: HTMLElement): Promise<void> {
    const root = createRoot(app);
    const show = (messages: Messages, login: Login | null, content: ReactNode) => {
        document.documentElement.lang = messages.locale;
        document.title = `${translate(messages, "apiKeysTitle")} · ${environment.displayName}`;
        root.render(
            <Frame realm={environment.displayName} messages={messages} login={login}>
                {content}
            </Frame>,
        );
    };

    let messages = WITHOUT_TEXTS;
    try {
        messages = await textsIn(environment, environment.locale);
        if (!environment.ready) {
            show(messages, null, <Missing environment={environment} messages={messages} />);
            return;
        }
        const login = await logIn(environment);
        const own = environment.locales.find((locale) => locale === login.locale);
        const session = {
            messages: own === undefined ? messages : await textsIn(environment, own),
            permissions: permissionsOf({ realm_access: { [environment.realm]: login.roles } }, environment.realm),
        };
        const context = contextOf(environment, login);
        rememberSession(context, session);
        show(session.messages, login, createElement(ELEMENT_NAME, { id: "api-keys-page", ref: given(context) }));
    } catch (error) {
        show(messages, null, <Failed title={translate(messages, "apiKeysUiFailed")} error={error} />);
    }
}

function given(context: ConsoleContext) {
    return (element: ApiKeysAdminElement | null) => {
        if (element && element.context !== context) {
            element.context = context;
        }
    };
}

function contextOf(environment: StandaloneEnvironment, login: Login): ConsoleContext {
    const { realm, adminBaseUrl, serverBaseUrl, authServerUrl } = environment;
    return {
        realm,
        realmRepresentation: { realm },
        adminBaseUrl,
        serverBaseUrl,
        authServerUrl,
        getAccessToken: () => login.getAccessToken(),
    };
}

/** The texts of our own theme, whatever theme the realm's console has. */
async function textsIn(environment: StandaloneEnvironment, locale: string): Promise<Messages> {
    const path = `/resources/${encodeURIComponent(environment.realm)}/admin/${encodeURIComponent(locale)}`;
    const answer = await fetch(environment.authServerUrl + path + query({ theme: "api-keys" }));
    if (!answer.ok) {
        throw new Error(`${answer.status} ${answer.statusText}`);
    }
    return messagesOf(locale, (await answer.json()) as { key: string; value: string }[]);
}

function Failed({ title, error }: { readonly title: string; readonly error: unknown }) {
    return (
        <PageSection variant={PageSectionVariants.light} isFilled>
            <Alert isInline variant="danger" title={title} data-testid="api-keys-ui-failed">
                {error instanceof Error ? error.message : ""}
            </Alert>
        </PageSection>
    );
}

const app = document.getElementById("app");
if (app !== null) {
    followColours(document);
    void start(readStandaloneEnvironment(document), app);
}
