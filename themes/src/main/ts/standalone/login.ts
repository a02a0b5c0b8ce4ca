import Keycloak from "keycloak-js";
import type { StandaloneEnvironment } from "./environment";
import { keepPlace, returnToPlace } from "./place";

/** For how many seconds a token must at least be good. */
const MARGIN = 5;

/** An administrator who has logged in. */
export interface Login {
    readonly username: string;
    /** The language of the account; null when it has none. */
    readonly locale: string | null;
    readonly roles: readonly string[];
    getAccessToken(): Promise<string>;
    logOut(): void;
}

/** Logs in, which leads to Keycloak and back unless somebody is logged in already. */
export async function logIn(environment: StandaloneEnvironment): Promise<Login> {
    const keycloak = new Keycloak({
        url: environment.authServerUrl,
        realm: environment.realm,
        clientId: environment.clientId,
    });
    keepPlace();
    await keycloak.init({
        onLoad: "login-required",
        pkceMethod: "S256",
        checkLoginIframe: false,
        redirectUri: environment.page,
        locale: environment.locale,
    });
    returnToPlace(environment.realm);
    const token = keycloak.tokenParsed ?? {};
    return {
        username: typeof token.preferred_username === "string" ? token.preferred_username : "",
        locale: typeof token.locale === "string" ? token.locale : null,
        roles: token.resource_access?.[environment.managementClientId]?.roles ?? [],
        async getAccessToken() {
            try {
                await keycloak.updateToken(MARGIN);
            } catch (error) {
                keepPlace();
                await keycloak.login({ redirectUri: environment.page, locale: environment.locale });
                throw error;
            }
            return keycloak.token ?? "";
        },
        logOut() {
            void keycloak.logout({ redirectUri: environment.page });
        },
    };
}
