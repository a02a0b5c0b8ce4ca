import { isWebAddress } from "../model/webAddress";
import type { JsonObject } from "./json";
import { parseDocument } from "./parseDocument";
import { isWithin, readText } from "./readText";

export const LARGEST_MEGABYTES = 5;

const PATIENCE_MILLIS = 20_000;

type FailureWithoutMore =
    | "Address"
    | "Mixed"
    | "Unreachable"
    | "Timeout"
    | "Large"
    | "Unreadable"
    | "Version"
    | "Unusable";

/** Why there is nothing to show. */
export type DocumentFailure =
    | { readonly reason: FailureWithoutMore }
    | { readonly reason: "Status"; readonly status: number };

export type DocumentOutcome =
    | { readonly kind: "read"; readonly document: JsonObject; readonly url: string }
    | ({ readonly kind: "failed" } & DocumentFailure);

/** What the browser is asked to do; tests do it themselves. */
export interface Surroundings {
    readonly fetch: typeof fetch;
    /** Of the page that asks. */
    readonly protocol: string;
    readonly patienceMillis?: number;
}

/**
 * Reads the document as anybody would: without cookies, token and referrer. Whoever publishes it knows no more of the reader
 * than the address.
 */
export async function fetchDocument(
    url: string,
    { fetch, protocol, patienceMillis = PATIENCE_MILLIS }: Surroundings = {
        fetch: window.fetch.bind(window),
        protocol: location.protocol,
    },
): Promise<DocumentOutcome> {
    if (!isWebAddress(url)) {
        return { kind: "failed", reason: "Address" };
    }
    if (isMixed(protocol, new URL(url))) {
        return { kind: "failed", reason: "Mixed" };
    }
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), patienceMillis);
    try {
        const response = await fetch(url, {
            headers: { Accept: "application/json, application/yaml;q=0.9, */*;q=0.1" },
            credentials: "omit",
            referrerPolicy: "no-referrer",
            signal: abort.signal,
        });
        return await outcomeOf(response, url, abort);
    } catch {
        return { kind: "failed", reason: abort.signal.aborted ? "Timeout" : "Unreachable" };
    } finally {
        clearTimeout(timer);
    }
}

async function outcomeOf(response: Response, url: string, abort: AbortController): Promise<DocumentOutcome> {
    if (!response.ok) {
        return { kind: "failed", reason: "Status", status: response.status };
    }
    const limit = LARGEST_MEGABYTES * 1_000_000;
    const { text, cut } = isWithin(response, limit) ? await readText(response, limit) : { text: "", cut: true };
    if (cut) {
        abort.abort();
        return { kind: "failed", reason: "Large" };
    }
    const parsed = parseDocument(text);
    switch (parsed.kind) {
        case "document":
            return { kind: "read", document: parsed.document, url: response.url === "" ? url : response.url };
        case "large":
            return { kind: "failed", reason: "Large" };
        case "unreadable":
            return { kind: "failed", reason: "Unreadable" };
        case "other":
            return { kind: "failed", reason: "Version" };
    }
}

/** Whether browsers refuse it before they ask; what is on the same machine they let pass (Mixed Content, section 4). */
export function isMixed(protocol: string, { protocol: wanted, hostname }: URL): boolean {
    return (
        protocol === "https:" &&
        wanted === "http:" &&
        !/^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1])$/.test(hostname)
    );
}
