import type { Mistake } from "../model/mistakes";
import type { Parameter } from "./parameters";
import type { Body } from "./payloads";
import type { KeyHeader } from "./security";

/** What the reader has filled in. */
export interface RequestDraft {
    /** By the id of the parameter. */
    readonly values: Readonly<Record<string, string>>;
    readonly body: string;
}

/** What is called: an operation whose parameters are worked out. */
export interface Call {
    readonly method: string;
    readonly path: string;
    readonly parameters: readonly Parameter[];
}

/** A request as it is shown and sent; the key is not in it, only where it goes. */
export interface ShownRequest {
    readonly method: string;
    readonly url: string;
    readonly keyHeaders: readonly KeyHeader[];
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body: string | null;
}

export function firstDraft(parameters: readonly Parameter[], body: Body | null): RequestDraft {
    return {
        values: Object.fromEntries(parameters.map(({ id, initial }) => [id, initial])),
        body: body?.payloads[0]?.text ?? "",
    };
}

export function requestOf(
    call: Call,
    server: string,
    keyHeaders: readonly KeyHeader[],
    body: Body | null,
    draft: RequestDraft,
): ShownRequest {
    const filled = call.parameters
        .map((parameter) => ({ parameter, value: valueOf(draft, parameter) }))
        .filter(({ value }) => value !== "");
    const query = filled
        .filter(({ parameter }) => parameter.place === "query")
        .flatMap(({ parameter: { name, exploded }, value }) =>
            (exploded ? value.split(",") : [value]).map((item) => `${encode(name)}=${encode(item.trim())}`),
        );
    const headers = filled
        .filter(({ parameter }) => parameter.place === "header")
        .map(({ parameter, value }) => [parameter.name, value] as const);
    const withBody = body !== null && draft.body.trim() !== "" && takesBody(call);
    return {
        method: call.method,
        url: server + pathOf(call, draft) + (query.length === 0 ? "" : `?${query.join("&")}`),
        keyHeaders,
        headers: withBody ? [["Content-Type", body.mediaType], ...headers] : headers,
        body: withBody ? draft.body : null,
    };
}

/** Why the request cannot be sent as it is filled in. */
export function requestMistakes(call: Call, server: string, body: Body | null, draft: RequestDraft): Mistake[] {
    const isBodyMissing = body?.required === true && takesBody(call) && draft.body.trim() === "";
    const mistakes = [
        ...parameterMistakes(call, draft),
        ...(isBodyMissing ? [{ field: "body", key: "apiKeysDocsBodyMissing" }] : []),
    ];
    const url = server + pathOf(call, draft);
    const isAsWritten = URL.canParse(url) && new URL(url).href === url;
    return mistakes.length > 0 || isAsWritten
        ? mistakes
        : [{ field: "url", key: "apiKeysDocsAddressWrong", values: { url } }];
}

function parameterMistakes({ parameters }: Call, draft: RequestDraft): Mistake[] {
    return parameters.flatMap((parameter) => {
        const value = valueOf(draft, parameter);
        const isMissing = value === "" && parameter.required;
        const isWrong = isMissing || (parameter.place === "header" && !/^[\x20-\x7e]*$/.test(value));
        return isWrong
            ? [
                  {
                      field: parameter.id,
                      key: isMissing ? "apiKeysDocsParameterMissing" : "apiKeysDocsParameterWrong",
                      values: { name: parameter.name },
                  },
              ]
            : [];
    });
}

/** Browsers send none with these. */
function takesBody({ method }: Call): boolean {
    return !["GET", "HEAD"].includes(method);
}

/** With the values in their places; what is missing stays to be seen. */
function pathOf({ path, parameters }: Call, draft: RequestDraft): string {
    return path
        .split(/(\{[^{}]*\})/)
        .map((part, index) => {
            const parameter = parameters.find(({ name, place }) => place === "path" && `{${name}}` === part);
            const value = parameter ? valueOf(draft, parameter) : "";
            return index % 2 === 0 ? fixed(part) : value === "" ? part : encode(value);
        })
        .join("");
}

/** What is encoded already stays so; everything that ends a path is none of it. */
function fixed(part: string): string {
    return wellFormed(part, encodeURI)
        .replaceAll(/%25([0-9A-Fa-f]{2})/g, "%$1")
        .replaceAll("?", "%3F")
        .replaceAll("#", "%23");
}

/** Not even apostrophes stay, which addresses would change in a query. */
function encode(text: string): string {
    return wellFormed(text, encodeURIComponent).replaceAll("'", "%27");
}

/** Half of a surrogate pair cannot be encoded. */
function wellFormed(text: string, encoder: (text: string) => string): string {
    return encoder(
        text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"),
    );
}

function valueOf(draft: RequestDraft, { id }: Parameter): string {
    return (Object.hasOwn(draft.values, id) ? draft.values[id] : undefined)?.trim() ?? "";
}
