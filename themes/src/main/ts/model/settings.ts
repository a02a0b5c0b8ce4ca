import type { Settings, SettingsChange } from "../api/types";
import { type Duration, durationOf, secondsOf } from "./duration";
import { isGoodLimit, type LimitLine, limitsOf, linesOfLimits } from "./limits";
import type { Mistake } from "./mistakes";
import { linesOfPrefixes, type PrefixLine, prefixMistakes, textOfPrefixes } from "./prefixes";

/** Settings by the kind of their field; the longest lifetime has a field of its own. */
export const NUMBERS = [
    "maxActivePerClient",
    "maxActivePerUser",
    "freshness",
    "claimsMaxAge",
    "usageRetention",
    "revokedRetention",
    "selfServiceMaxAuthAge",
] as const;
export const FLAGS = [
    "requireExpiry",
    "requireIp",
    "discloseReason",
    "acceptForeign",
    "recordLastIp",
    "revocationNotice",
] as const;
export const TEXTS = ["expiryNotice", "outcomes", "outcomeRates"] as const;
export const CHOICES = ["errorFormat", "rateLimitFailure"] as const;

export type NumberSetting = (typeof NUMBERS)[number];
export type FlagSetting = (typeof FLAGS)[number];
export type TextSetting = (typeof TEXTS)[number];
export type ChoiceSetting = (typeof CHOICES)[number];
export type LimitSetting = "defaultLimit" | "realmLimit";

/** What the form edits. Numbers are as they are typed, and empty for the default. */
export interface SettingsDraft
    extends Readonly<Record<NumberSetting | TextSetting | ChoiceSetting, string>>,
        Readonly<Record<FlagSetting, boolean>>,
        Readonly<Record<LimitSetting, readonly LimitLine[]>> {
    readonly prefixes: readonly PrefixLine[];
    readonly maxLifetime: Duration;
}

export function draftOf(settings: Settings, defaults: Settings): SettingsDraft {
    const numbers = NUMBERS.map((name) => [
        name,
        settings[name] === null || settings[name] === defaults[name] ? "" : String(settings[name]),
    ]);
    const others = [...FLAGS, ...TEXTS, ...CHOICES].map((name) => [name, settings[name]]);
    return {
        ...(Object.fromEntries([...numbers, ...others]) as Record<NumberSetting | TextSetting | ChoiceSetting, string> &
            Record<FlagSetting, boolean>),
        prefixes: linesOfPrefixes(settings.prefixes),
        defaultLimit: linesOfLimits(settings.defaultLimit),
        realmLimit: linesOfLimits(settings.realmLimit),
        maxLifetime: durationOf(settings.maxLifetime),
    };
}

/** What has to be sent to get from one draft to another; what is as by default is not laid down. */
export function changesOf(draft: SettingsDraft, before: SettingsDraft, defaults: Settings): SettingsChange {
    const old = valuesOf(before);
    const changed = Object.entries(valuesOf(draft)).filter(([name, value]) => old[name as keyof Settings] !== value);
    return Object.fromEntries(
        changed.map(([name, value]) => [name, defaults[name as keyof Settings] === value ? null : value]),
    );
}

/** What is wrong with prefixes and limits; of numbers, only the server knows the ranges. */
export function settingsMistakes(draft: SettingsDraft): Mistake[] {
    return [
        ...prefixMistakes("prefixes", draft.prefixes),
        ...limitMistakes("defaultLimit", draft.defaultLimit),
        ...limitMistakes("realmLimit", draft.realmLimit),
    ];
}

export function limitMistakes(field: string, lines: readonly LimitLine[]): Mistake[] {
    return lines
        .filter((line) => !isGoodLimit(line))
        .map((line) => ({ field, key: "apiKeysLimitWrong", values: { text: line.count } }));
}

function valuesOf(draft: SettingsDraft): SettingsChange {
    return {
        ...Object.fromEntries(NUMBERS.map((name) => [name, numberOf(draft[name])])),
        ...Object.fromEntries([...FLAGS, ...CHOICES].map((name) => [name, draft[name]])),
        ...Object.fromEntries(TEXTS.map((name) => [name, draft[name].trim()])),
        prefixes: textOfPrefixes(draft.prefixes),
        defaultLimit: limitsOf(draft.defaultLimit).join(","),
        realmLimit: limitsOf(draft.realmLimit).join(","),
        maxLifetime: secondsOf(draft.maxLifetime),
    };
}

function numberOf(text: string): number | string | null {
    const typed = text.trim();
    if (typed === "") {
        return null;
    }
    return /^\d{1,15}$/.test(typed) ? Number(typed) : typed;
}
