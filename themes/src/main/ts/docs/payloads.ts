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
    const unnamed = Object.hasOwn(media, "example") ? media.example : sampleOf(selfContained(document, media.schema));
    return [...named, { name: null, label: "", text: written(unnamed, mediaType) }];
}

/** A value that the schema allows, as far as one can tell; undefined where the schema makes no sense. */
export function sampleOf(schema: JsonObject): unknown {
    try {
        return sample(schema, { skipReadOnly: true, quiet: true });
    } catch {
        return undefined;
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
