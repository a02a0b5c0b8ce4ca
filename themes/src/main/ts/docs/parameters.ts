import { type JsonObject, listOf, member, objectOf, textOf } from "./json";
import { resolved, selfContained } from "./references";
import { sampleText } from "./payloads";
import { type KeyHeader, TOKEN } from "./security";

export type Place = "path" | "query" | "header";

/** What a caller can fill in. */
export interface Parameter {
    readonly id: string;
    readonly name: string;
    readonly place: Place;
    readonly required: boolean;
    readonly description?: string;
    /** Of the values, as the schema says it. */
    readonly type: string;
    /** A list is one text with commas; with this, it is sent as one pair for each item. */
    readonly exploded: boolean;
    /** What stands in the field at first. */
    readonly initial: string;
}

/** Header fields that are no parameters (OpenAPI 3.1, Parameter Object), or that scripts may not set. */
const RESERVED = ["accept", "content-type", "authorization", "cookie", "host"];

const MOST_PARAMETERS = 100;

/**
 * What a caller can fill in of what is declared, of which the later stands in the place of the earlier. Cookies are never
 * sent, so none is offered; where the key goes, nothing else does.
 *
 * @param declared the list of the path, and after it that of the operation
 */
export function parametersOf(
    document: JsonObject,
    declared: readonly unknown[],
    keyHeaders: readonly KeyHeader[],
): Parameter[] {
    const taken = [...RESERVED, ...keyHeaders.map(({ name }) => name.toLowerCase())];
    const parameters = declared
        .flatMap((list) => listOf(list))
        .slice(0, MOST_PARAMETERS)
        .map((parameter) => parameterOf(document, resolved(document, parameter), taken))
        .filter((parameter) => parameter !== null);
    return [...new Map(parameters.map((parameter) => [parameter.id, parameter])).values()];
}

function parameterOf(document: JsonObject, parameter: JsonObject, taken: readonly string[]): Parameter | null {
    const name = textOf(parameter.name);
    const place = (["path", "query", "header"] as const).find((known) => known === parameter.in);
    const isOffered =
        place !== "header" || (name !== undefined && TOKEN.test(name) && !taken.includes(name.toLowerCase()));
    if (name === undefined || place === undefined || !isOffered) {
        return null;
    }
    const schema = selfContained(document, parameter.schema);
    const required = place === "path" || parameter.required === true;
    const description = textOf(parameter.description);
    return {
        id: `${place} ${name}`,
        name,
        place,
        required,
        ...(description === undefined ? {} : { description }),
        type: typeOf(schema),
        exploded: place === "query" && schema.type === "array" && parameter.explode !== false,
        initial: initialText(document, parameter, schema, required),
    };
}

function typeOf(schema: JsonObject): string {
    const types = [schema.type].flat().filter((type) => typeof type === "string");
    const format = textOf(schema.format);
    return [types.join(" | "), ...(format === undefined ? [] : [`(${format})`])].join(" ").trim();
}

/** An example, or the default; of what has to be there, at least something of the right form. */
function initialText(document: JsonObject, parameter: JsonObject, schema: JsonObject, required: boolean): string {
    const named = Object.values(objectOf(parameter.examples)).map((example) =>
        member(resolved(document, example), "value"),
    );
    const said = [parameter.example, ...named, schema.example, ...listOf(schema.examples), schema.default];
    const value = said.find((candidate) => candidate !== undefined && candidate !== null);
    return value === undefined && required ? sampleText(schema, textual) : textual(value);
}

function textual(value: unknown): string {
    if (Array.isArray(value)) {
        return value.map(textual).join(",");
    }
    switch (typeof value) {
        case "string":
            return value;
        case "number":
        case "boolean":
            return String(value);
        default:
            return value === undefined || value === null ? "" : JSON.stringify(value);
    }
}
