import { keysHash, parseRoute } from "../route";

const KEPT = "api-keys-place";

/** Logging in leads away from the page: remembers where in it one was. */
export function keepPlace(): void {
    if (parseRoute(location.hash) !== null) {
        sessionStorage.setItem(KEPT, location.hash);
    }
}

/** Goes back there, or to the list where that was in another realm or nowhere. */
export function returnToPlace(realm: string): void {
    const kept = sessionStorage.getItem(KEPT) ?? "";
    sessionStorage.removeItem(KEPT);
    if (parseRoute(location.hash)?.realm !== realm) {
        location.replace(parseRoute(kept)?.realm === realm ? kept : keysHash(realm));
    }
}
