import type { Client } from "../api/types";
import { type LimitLine, limitsOf, linesOfLimits } from "./limits";
import type { Mistake } from "./mistakes";
import { limitMistakes } from "./settings";
import { isWebAddress } from "./webAddress";

export const ENABLED = "api-keys.enabled";

const LIMIT = "api-keys.client-limit";
const OPENAPI_URL = "api-keys.openapi-url";
const CONTACT = "api-keys.contact";

/** The switches by the attribute that keeps each. */
const CLIENT_FLAGS = {
    selfService: "api-keys.self-service",
    gateway: "api-keys.gateway",
    openCheck: "api-keys.open-check",
} as const;

export type ClientFlag = keyof typeof CLIENT_FLAGS;

/** What the form edits. */
export interface ClientDraft extends Readonly<Record<ClientFlag, boolean>> {
    readonly limit: readonly LimitLine[];
    readonly openapiUrl: string;
    /** An e-mail address. */
    readonly contact: string;
}

export function hasKeys({ attributes }: Client): boolean {
    return attributes?.[ENABLED] === "true";
}

/** Where the OpenAPI document of the client's API is; empty when the client does not say. */
export function documentationUrl({ attributes }: Client): string {
    return attributes?.[OPENAPI_URL]?.trim() ?? "";
}

/** Whether the client can have keys at all. */
export function canHaveKeys({ protocol, bearerOnly }: Client): boolean {
    return (protocol === undefined || protocol === "openid-connect") && bearerOnly !== true;
}

export function clientDraft({ attributes }: Client): ClientDraft {
    const flag = (name: ClientFlag) => attributes?.[CLIENT_FLAGS[name]] === "true";
    return {
        limit: linesOfLimits(attributes?.[LIMIT] ?? ""),
        openapiUrl: attributes?.[OPENAPI_URL] ?? "",
        contact: attributes?.[CONTACT] ?? "",
        selfService: flag("selfService"),
        gateway: flag("gateway"),
        openCheck: flag("openCheck"),
    };
}

/** The attributes that differ; an empty text removes one. */
export function changedAttributes(draft: ClientDraft, before: ClientDraft): Record<string, string> {
    const old = attributesOf(before);
    return Object.fromEntries(Object.entries(attributesOf(draft)).filter(([name, value]) => old[name] !== value));
}

export function clientMistakes(draft: ClientDraft): Mistake[] {
    const url = draft.openapiUrl.trim();
    const contact = draft.contact.trim();
    return [
        ...limitMistakes("limit", draft.limit),
        ...(url === "" || isWebAddress(url)
            ? []
            : [{ field: "openapiUrl", key: "apiKeysUrlWrong", values: { text: url } }]),
        ...(contact === "" || isMailAddress(contact)
            ? []
            : [{ field: "contact", key: "apiKeysContactWrong", values: { text: contact } }]),
    ];
}

function attributesOf(draft: ClientDraft): Record<string, string> {
    return {
        [LIMIT]: limitsOf(draft.limit).join(","),
        [OPENAPI_URL]: draft.openapiUrl.trim(),
        [CONTACT]: draft.contact.trim(),
        ...Object.fromEntries(
            Object.entries(CLIENT_FLAGS).map(([name, attribute]) => [
                attribute,
                draft[name as ClientFlag] ? "true" : "",
            ]),
        ),
    };
}

/** One address without a name beside it, as the server reads it. */
function isMailAddress(text: string): boolean {
    return text.length <= 254 && /^[^\s\p{Cc}@,;:<>()[\]\\"]+@[A-Za-z0-9.-]+$/u.test(text);
}
