import type { ConsoleContext, RealmRepresentation } from "../context";
import type { Environment } from "./environment";
import { findContextValue } from "./reactTree";

/** The part of keycloak-js that we use. */
interface Keycloak {
    readonly token?: string;
    updateToken(minValidity: number): Promise<boolean>;
}

/** For how many seconds a token must at least be good. */
const MARGIN = 5;

/** What the console knows about itself, in the form that our element takes; throws when it cannot be found. */
export function contextOf(app: Element, environment: Environment, realm: string): ConsoleContext {
    const keycloak = findContextValue(app, (value) => (isKeycloak(value.keycloak) ? value.keycloak : null));
    if (keycloak === null) {
        throw new Error("the console's session was not found");
    }
    return {
        realm,
        realmRepresentation: findContextValue(app, (value) => representationOf(value.realmRepresentation, realm)) ?? {
            realm,
        },
        adminBaseUrl: environment.adminBaseUrl,
        serverBaseUrl: environment.serverBaseUrl,
        authServerUrl: environment.authServerUrl,
        async getAccessToken() {
            await keycloak.updateToken(MARGIN);
            return keycloak.token ?? "";
        },
    };
}

function isKeycloak(value: unknown): value is Keycloak {
    return typeof (value as Partial<Keycloak> | null | undefined)?.updateToken === "function";
}

function representationOf(value: unknown, realm: string): RealmRepresentation | null {
    const representation = value as RealmRepresentation | null | undefined;
    return representation?.realm === realm ? representation : null;
}
