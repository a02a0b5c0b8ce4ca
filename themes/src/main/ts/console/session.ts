import type { AccountContext, ConsoleContext, RealmRepresentation } from "../context";
import type { AccountEnvironment, Environment } from "./environment";
import { accessTokenOf, keycloakIn } from "./keycloak";
import { findContextValue } from "./reactTree";

/** What the console knows about itself, in the form that our element takes; throws when it cannot be found. */
export function contextOf(app: Element, environment: Environment, realm: string): ConsoleContext {
    const keycloak = keycloakIn(app);
    return {
        realm,
        realmRepresentation: findContextValue(app, (value) => representationOf(value.realmRepresentation, realm)) ?? {
            realm,
        },
        adminBaseUrl: environment.adminBaseUrl,
        serverBaseUrl: environment.serverBaseUrl,
        authServerUrl: environment.authServerUrl,
        getAccessToken: () => accessTokenOf(keycloak),
    };
}

/** The same in the account console. */
export function accountContextOf(app: Element, environment: AccountEnvironment): AccountContext {
    const keycloak = keycloakIn(app);
    return {
        realm: environment.realm,
        serverBaseUrl: environment.serverBaseUrl,
        authServerUrl: environment.authServerUrl,
        locale: environment.locale,
        getAccessToken: () => accessTokenOf(keycloak),
        logIn: (maxAge) => void keycloak.login({ maxAge, redirectUri: location.href }),
    };
}

function representationOf(value: unknown, realm: string): RealmRepresentation | null {
    const representation = value as RealmRepresentation | null | undefined;
    return representation?.realm === realm ? representation : null;
}
