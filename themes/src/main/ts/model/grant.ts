import type { ApiKey, ScopeCatalogue } from "../api/types";

/** The three ways to say what a key may do. */
export type GrantMode = "groups" | "scopes" | "full";

export interface Grant {
    readonly mode: GrantMode;
    readonly groups: readonly string[];
    readonly scopes: readonly string[];
}

export const EMPTY_GRANT: Grant = { mode: "scopes", groups: [], scopes: [] };

/** What a new key starts with: groups where the realm has some. */
export function firstGrant(catalogue: ScopeCatalogue): Grant {
    return { ...EMPTY_GRANT, mode: catalogue.groups.length > 0 ? "groups" : "scopes" };
}

export function grantOf(key: ApiKey): Grant {
    const mode = key.fullAccess ? "full" : key.scopeGroups.length > 0 && key.scopes.length === 0 ? "groups" : "scopes";
    return { mode, groups: key.scopeGroups, scopes: key.scopes };
}

/** The grant in the fields of the REST API. */
export function grantFields(grant: Grant): {
    fullAccess: boolean;
    scopes: readonly string[];
    scopeGroups: readonly string[];
} {
    return {
        fullAccess: grant.mode === "full",
        scopes: grant.mode === "full" ? [] : grant.scopes,
        scopeGroups: grant.mode === "full" ? [] : grant.groups,
    };
}

export function isEmptyGrant(grant: Grant): boolean {
    return grant.mode !== "full" && grant.groups.length === 0 && grant.scopes.length === 0;
}

export function toggled(names: readonly string[], name: string): string[] {
    return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}

/** The columns of the grid: every action of any resource, once, in the order of their first appearance. */
export function actionsOf(catalogue: ScopeCatalogue): string[] {
    return [...new Set(catalogue.resources.flatMap(({ scopes }) => scopes.map((scope) => scope.action)))];
}
