/** What every page of ours is told by whoever mounts it. */
export interface PageContext {
    /** The realm whose keys they are. */
    readonly realm: string;
    readonly serverBaseUrl: string;
    /** Where users and clients reach Keycloak. */
    readonly authServerUrl: string;
    /** An access token that is good for some seconds at least. */
    getAccessToken(): Promise<string>;
}

/** The same for administrators: the shape of Keycloak's coming provider for UI scripts. */
export interface ConsoleContext extends PageContext {
    readonly realmRepresentation: RealmRepresentation;
    /** Where the admin REST API answers, without a slash at the end. */
    readonly adminBaseUrl: string;
}

/** The same for users, about keys of their own. */
export interface AccountContext extends PageContext {
    readonly locale: string;
    /** Leads to Keycloak's login and back, unless the user has logged in within so many seconds. */
    logIn(maxAge: number): void;
}

/** The part of Keycloak's representation that we read; an administrator may see as little as the name. */
export interface RealmRepresentation {
    readonly realm?: string;
    readonly adminEventsEnabled?: boolean;
}

/** The custom element of the admin console, as its mounters use it. */
export interface ApiKeysAdminElement extends HTMLElement {
    context: ConsoleContext | null;
    /** Internal id of the client whose tab this is; null on the realm's page. */
    clientUuid: string | null;
}

/** That of the account console. */
export interface ApiKeysAccountElement extends HTMLElement {
    context: AccountContext | null;
}

export const ELEMENT_NAME = "api-keys-admin";
export const ACCOUNT_ELEMENT_NAME = "api-keys-account";
