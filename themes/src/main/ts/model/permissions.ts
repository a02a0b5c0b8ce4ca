import type { WhoAmI } from "../api/types";

/** What the administrator's roles in the realm let them do; single permissions on clients come with the answers. */
export interface Permissions {
    readonly searchUsers: boolean;
    readonly viewEvents: boolean;
    readonly viewRealm: boolean;
    readonly manageRealm: boolean;
}

export const NO_PERMISSIONS: Permissions = {
    searchUsers: false,
    viewEvents: false,
    viewRealm: false,
    manageRealm: false,
};

const SEARCH_USERS = ["query-users", "view-users", "manage-users"];

export function permissionsOf(whoAmI: WhoAmI, realm: string): Permissions {
    const roles = whoAmI.realm_access?.[realm] ?? [];
    return {
        searchUsers: SEARCH_USERS.some((role) => roles.includes(role)),
        viewEvents: roles.includes("view-events") || roles.includes("manage-events"),
        viewRealm: roles.includes("view-realm") || roles.includes("manage-realm"),
        manageRealm: roles.includes("manage-realm"),
    };
}
