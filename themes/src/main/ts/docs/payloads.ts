import { sample } from "openapi-sampler";
import { isObject, type JsonObject, member, objectOf, textOf } from "./json";
import { resolved, selfContained } from "./references";

/** A body that can be sent; the one that was made up from the schema has no name. */
export interface Payload {
    readonly name: string | null;
    readonly label: string;
    readonly text: string;
}

export interface Body {
    readonly mediaType: string;
    readonly required: boolean;
    readonly description?: string;
    /** The first is shown first. */
    readonly payloads: readonly Payload[];
}

const SEVERAL_PARTS = /^multipart\//i;
const JSON_TYPE = /^application\/([a-z0-9.-]+\+)?json\b/i;
const FORM = /^application\/x-www-form-urlencoded\b/i;
const MEDIA_TYPE = /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+(;[ -~]*)?$/i;

/** What the operation takes in its body: JSON if it does, else a form, else text; null for nothing of these. */
export function bodyOf(document: JsonObject, requestBody: JsonObject): Body | null {
    const content = objectOf(requestBody.content);
    const types = Object.keys(content).filter((type) => MEDIA_TYPE.test(type) && !SEVERAL_PARTS.test(type));
    const mediaType =
        types.find((type) => JSON_TYPE.test(type)) ??
        types.find((type) => FORM.test(type)) ??
        types.find((type) => type.toLowerCase().startsWith("text/"));
    if (mediaType === undefined) {
        return null;
    }
    const description = textOf(requestBody.description);
    return {
        mediaType,
        required: requestBody.required === true,
        ...(description === undefined ? {} : { description }),
        payloads: payloadsOf(document, mediaType, resolved(document, content[mediaType])),
    };
}

/** The examples by their names, and one that is made up where the document has none without a name. */
function payloadsOf(document: JsonObject, mediaType: string, media: JsonObject): Payload[] {
    const named = Object.entries(objectOf(media.examples)).flatMap(([name, reference]) => {
        const example = resolved(document, reference);
        const value = Object.hasOwn(example, "value") ? example.value : member(example, "dataValue");
        return value === undefined
            ? []
            : [{ name, label: textOf(example.summary) ?? name, text: written(value, mediaType) }];
    });
    const text = Object.hasOwn(media, "example")
        ? written(media.example, mediaType)
        : sampleText(selfContained(document, media.schema), (value) => written(value, mediaType));
    return [...named, { name: null, label: "", text }];
}

/**
 * A value that the schema allows, as far as one can tell, written down; nothing where the schema makes no sense or the value
 * would be longer than anybody sends.
 */
export function sampleText(schema: JsonObject, write: (value: unknown) => string): string {
    try {
        return isShort(schema) ? write(sample(schema, { skipReadOnly: true, quiet: true })) : "";
    } catch {
        return "";
    }
}

/** What the sampler makes two of: with twelve of them within each other, 4,096. */
const TWICE = ["items", "additionalProperties"];

/** What is said about values, and stands in none. */
const ABOUT = ["title", "description"];

const LONGEST_SAMPLE = 100_000;

/** Counted before anything is made: members and the characters of texts, as often as they will be there. */
function isShort(schema: JsonObject): boolean {
    let left = LONGEST_SAMPLE;
    return fits(schema, 1);

    function fits(value: unknown, times: number): boolean {
        left -= times * (typeof value === "string" ? value.length + 1 : 1);
        if (left < 0 || typeof value !== "object" || value === null) {
            return left >= 0;
        }
        return Object.entries(value).every(
            ([name, item]) =>
                (ABOUT.includes(name) && typeof item === "string") ||
                fits(item, TWICE.includes(name) ? times * 2 : times),
        );
    }
}

function written(value: unknown, mediaType: string): string {
    if (value === undefined) {
        return "";
    }
    if (JSON_TYPE.test(mediaType)) {
        return JSON.stringify(value, null, 2);
    }
    if (FORM.test(mediaType) && isObject(value)) {
        return new URLSearchParams(Object.entries(value).map(([name, item]) => [name, plain(item)])).toString();
    }
    return plain(value);
}

function plain(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}
