import { type Environment, readEnvironment } from "../console/environment";

/** What the server writes into the page beside the console. */
export interface StandaloneEnvironment extends Environment {
    /** What people call the realm. */
    readonly displayName: string;
    /** The page's own address, to which logins come back. */
    readonly page: string;
    readonly clientId: string;
    /** Whether that client exists. */
    readonly ready: boolean;
    /** The client whose roles are those of administrators. */
    readonly managementClientId: string;
    readonly locale: string;
    /** What the realm speaks beside its default; none without internationalization. */
    readonly locales: readonly string[];
}

export function readStandaloneEnvironment(document: Document): StandaloneEnvironment {
    const written = JSON.parse(document.getElementById("environment")?.textContent ?? "{}") as StandaloneEnvironment;
    return { ...written, ...readEnvironment(document) };
}
