import type { Settings, SettingsChange } from "../api/types";
import { type Duration, durationOf, secondsOf } from "./duration";
import { isGoodLimit, type LimitLine, limitsOf, linesOfLimits } from "./limits";
import type { Mistake } from "./mistakes";
import { linesOfPrefixes, type PrefixLine, prefixMistakes, textOfPrefixes } from "./prefixes";

/** Settings by the kind of their field; the longest lifetime has a field of its own. */
const NUMBERS = [
    "maxActivePerClient",
    "maxActivePerUser",
    "freshness",
    "claimsMaxAge",
    "usageRetention",
    "revokedRetention",
    "selfServiceMaxAuthAge",
] as const;
const FLAGS = [
    "requireExpiry",
    "requireIp",
    "discloseReason",
    "acceptForeign",
    "recordLastIp",
    "revocationNotice",
    "revokeByPossession",
] as const;
const TEXTS = ["expiryNotice", "outcomes", "outcomeRates", "githubKeys", "errorMessages"] as const;
const CHOICES = ["errorFormat", "limitErrorFormat", "rateLimitFailure", "githubLeaks"] as const;

export type NumberSetting = (typeof NUMBERS)[number];
export type FlagSetting = (typeof FLAGS)[number];
export type TextSetting = (typeof TEXTS)[number];
export type ChoiceSetting = (typeof CHOICES)[number];
export type LimitSetting = "defaultLimit" | "realmLimit";

/** What the form edits. Numbers are as they are typed; they and texts are empty for the default. */
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
    const texts = TEXTS.map((name) => [name, settings[name] === defaults[name] ? "" : settings[name]]);
    const others = [...FLAGS, ...CHOICES].map((name) => [name, settings[name] ?? ""]);
    return {
        ...(Object.fromEntries([...numbers, ...texts, ...others]) as Record<
            NumberSetting | TextSetting | ChoiceSetting,
            string
        > &
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
        changed.map(([name, value]) => [
            name,
            defaults[name as keyof Settings] === value || (value === "" && isText(name)) ? null : value,
        ]),
    );
}

function isText(name: string): boolean {
    return TEXTS.some((text) => text === name);
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
        limitErrorFormat: draft.limitErrorFormat === "" ? null : draft.limitErrorFormat,
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
