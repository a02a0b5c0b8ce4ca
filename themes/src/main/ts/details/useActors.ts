import type { AdminEvent } from "../api/types";
import { issuingRealm } from "../model/jwt";
import { useAdminPages } from "../ui/pages";
import { useLoad } from "../ui/useLoad";

const NOBODY: ReadonlyMap<string, string> = new Map();

/**
 * The names of those who did something, by their ids, as far as the administrator may see them. An administrator of another
 * realm is looked for in the realm that one has logged in to oneself.
 */
export function useActors(events: readonly AdminEvent[]): ReadonlyMap<string, string> {
    const { context, keycloak } = useAdminPages();
    const here = new Set<string>();
    const elsewhere = new Set<string>();
    for (const { realmId, authDetails } of events) {
        if (authDetails?.userId !== undefined) {
            (authDetails.realmId === realmId ? here : elsewhere).add(authDetails.userId);
        }
    }

    async function names(): Promise<Map<string, string>> {
        const loginRealm = issuingRealm(await context.getAccessToken()) ?? context.realm;
        const found = await Promise.all([
            ...[...here].map((id) => name(context.realm, id)),
            ...(loginRealm === context.realm ? [] : [...elsewhere].map((id) => name(loginRealm, id))),
        ]);
        return new Map(found.flat());
    }

    async function name(realm: string, id: string): Promise<[string, string][]> {
        try {
            return [[id, (await keycloak.user(realm, id)).username]];
        } catch {
            // gone, or not for this administrator to see
            return [];
        }
    }

    const key = JSON.stringify([...here, "", ...elsewhere]);
    return useLoad(key, names).value ?? NOBODY;
}
