import type { Environment } from "../console/environment";

/** What the server writes into the page beside the console; addresses have no slash at the end. */
export interface StandaloneEnvironment extends Environment {
    /** What people call the realm. */
    readonly displayName: string;
    /** The page's own address, to which logins come back. */
    readonly page: string;
    readonly clientId: string;
    /** Whether that client can be used; the address for administrators is empty until then. */
    readonly ready: boolean;
    /** Whether the realm has a client of that name, even if it cannot be used. */
    readonly exists: boolean;
    /** The client whose roles are those of administrators. */
    readonly managementClientId: string;
    readonly locale: string;
    /** What the realm speaks beside its default; none without internationalization. */
    readonly locales: readonly string[];
}

export function readStandaloneEnvironment(document: Document): StandaloneEnvironment {
    const written = JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as StandaloneEnvironment;
    return { ...written, adminBaseUrl: written.ready ? written.adminBaseUrl : "" };
}
