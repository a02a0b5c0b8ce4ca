import { findContextValue } from "./reactTree";

/** The part of keycloak-js that we use. */
interface Keycloak {
    readonly token?: string;
    updateToken(minValidity: number): Promise<boolean>;
    login(options: { maxAge: number; redirectUri: string }): Promise<void>;
}

/** For how many seconds a token must at least be good. */
const MARGIN = 5;

/** The console's own session; throws when it cannot be found. */
export function keycloakIn(app: Element): Keycloak {
    const keycloak = findContextValue(app, (value) => (isKeycloak(value.keycloak) ? value.keycloak : null));
    if (keycloak === null) {
        throw new Error("the console's session was not found");
    }
    return keycloak;
}

export async function accessTokenOf(keycloak: Keycloak): Promise<string> {
    await keycloak.updateToken(MARGIN);
    return keycloak.token ?? "";
}

function isKeycloak(value: unknown): value is Keycloak {
    return typeof (value as Partial<Keycloak> | null | undefined)?.updateToken === "function";
}
