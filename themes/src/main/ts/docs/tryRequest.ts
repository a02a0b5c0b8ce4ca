import { readText } from "./readText";
import type { ShownRequest } from "./request";

/** What came of a request. */
export type Tried =
    | {
          readonly kind: "answered";
          readonly status: number;
          readonly headers: readonly (readonly [name: string, value: string])[];
          readonly body: string;
          readonly cut: boolean;
      }
    | { readonly kind: "redirected" | "unreachable" | "timeout" };

export const LARGEST_ANSWER = 100_000;

const PATIENCE_MILLIS = 30_000;

/** Those worth showing; scripts see them only where the API exposes them. */
const SHOWN = [
    "Content-Type",
    "RateLimit",
    "RateLimit-Policy",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "Retry-After",
    "WWW-Authenticate",
];

export function isLimitHeader(name: string): boolean {
    return name.toLowerCase().includes("ratelimit");
}

/** Whether the text can stand in a header field. */
export function isSendable(key: string): boolean {
    return /^[\x21-\x7e]+$/.test(key);
}

/**
 * Sends the request with the key, and nothing else that the browser knows: no cookies, no referrer. Redirects are not followed,
 * because the browser would hand the key on to wherever they lead.
 */
export async function tryRequest(
    { method, url, keyHeaders, headers, body }: ShownRequest,
    key: string,
    fetch: typeof window.fetch = window.fetch.bind(window),
): Promise<Tried> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PATIENCE_MILLIS);
    try {
        const response = await fetch(url, {
            method,
            headers: [...headers, ...keyHeaders.map(({ name, prefix }) => [name, prefix + key] as const)].map(
                ([name, value]): [string, string] => [name, value],
            ),
            body,
            credentials: "omit",
            referrerPolicy: "no-referrer",
            cache: "no-store",
            redirect: "manual",
            signal: abort.signal,
        });
        if (response.type === "opaqueredirect") {
            return { kind: "redirected" };
        }
        const { text, cut } = await readText(response, LARGEST_ANSWER);
        return {
            kind: "answered",
            status: response.status,
            headers: SHOWN.flatMap((name) => {
                const value = response.headers.get(name);
                return value === null ? [] : [[name, value] as const];
            }),
            body: text,
            cut,
        };
    } catch {
        return { kind: abort.signal.aborted ? "timeout" : "unreachable" };
    } finally {
        clearTimeout(timer);
    }
}
