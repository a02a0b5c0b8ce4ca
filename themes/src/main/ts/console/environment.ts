/** What Keycloak writes into the console's page about itself. */
export interface Environment {
    readonly serverBaseUrl: string;
    readonly adminBaseUrl: string;
    readonly authServerUrl: string;
    /** The realm that the administrator has logged in to. */
    readonly realm: string;
}

/** The same in the account console. */
export interface AccountEnvironment {
    readonly serverBaseUrl: string;
    readonly authServerUrl: string;
    readonly realm: string;
    /** The address of the console. */
    readonly baseUrl: string;
    /** Where the theme's resources are. */
    readonly resourceUrl: string;
    readonly locale: string;
}

/** Reads the page's environment; throws when it is not as we know it. */
export function readEnvironment(document: Document): Environment {
    const text = textsIn(document);
    return {
        serverBaseUrl: withoutSlash(text("serverBaseUrl")),
        adminBaseUrl: withoutSlash(text("adminBaseUrl")),
        authServerUrl: withoutSlash(text("authServerUrl")),
        realm: text("realm"),
    };
}

/** The same in the account console; addresses have no slash at the end. */
export function readAccountEnvironment(document: Document): AccountEnvironment {
    const text = textsIn(document);
    return {
        serverBaseUrl: withoutSlash(text("serverBaseUrl")),
        authServerUrl: withoutSlash(text("authServerUrl")),
        realm: text("realm"),
        baseUrl: withoutSlash(text("baseUrl")),
        resourceUrl: withoutSlash(text("resourceUrl")),
        locale: text("locale"),
    };
}

function textsIn(document: Document): (field: string) => string {
    const environment = JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as Record<
        string,
        unknown
    >;
    return (field) => {
        const value = environment[field];
        if (typeof value !== "string") {
            throw new Error(`the console's environment has no ${field}`);
        }
        return value;
    };
}

function withoutSlash(url: string): string {
    return url.replace(/\/+$/, "");
}
