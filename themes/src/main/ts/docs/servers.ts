import { isObject, type JsonObject, listOf, member, objectOf, textOf } from "./json";

/** Where an API answers; the address has no slash at the end. */
export interface Server {
    readonly url: string;
    readonly description?: string;
}

const MOST_SERVERS = 50;

/**
 * The servers that the object names (OpenAPI 3.1, Server Object), with the defaults of their variables. Relative addresses
 * begin at that of the document. Whatever is no http or https address, or has a user name in it, is left out.
 */
export function serversOf(owner: JsonObject, documentUrl: string): Server[] {
    return listOf(owner.servers)
        .slice(0, MOST_SERVERS)
        .flatMap((server) => {
            const url = addressOf(server, documentUrl);
            const description = textOf(member(server, "description"));
            return url === null ? [] : [{ url, ...(description === undefined ? {} : { description }) }];
        });
}

/** Those of the document; where it names none, the root of where it is. */
export function serversOfDocument(document: JsonObject, documentUrl: string): Server[] {
    return listOf(document.servers).length === 0
        ? serversOf({ servers: [{ url: "/" }] }, documentUrl)
        : serversOf(document, documentUrl);
}

function addressOf(server: unknown, documentUrl: string): string | null {
    const template = member(server, "url");
    if (typeof template !== "string" || !isObject(server)) {
        return null;
    }
    const variables = objectOf(server.variables);
    const text = template.replace(/\{([^{}]*)\}/g, (place, name: string) => {
        const value = member(member(variables, name), "default");
        return typeof value === "string" ? value : place;
    });
    try {
        const { protocol, username, password, origin, pathname } = new URL(text, documentUrl);
        return (protocol === "https:" || protocol === "http:") && username === "" && password === ""
            ? origin + pathname.replace(/\/+$/, "")
            : null;
    } catch {
        return null;
    }
}
