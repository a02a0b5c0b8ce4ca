import { CORE_SCHEMA, load } from "js-yaml";
import { isObject, type JsonObject } from "./json";

const DEEPEST = 100;
/** With what aliases stand for. */
export const MOST_NODES = 500_000;

/** The OpenAPI document in a text; or what it is instead. */
export type Parsed =
    | { readonly kind: "document"; readonly document: JsonObject }
    | { readonly kind: "large" }
    | { readonly kind: "unreadable" }
    | { readonly kind: "other" };

/** Reads JSON or YAML. */
export function parseDocument(text: string): Parsed {
    let tree: unknown;
    try {
        tree = clean(read(text));
    } catch (error) {
        return { kind: error instanceof TooMuch ? "large" : "unreadable" };
    }
    return isObject(tree) && typeof tree.openapi === "string" && /^3\.[01](?!\d)/.test(tree.openapi)
        ? { kind: "document", document: tree }
        : { kind: "other" };
}

function read(text: string): unknown {
    return /^\s*\{/.test(text) ? JSON.parse(text) : load(text, { schema: CORE_SCHEMA });
}

class TooMuch extends Error {}

/**
 * A copy without __proto__, which would be something else than a member wherever it is written. Aliases of YAML can make
 * a small text a huge tree, or an endless one: such trees are refused.
 */
function clean(tree: unknown): unknown {
    let nodes = 0;
    return copy(tree, 0);

    function copy(value: unknown, depth: number): unknown {
        nodes++;
        if (nodes > MOST_NODES) {
            throw new TooMuch();
        }
        if (depth > DEEPEST) {
            throw new RangeError("too deep");
        }
        if (Array.isArray(value)) {
            return value.map((item) => copy(item, depth + 1));
        }
        return isObject(value)
            ? Object.fromEntries(
                  Object.entries(value)
                      .filter(([name]) => name !== "__proto__")
                      .map(([name, item]) => [name, copy(item, depth + 1)]),
              )
            : value;
    }
}
