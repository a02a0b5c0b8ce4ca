/** A time as people write it. */
export interface Duration {
    readonly amount: string;
    readonly unit: DurationUnit;
}

export const DURATION_UNITS = ["second", "minute", "hour", "day"] as const;

export type DurationUnit = (typeof DURATION_UNITS)[number];

const SECONDS: Readonly<Record<DurationUnit, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** The seconds in the largest unit that divides them; null has no amount. */
export function durationOf(seconds: number | null): Duration {
    if (seconds === null) {
        return { amount: "", unit: "day" };
    }
    const unit = [...DURATION_UNITS].reverse().find((candidate) => seconds % SECONDS[candidate] === 0) ?? "second";
    return { amount: String(seconds / SECONDS[unit]), unit };
}

/** Seconds; null without an amount, and what was written when it is no number: the server says what is wrong with it. */
export function secondsOf({ amount, unit }: Duration): number | string | null {
    const text = amount.trim();
    if (text === "") {
        return null;
    }
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) * SECONDS[unit] : text;
}
