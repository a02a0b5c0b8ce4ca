import type { ClientScope, RealmScopeGroup } from "../api/types";
import type { Mistake } from "./mistakes";

/** What the form edits. */
export interface GroupDraft {
    readonly name: string;
    readonly description: string;
    readonly bestFor: string;
    readonly includes: readonly string[];
}

/** What Keycloak lets client scopes be called: the characters of a scope in RFC 6749, section 3.3. */
const NAME = /^[\x21\x23-\x5B\x5D-\x7E]+$/;

export function isGroup(scope: ClientScope): boolean {
    return scope.attributes?.["api-keys.scope-group"] === "true";
}

export function groupDraft(group: RealmScopeGroup | null): GroupDraft {
    return {
        name: group?.name ?? "",
        description: group?.description ?? "",
        bestFor: group?.bestFor ?? "",
        includes: group?.includes ?? [],
    };
}

/** The client scope that the group is. It is no scope that tokens or consent screens would name. */
export function scopeOf(draft: GroupDraft, isNew: boolean): ClientScope {
    return {
        name: draft.name.trim(),
        description: draft.description.trim(),
        attributes: {
            "api-keys.scope-group": "true",
            "api-keys.includes": draft.includes.join(" "),
            "api-keys.best-for": draft.bestFor.trim(),
            ...(isNew ? { "include.in.token.scope": "false", "display.on.consent.screen": "false" } : {}),
        },
        ...(isNew ? { protocol: "openid-connect" } : {}),
    };
}

/**
 * What is wrong with a group.
 *
 * @param before its name until now; null when it is new
 * @param scopes names of all client scopes
 */
export function groupMistakes(
    draft: GroupDraft,
    before: string | null,
    scopes: readonly string[],
    groups: readonly RealmScopeGroup[],
): Mistake[] {
    const name = draft.name.trim();
    const cycle = cycleOf(name, draft.includes, groups, before);
    return [
        ...nameMistakes(name, before, scopes),
        ...(draft.includes.length === 0 ? [{ field: "includes", key: "apiKeysMembersMissing" }] : []),
        ...(cycle ? [{ field: "includes", key: "apiKeysMembersCycle", values: { names: cycle.join(" → ") } }] : []),
    ];
}

function nameMistakes(name: string, before: string | null, scopes: readonly string[]): Mistake[] {
    if (name === "") {
        return [{ field: "name", key: "apiKeysGroupNameMissing" }];
    }
    if (!NAME.test(name)) {
        return [{ field: "name", key: "apiKeysGroupNameWrong", values: { text: name } }];
    }
    return name !== before && scopes.includes(name)
        ? [{ field: "name", key: "apiKeysGroupNameTaken", values: { text: name } }]
        : [];
}

/** The names along the first cycle that the group reaches, the first one repeated at the end; null without one. */
export function cycleOf(
    name: string,
    includes: readonly string[],
    groups: readonly RealmScopeGroup[],
    before: string | null = name,
): string[] | null {
    const members = new Map(
        groups.filter((group) => group.name !== before).map((group) => [group.name, group.includes]),
    );
    members.set(name, includes);
    const left = new Set<string>();

    function walk(group: string, path: readonly string[]): string[] | null {
        if (path.includes(group)) {
            return [...path.slice(path.indexOf(group)), group];
        }
        if (left.has(group)) {
            return null;
        }
        for (const member of members.get(group) ?? []) {
            const found = walk(member, [...path, group]);
            if (found) {
                return found;
            }
        }
        left.add(group);
        return null;
    }

    return walk(name, []);
}

/** The groups that name this one among their members. */
export function includedIn(name: string, groups: readonly RealmScopeGroup[]): string[] {
    return groups.filter((group) => group.name !== name && group.includes.includes(name)).map((group) => group.name);
}
