const DAY = 24 * 60 * 60 * 1000;

/** Days that the form offers beside a date of one's own. */
const PRESETS = [7, 30, 90, 365] as const;

/** Never, a number of days from now, or a date. */
export type ExpiryChoice =
    | { readonly kind: "never" }
    | { readonly kind: "days"; readonly days: number }
    | { readonly kind: "date"; readonly date: string };

/** The instant as the REST API takes it: null for never, undefined when the date cannot be read. */
export function expiresAt(choice: ExpiryChoice, now: Date): string | null | undefined {
    switch (choice.kind) {
        case "never":
            return null;
        case "days":
            return new Date(now.getTime() + choice.days * DAY).toISOString();
        case "date":
            return endOfDay(choice.date)?.toISOString();
    }
}

/** The presets that a realm allows which lets keys live for so many seconds at most. */
export function allowedPresets(maxLifetime: number | undefined): number[] {
    return PRESETS.filter((days) => maxLifetime === undefined || days * DAY <= maxLifetime * 1000);
}

/** What the form starts with. */
export function firstChoice(required: boolean, maxLifetime: number | undefined): ExpiryChoice {
    if (!required && maxLifetime === undefined) {
        return { kind: "never" };
    }
    const longest = allowedPresets(maxLifetime)
        .filter((days) => days <= 90)
        .at(-1);
    return longest === undefined ? { kind: "date", date: "" } : { kind: "days", days: longest };
}

/** The local date, as date fields write it. */
export function dateOf(instant: string): string {
    const date = new Date(instant);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
        .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0"))
        .join("-");
}

/** The instant so many days from now; negative numbers lie in the past. */
export function inDays(days: number, now: Date): string {
    return new Date(now.getTime() + days * DAY).toISOString();
}

/** A key is good until the day that people chose is over where they are. */
function endOfDay(date: string): Date | undefined {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
    if (!parts) {
        return undefined;
    }
    const [, year, month, day] = parts.map(Number) as [number, number, number, number];
    const end = new Date(year, month - 1, day, 23, 59, 59);
    return end.getMonth() === month - 1 ? end : undefined;
}
