import type { Client, NewGrant, OwnerType, Policies } from "../api/types";
import { grantFields, isEmptyGrant } from "../model/grant";
import type { Choice } from "../ui/RemoteSelect";
import type { Draft } from "./draft";

/** Whose key it is, and for what environment: what cannot be changed later. */
export interface Owner {
    readonly client: { readonly clientId: string; readonly serviceAccount: boolean } | null;
    readonly personal: boolean;
    readonly user: Choice | null;
    readonly environment: string;
}

/**
 * What the form starts with.
 *
 * @param client the client in whose tab it is; null elsewhere
 * @param wanted whose key a user is likely to want; null for administrators
 */
export function firstOwner(client: Client | null, wanted: OwnerType | null, policies: Policies): Owner {
    const serviceAccount = client?.serviceAccountsEnabled === true;
    return {
        client: client && { clientId: client.clientId, serviceAccount },
        personal: wanted === null ? client !== null && !serviceAccount : wanted === "user",
        user: null,
        environment: policies.environments[0] ?? "",
    };
}

export function ownerTypeOf({ personal }: Owner): OwnerType {
    return personal ? "user" : "service_account";
}

/** What an administrator is about to grant; null until the form says enough. */
export function newGrant({ client, personal, user }: Owner, { grant }: Draft): NewGrant | null {
    return client === null || (personal && user === null) || isEmptyGrant(grant)
        ? null
        : { clientId: client.clientId, userId: personal ? (user?.value ?? null) : null, ...grantFields(grant) };
}
