/** A key that a reader has pasted, and the one origin that it was pasted for: the field had named it. */
export interface PastedKey {
    readonly origin: string;
    readonly key: string;
}

export const NOTHING_PASTED: PastedKey = { origin: "", key: "" };

/** Where a request goes; an address that is none is a place of its own. */
export function originOf(url: string): string {
    return URL.canParse(url) ? new URL(url).origin : url;
}

/** The key, if it was pasted for where the request goes; otherwise nothing. */
export function keyFor({ origin, key }: PastedKey, url: string): string {
    return originOf(url) === origin ? key : "";
}
