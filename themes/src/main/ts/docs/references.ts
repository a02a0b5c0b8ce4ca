import { isObject, type JsonObject, listOf, member, objectOf } from "./json";

const LONGEST_CHAIN = 20;

/** What a reference stands for. Only those within the document are followed: nothing else is ever loaded. */
export function resolved(document: JsonObject, value: unknown): JsonObject {
    let found = value;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
        const reference = member(found, "$ref");
        if (typeof reference !== "string") {
            return objectOf(found);
        }
        found = target(document, reference);
    }
    return {};
}

/** RFC 6901, in the fragment of a URI. */
function target(document: JsonObject, reference: string): unknown {
    if (!reference.startsWith("#/")) {
        return undefined;
    }
    try {
        return decodeURIComponent(reference.slice(2))
            .split("/")
            .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
            .reduce<unknown>(
                (at, token) => (Array.isArray(at) ? listOf(at)[Number(token)] : member(at, token)),
                document,
            );
    } catch {
        return undefined;
    }
}

/** Members of a schema that are data, whatever they look like. */
const DATA = ["example", "examples", "default", "const", "enum"];

/** Members of a schema that have further schemas by a name of their own. */
const NAMED = ["properties", "patternProperties"];

/** No sample gets longer by asking for it. */
const AT_MOST: Readonly<Record<string, number>> = { minLength: 200, minItems: 2, minProperties: 10 };

const DEEPEST = 12;
const MOST_NODES = 2_000;

/**
 * A copy of the schema with everything in it that it refers to, as far as that has an end: what refers to itself, or is too
 * deep or too much, allows anything there.
 */
export function selfContained(document: JsonObject, schema: unknown): JsonObject {
    let nodes = 0;
    return copy(schema, 0, []);

    function copy(value: unknown, depth: number, within: readonly unknown[]): JsonObject {
        nodes++;
        const found = resolved(document, value);
        if (depth > DEEPEST || nodes > MOST_NODES || within.includes(found)) {
            return {};
        }
        const siblings = Object.entries(objectOf(value)).filter(([name]) => name !== "$ref");
        const inside = [...within, found];
        const next = (item: unknown) => copy(item, depth + 1, inside);
        return Object.fromEntries(
            Object.entries({ ...found, ...Object.fromEntries(siblings) }).map(([name, item]) => [
                name,
                part(name, item, next),
            ]),
        );
    }

    function part(name: string, item: unknown, next: (schema: unknown) => JsonObject): unknown {
        if (DATA.includes(name)) {
            return item;
        }
        if (NAMED.includes(name)) {
            return Object.fromEntries(Object.entries(objectOf(item)).map(([key, schema]) => [key, next(schema)]));
        }
        if (Array.isArray(item)) {
            return item.map((entry: unknown) => (isObject(entry) ? next(entry) : entry));
        }
        const most = AT_MOST[name];
        return isObject(item)
            ? next(item)
            : most !== undefined && typeof item === "number"
              ? Math.min(item, most)
              : item;
    }
}
