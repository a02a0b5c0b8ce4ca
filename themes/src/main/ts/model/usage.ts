import type { Usage } from "../api/usage";
import { capitalized } from "./words";

/** The times that the usage of a key is looked at. */
export type Period = "24h" | "7d" | "30d";

export const PERIODS: readonly Period[] = ["24h", "7d", "30d"];

export interface UsageQuery {
    readonly from: string;
    readonly bucket: "hour" | "day";
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const DAYS: Readonly<Record<Exclude<Period, "24h">, number>> = { "7d": 7, "30d": 30 };

/** The question that answers with as many hours or days as the period has, the present one included. Days are those of UTC. */
export function usageQuery(period: Period, now: Date): UsageQuery {
    const [length, count] = period === "24h" ? [HOUR, 24] : [DAY, DAYS[period]];
    const present = Math.floor(now.getTime() / length) * length;
    return { from: new Date(present - (count - 1) * length).toISOString(), bucket: length === HOUR ? "hour" : "day" };
}

/** One part of a whole, for a bar. */
export interface Share {
    readonly name: string;
    readonly count: number;
    /** Of all calls, from 0 to 1. */
    readonly share: number;
}

/** Why calls were denied, the most frequent reason first. */
export function denials({ total, deniedBy }: Usage): Share[] {
    return Object.entries(deniedBy)
        .map(([name, count]) => ({ name, count, share: total === 0 ? 0 : count / total }))
        .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
}

/** Whether resource servers report outcomes of calls, or have done so before the realm took the names away. */
export function hasOutcomes({ outcomes, lastOutcomeAt }: Usage): boolean {
    return lastOutcomeAt !== undefined || Object.keys(outcomes ?? {}).length > 0;
}

/** The message key of a reason: apiKeysReasonKeyExpired for key_expired. */
export function reasonKey(reason: string): string {
    return `apiKeysReason${joined(reason)}`;
}

/** The message key of an outcome that resource servers report: apiKeysOutcomeSent for sent. A realm may have its own texts. */
export function outcomeKey(outcome: string): string {
    return `apiKeysOutcome${joined(outcome)}`;
}

/** The message key of a rate that the realm has made of outcomes. */
export function rateKey(rate: string): string {
    return `apiKeysRateOf${joined(rate)}`;
}

/** What is told of a name that has no text of its own: "Not delivered" for not_delivered. */
export function readable(name: string): string {
    return capitalized(name.replaceAll(/[_-]+/g, " ").trim());
}

function joined(name: string): string {
    return name.split(/[_-]+/).map(capitalized).join("");
}
