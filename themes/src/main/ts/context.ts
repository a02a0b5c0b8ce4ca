/** What a page of ours is told by whoever mounts it: the shape of Keycloak's coming provider for UI scripts. */
export interface ConsoleContext {
    /** The realm that is administered. */
    readonly realm: string;
    readonly realmRepresentation: RealmRepresentation;
    /** Where the admin REST API answers, without a slash at the end. */
    readonly adminBaseUrl: string;
    readonly serverBaseUrl: string;
    /** Where users and clients reach Keycloak. */
    readonly authServerUrl: string;
    /** An access token that is good for some seconds at least. */
    getAccessToken(): Promise<string>;
}

/** The part of Keycloak's representation that we read; an administrator may see as little as the name. */
export interface RealmRepresentation {
    readonly realm?: string;
    readonly adminEventsEnabled?: boolean;
}

/** The custom element, as its mounters use it. */
export interface ApiKeysAdminElement extends HTMLElement {
    context: ConsoleContext | null;
    /** Internal id of the client whose tab this is; null on the realm's page. */
    clientUuid: string | null;
}

export const ELEMENT_NAME = "api-keys-admin";
