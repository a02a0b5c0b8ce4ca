import { KeycloakApi } from "./api/keycloakApi";
import type { ConsoleContext } from "./context";
import { type Messages, messagesOf } from "./i18n/messages";
import { issuingRealm } from "./model/jwt";
import { type Permissions, permissionsOf } from "./model/permissions";

/** What there is to know about the administrator: language and permissions. */
export interface Session {
    readonly messages: Messages;
    readonly permissions: Permissions;
}

const sessions = new WeakMap<ConsoleContext, Promise<Session>>();

/** Asks once for each context, and again when that failed. */
export function sessionOf(context: ConsoleContext): Promise<Session> {
    const session = sessions.get(context) ?? load(context);
    sessions.set(context, session);
    session.catch(() => sessions.delete(context));
    return session;
}

/** Whoever knows the administrator already says so before the element asks. */
export function rememberSession(context: ConsoleContext, session: Session): void {
    sessions.set(context, Promise.resolve(session));
}

/** The language comes from whoami: the token does not tell it. */
async function load(context: ConsoleContext): Promise<Session> {
    const loginRealm = issuingRealm(await context.getAccessToken()) ?? context.realm;
    const keycloak = new KeycloakApi(context);
    const whoAmI = await keycloak.whoAmI(loginRealm);
    const locale = whoAmI.locale ?? "en";
    return {
        messages: messagesOf(locale, await keycloak.texts(loginRealm, locale)),
        permissions: permissionsOf(whoAmI, context.realm),
    };
}
