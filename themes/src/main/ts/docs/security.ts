import { type JsonObject, listOf, member, objectOf, textOf } from "./json";
import { resolved } from "./references";

/** Where a key goes in a request: what stands in front of it in which header field. */
export interface KeyHeader {
    readonly name: string;
    readonly prefix: "" | "Bearer " | "ApiKey ";
}

/** A way to be let in: with these scopes, in these header fields; without any, no key is needed. */
export interface Way {
    readonly scopes: readonly string[];
    readonly headers: readonly KeyHeader[];
}

/** RFC 9110 section 5.6.2. */
export const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

const MOST_REQUIREMENTS = 100;

/**
 * The ways into an operation (OpenAPI 3.1, Security Requirement Object): one of the requirements has to be met, and of that
 * all schemes. Without a requirement everybody is let in; what a key cannot meet is no way.
 */
export function waysInto(document: JsonObject, operation: JsonObject): Way[] {
    const security = Object.hasOwn(operation, "security") ? operation.security : document.security;
    if (security === undefined || (Array.isArray(security) && security.length === 0)) {
        return [{ scopes: [], headers: [] }];
    }
    return listOf(security)
        .slice(0, MOST_REQUIREMENTS)
        .map((requirement) => way(document, requirement))
        .filter((found) => found !== null);
}

function way(document: JsonObject, requirement: unknown): Way | null {
    const scopes = new Set<string>();
    const headers: KeyHeader[] = [];
    if (requirement === null || typeof requirement !== "object" || Array.isArray(requirement)) {
        return null;
    }
    for (const [name, wanted] of Object.entries(objectOf(requirement))) {
        const header = keyHeader(schemeOf(document, name));
        if (header === null || !Array.isArray(wanted) || !wanted.every((scope) => typeof scope === "string")) {
            return null;
        }
        // the key stands once in a field, however many schemes ask for it there
        if (!headers.some(({ name: given }) => given.toLowerCase() === header.name.toLowerCase())) {
            headers.push(header);
        }
        wanted.forEach((scope) => scopes.add(scope));
    }
    return { scopes: [...scopes], headers };
}

function schemeOf(document: JsonObject, name: string): JsonObject {
    return resolved(document, member(member(document.components, "securitySchemes"), name));
}

/** Null for what takes something else than a key in a header field. */
function keyHeader(scheme: JsonObject): KeyHeader | null {
    switch (scheme.type) {
        case "apiKey": {
            const name = textOf(scheme.name);
            return scheme.in === "header" && name !== undefined && TOKEN.test(name) ? { name, prefix: "" } : null;
        }
        case "http":
            return httpHeader(textOf(scheme.scheme)?.toLowerCase());
        case "oauth2":
        case "openIdConnect":
            return { name: "Authorization", prefix: "Bearer " };
        default:
            return null;
    }
}

function httpHeader(scheme: string | undefined): KeyHeader | null {
    switch (scheme) {
        case "bearer":
            return { name: "Authorization", prefix: "Bearer " };
        case "apikey":
            return { name: "Authorization", prefix: "ApiKey " };
        default:
            return null;
    }
}

/** The first way that the scopes open, with a key if there is one with a key; null when they open none. */
export function openWay(ways: readonly Way[], scopes: ReadonlySet<string>): Way | null {
    const open = ways.filter((candidate) => candidate.scopes.every((scope) => scopes.has(scope)));
    return open.find(({ headers }) => headers.length > 0) ?? open[0] ?? null;
}
