import { type JsonObject, listOf, member, objectOf, textOf } from "./json";
import { resolved, selfContained } from "./references";
import { sampleOf } from "./payloads";
import { TOKEN } from "./security";

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

/** Those of the operation, and those of its path that it does not say otherwise. Cookies are never sent, so none is offered. */
export function parametersOf(document: JsonObject, item: JsonObject, operation: JsonObject): Parameter[] {
    const parameters = [...listOf(item.parameters), ...listOf(operation.parameters)]
        .map((parameter) => parameterOf(document, resolved(document, parameter)))
        .filter((parameter) => parameter !== null)
        .slice(0, MOST_PARAMETERS);
    return [...new Map(parameters.map((parameter) => [parameter.id, parameter])).values()];
}

function parameterOf(document: JsonObject, parameter: JsonObject): Parameter | null {
    const name = textOf(parameter.name);
    const place = (["path", "query", "header"] as const).find((known) => known === parameter.in);
    const isOffered =
        place !== "header" || (name !== undefined && TOKEN.test(name) && !RESERVED.includes(name.toLowerCase()));
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
    return textual(said.find((value) => value !== undefined) ?? (required ? sampleOf(schema) : undefined));
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
