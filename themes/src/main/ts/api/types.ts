/** The shapes of docs/api/openapi.yaml, as far as the pages use them. */
export type * from "./representations";

export type Status = "active" | "disabled" | "expired" | "revoked";

export const STATUSES: readonly Status[] = ["active", "disabled", "expired", "revoked"];

/** Whom a key acts for: the service account of its client, or a user. */
export type OwnerType = "service_account" | "user";

export interface ApiKey {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly clientId: string;
    readonly userId?: string;
    readonly username?: string;
    readonly ownerType: OwnerType;
    readonly environment?: string;
    readonly display: string;
    readonly status: Status;
    readonly enabled: boolean;
    readonly fullAccess: boolean;
    readonly scopes: readonly string[];
    readonly scopeGroups: readonly string[];
    readonly effectiveScopes: readonly string[];
    readonly acceptedBy: readonly string[];
    readonly allowedIps: readonly string[];
    readonly limits?: readonly string[];
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly expiresAt?: string;
    readonly revokedAt?: string;
    /** Somebody's id, or the word for somebody who reported a leak. */
    readonly revokedBy?: string;
    readonly lastUsedAt?: string;
    readonly overlapUntil?: string;
    readonly version: number;
    readonly access: Access;
}

/** What the caller may do with a key. */
export interface Access {
    /** Disable, revoke, delete. */
    readonly manage: boolean;
    /** Change, enable, rotate: for a personal key this takes the permission to impersonate its user. */
    readonly renew: boolean;
}

export interface ApiKeyWithValue extends ApiKey {
    readonly key: string;
}

/** What the writer of a key decides; null clears. */
export interface KeyFields {
    readonly name: string;
    readonly description: string | null;
    readonly fullAccess: boolean;
    readonly scopes: readonly string[];
    readonly scopeGroups: readonly string[];
    readonly allowedIps: readonly string[];
    /** Null: the realm's default; empty: none. */
    readonly limits: readonly string[] | null;
    readonly expiresAt: string | null;
}

export interface NewKey extends KeyFields {
    readonly clientId: string;
    /** For users alone, who have no other way to say it. */
    readonly ownerType?: OwnerType;
    readonly userId: string | null;
    readonly environment: string | null;
}

/** The part of a new key that decides where it works. */
export interface NewGrant {
    readonly clientId: string;
    readonly userId: string | null;
    readonly fullAccess: boolean;
    readonly scopes: readonly string[];
    readonly scopeGroups: readonly string[];
}

export interface Effect {
    readonly effectiveScopes: readonly string[];
    readonly acceptedBy: readonly string[];
}

export type SortField = "name" | "status" | "createdAt" | "expiresAt" | "lastUsedAt";

export interface KeyQuery {
    readonly search?: string;
    readonly clientId?: string;
    readonly status?: Status;
    readonly environment?: string;
    readonly expiringBefore?: string;
    readonly unusedSince?: string;
    readonly neverExpires?: boolean;
    /** For users alone. */
    readonly ownerType?: OwnerType;
}

export interface KeyPage {
    readonly sort: SortField;
    readonly direction: "asc" | "desc";
    readonly first: number;
    readonly max: number;
}

/** What new keys must keep to. */
export interface Policies {
    readonly environments: readonly string[];
    readonly defaultLimits: readonly string[];
    readonly requireExpiry: boolean;
    readonly requireIp: boolean;
    /** Seconds; absent when any time will do. */
    readonly maxLifetime?: number;
    /** How refusals are worded: problem, error-object, error-status or error-text. */
    readonly errorFormat: string;
    /** The same when a limit is used up; absent when it is no other. */
    readonly limitErrorFormat?: string;
    /** What users may do; administrators are told with each client. */
    readonly access?: { readonly create: boolean };
}

/** A client that may have keys. */
export interface KeyClient {
    readonly clientId: string;
    readonly name?: string;
    /** The organization that it is bound to. */
    readonly organization?: string;
    /** Where the OpenAPI document of its API is. */
    readonly openapiUrl?: string;
}

/** The same as administrators see it. */
export interface AdminKeyClient extends KeyClient {
    readonly id: string;
    readonly serviceAccount: boolean;
    readonly manage: boolean;
}

export interface Scope {
    readonly name: string;
    readonly action: string;
    readonly description?: string;
}

export interface ScopeResource {
    readonly resource: string;
    readonly scopes: readonly Scope[];
}

export interface ScopeGroup {
    readonly name: string;
    readonly description?: string;
    readonly bestFor?: string;
    readonly includes: readonly string[];
    readonly withoutEffect: readonly string[];
    readonly cycle?: readonly string[];
}

export interface ScopeCatalogue {
    readonly resources: readonly ScopeResource[];
    readonly groups: readonly ScopeGroup[];
}

/** Everything that a realm lays down for its keys, with the values that hold. */
export interface Settings {
    readonly prefixes: string;
    readonly maxActivePerClient: number;
    readonly maxActivePerUser: number | null;
    readonly defaultLimit: string;
    readonly realmLimit: string;
    /** Seconds. */
    readonly maxLifetime: number | null;
    readonly requireExpiry: boolean;
    readonly requireIp: boolean;
    /** Seconds. */
    readonly freshness: number;
    /** Seconds. */
    readonly claimsMaxAge: number;
    readonly discloseReason: boolean;
    readonly errorFormat: string;
    /** Null for that of the other errors. */
    readonly limitErrorFormat: string | null;
    /** Lines of code=sentence. */
    readonly errorMessages: string;
    /** Days, separated by commas. */
    readonly expiryNotice: string;
    readonly revocationNotice: boolean;
    /** Days. */
    readonly usageRetention: number;
    /** Days. */
    readonly revokedRetention: number | null;
    readonly recordLastIp: boolean;
    /** Seconds. */
    readonly selfServiceMaxAuthAge: number | null;
    readonly acceptForeign: boolean;
    readonly rateLimitFailure: string;
    readonly outcomes: string;
    readonly outcomeRates: string;
    readonly revokeByPossession: boolean;
    readonly githubLeaks: string;
    readonly githubKeys: string;
}

/** Settings to change; null goes back to the default. What cannot be right is sent all the same: the server says why. */
export type SettingsChange = Partial<Record<keyof Settings, string | number | boolean | null>>;

/** A scope group as it is written, and where it is used. */
export interface RealmScopeGroup {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly bestFor?: string;
    readonly includes: readonly string[];
    readonly keys: number;
    readonly clients: readonly { readonly id: string; readonly clientId: string }[];
}

export interface RealmScopeGroups {
    readonly groups: readonly RealmScopeGroup[];
    readonly access: { readonly manage: boolean };
}

/** What one wrong field is answered with. */
export interface FieldError {
    readonly field: string;
    readonly errorMessage: string;
}
