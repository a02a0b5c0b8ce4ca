/** What Keycloak writes into the console's page about itself. */
export interface Environment {
    readonly serverBaseUrl: string;
    readonly adminBaseUrl: string;
    readonly authServerUrl: string;
    /** The realm that the administrator has logged in to. */
    readonly realm: string;
}

const FIELDS = ["serverBaseUrl", "adminBaseUrl", "authServerUrl", "realm"] as const;

/** Reads the page's environment; throws when it is not as we know it. */
export function readEnvironment(document: Document): Environment {
    const parsed: unknown = JSON.parse(document.getElementById("environment")?.textContent ?? "{}");
    const environment = parsed as Partial<Record<keyof Environment, unknown>>;
    for (const field of FIELDS) {
        if (typeof environment[field] !== "string") {
            throw new Error(`the console's environment has no ${field}`);
        }
    }
    return {
        serverBaseUrl: withoutSlash(environment.serverBaseUrl),
        adminBaseUrl: withoutSlash(environment.adminBaseUrl),
        authServerUrl: withoutSlash(environment.authServerUrl),
        realm: environment.realm as string,
    };
}

function withoutSlash(url: unknown): string {
    return String(url).replace(/\/+$/, "");
}
