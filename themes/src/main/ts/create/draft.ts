import type { ApiKey, KeyFields, Policies } from "../api/types";
import { dateOf, type ExpiryChoice, expiresAt, firstChoice } from "../model/expiry";
import { EMPTY_GRANT, type Grant, grantFields, grantOf, isEmptyGrant } from "../model/grant";
import { linesOf, wrongLines } from "../model/ipRange";
import { isGoodLimit, type LimitLine, limitsOf, parseLimit } from "../model/limits";
import type { Mistake } from "../model/mistakes";

/** What the form edits. */
export interface Draft {
    readonly name: string;
    readonly description: string;
    readonly grant: Grant;
    readonly ips: string;
    readonly limits: readonly LimitLine[];
    /** Whether the limits were touched: otherwise the key goes on with those of the realm, whatever they become. */
    readonly ownLimits: boolean;
    readonly expiry: ExpiryChoice;
}

export function newDraft(policies: Policies): Draft {
    return {
        name: "",
        description: "",
        grant: EMPTY_GRANT,
        ips: "",
        limits: policies.defaultLimits.map(parseLimit),
        ownLimits: false,
        expiry: firstChoice(policies.requireExpiry, policies.maxLifetime),
    };
}

export function draftOf(key: ApiKey, policies: Policies): Draft {
    return {
        name: key.name,
        description: key.description ?? "",
        grant: grantOf(key),
        ips: key.allowedIps.join("\n"),
        limits: (key.limits ?? policies.defaultLimits).map(parseLimit),
        ownLimits: key.limits !== undefined,
        expiry: key.expiresAt === undefined ? { kind: "never" } : { kind: "date", date: dateOf(key.expiresAt) },
    };
}

export function fieldsOf(draft: Draft, now: Date): KeyFields {
    return {
        name: draft.name.trim(),
        description: draft.description.trim() === "" ? null : draft.description.trim(),
        ...grantFields(draft.grant),
        allowedIps: linesOf(draft.ips),
        limits: draft.ownLimits ? limitsOf(draft.limits) : null,
        expiresAt: expiresAt(draft.expiry, now) ?? null,
    };
}

/** Only what differs from the key: what stays is not held against the realm's policies again. */
export function changesOf(draft: Draft, before: Draft, now: Date): Partial<KeyFields> {
    const after = Object.entries(fieldsOf(draft, now));
    const old: Record<string, unknown> = { ...fieldsOf(before, now) };
    return Object.fromEntries(after.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field])));
}

/**
 * What is wrong before the server is asked; messages are message keys with the number of the line, where there is one.
 *
 * @param before what the key was, so that what stays need not be right
 */
export function mistakesIn(draft: Draft, policies: Policies, now: Date, before?: Draft): Mistake[] {
    const mistakes: Mistake[] = [];
    if (draft.name.trim() === "") {
        mistakes.push({ field: "name", key: "apiKeysNameMissing" });
    }
    if (isEmptyGrant(draft.grant)) {
        mistakes.push({ field: "scopes", key: "apiKeysScopesMissing" });
    }
    for (const { line, text } of wrongLines(draft.ips)) {
        mistakes.push({ field: "allowedIps", key: "apiKeysIpWrong", values: { line, text } });
    }
    if (policies.requireIp && linesOf(draft.ips).length === 0 && draft.ips !== before?.ips) {
        mistakes.push({ field: "allowedIps", key: "apiKeysIpMissing" });
    }
    draft.limits
        .filter((line) => !isGoodLimit(line))
        .forEach((line) => mistakes.push({ field: "limits", key: "apiKeysLimitWrong", values: { text: line.count } }));
    mistakes.push(...expiryMistakes(draft, policies, now, before));
    return mistakes;
}

function expiryMistakes(draft: Draft, policies: Policies, now: Date, before: Draft | undefined): Mistake[] {
    const instant = expiresAt(draft.expiry, now);
    if (before !== undefined && instant === expiresAt(before.expiry, now)) {
        return [];
    }
    if (instant === undefined) {
        return [{ field: "expiresAt", key: "apiKeysExpiryMissing" }];
    }
    if (instant === null) {
        return policies.requireExpiry || policies.maxLifetime !== undefined
            ? [{ field: "expiresAt", key: "apiKeysExpiryRequired" }]
            : [];
    }
    if (new Date(instant) <= now) {
        return [{ field: "expiresAt", key: "apiKeysExpiryPast" }];
    }
    return [];
}
