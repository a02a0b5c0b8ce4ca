/** Where we are in the admin console, as the hash says it. */
export type Route =
    | { readonly page: RealmTab; readonly realm: string }
    | { readonly page: "key"; readonly realm: string; readonly keyId: string }
    | { readonly page: "client"; readonly realm: string; readonly clientUuid: string };

/** The tabs of the realm's page. */
export type RealmTab = "keys" | "groups" | "settings";

const SEGMENT = "api-keys";

/** What stands behind the segment; no id of a key looks like one of them. */
const TAB_SEGMENTS: Readonly<Record<Exclude<RealmTab, "keys">, string>> = {
    groups: "scope-groups",
    settings: "settings",
};

/** The route of ours that the hash names, or null when the page is the console's own. */
export function parseRoute(hash: string): Route | null {
    const path = hash.replace(/^#/, "").split("?")[0] ?? "";
    const [realm, section, id, tab, ...rest] = path.split("/").filter(Boolean).map(decoded);
    if (realm === undefined || rest.length > 0) {
        return null;
    }
    if (section === SEGMENT && tab === undefined) {
        const named = (["groups", "settings"] as const).find((name) => TAB_SEGMENTS[name] === id);
        if (id === undefined || named !== undefined) {
            return { page: named ?? "keys", realm };
        }
        return { page: "key", realm, keyId: id };
    }
    if (section === "clients" && id !== undefined && tab === SEGMENT) {
        return { page: "client", realm, clientUuid: id };
    }
    return null;
}

export function keysHash(realm: string): string {
    return `#/${encodeURIComponent(realm)}/${SEGMENT}`;
}

export function tabHash(realm: string, tab: RealmTab): string {
    return tab === "keys" ? keysHash(realm) : `${keysHash(realm)}/${TAB_SEGMENTS[tab]}`;
}

export function keyHash(realm: string, keyId: string): string {
    return `${keysHash(realm)}/${encodeURIComponent(keyId)}`;
}

export function clientHash(realm: string, clientUuid: string, tab: string = SEGMENT): string {
    return `#/${encodeURIComponent(realm)}/clients/${encodeURIComponent(clientUuid)}/${tab}`;
}

/** The realm and client whose details the console shows, on whatever tab. */
export function clientOf(hash: string): { realm: string; clientUuid: string } | null {
    const [realm, section, id, tab] = hash.replace(/^#/, "").split("/").filter(Boolean).map(decoded);
    return realm !== undefined && section === "clients" && id !== undefined && tab !== undefined
        ? { realm, clientUuid: id }
        : null;
}

/** The realm that the console is at. */
export function realmOf(hash: string): string | null {
    return hash.replace(/^#/, "").split("?")[0]?.split("/").filter(Boolean).map(decoded)[0] ?? null;
}

function decoded(segment: string): string {
    try {
        return decodeURIComponent(segment);
    } catch {
        return segment;
    }
}

/** Where pages of ours are that others lead to, as hashes. */
export interface Places {
    readonly list: string;
    key(id: string): string;
}

export function placesIn(realm: string): Places {
    return { list: keysHash(realm), key: (id) => keyHash(realm, id) };
}

/** In the account console the path tells that the page is ours, and the hash which key is shown. */
export const OWN_PLACES: Places = { list: "#/", key: (id) => `#/${encodeURIComponent(id)}` };

/** The key that the hash names in the account console; null for the list. */
export function ownKeyOf(hash: string): string | null {
    const [id, ...rest] = hash.replace(/^#/, "").split("/").filter(Boolean).map(decoded);
    return id === undefined || rest.length > 0 ? null : id;
}
