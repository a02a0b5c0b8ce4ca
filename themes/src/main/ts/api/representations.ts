/** Keycloak's own representations, as far as we read them. */
export interface Client {
    readonly id: string;
    readonly clientId: string;
    readonly protocol?: string;
    readonly serviceAccountsEnabled?: boolean;
    readonly bearerOnly?: boolean;
    readonly publicClient?: boolean;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly access?: Readonly<Record<string, boolean>>;
}

export interface ClientScope {
    readonly id?: string;
    readonly name: string;
    readonly description?: string;
    readonly protocol?: string;
    readonly attributes?: Readonly<Record<string, string>>;
}

export interface User {
    readonly id: string;
    readonly username: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly access?: Readonly<Record<string, boolean>>;
}

export interface AdminEvent {
    readonly id?: string;
    /** Of the realm in which something was done; that of the details is the realm of who did it. */
    readonly realmId?: string;
    readonly time: number;
    readonly operationType: string;
    readonly resourcePath: string;
    readonly error?: string;
    /** JSON; absent where the realm keeps no details. */
    readonly representation?: string;
    readonly authDetails?: { readonly userId?: string; readonly realmId?: string; readonly ipAddress?: string };
}

export interface WhoAmI {
    readonly locale?: string;
    /** Names of admin roles by realm. */
    readonly realm_access?: Readonly<Record<string, readonly string[]>>;
}
