import type { Values } from "../i18n/messages";
import { capitalized } from "./words";

/** A rate limit as the form edits it: calls per window. */
export interface LimitLine {
    readonly count: string;
    /** Anything that the REST API takes behind the slash, such as hour or 10s. */
    readonly window: string;
}

export const WINDOWS = ["second", "minute", "hour", "day"] as const;

const MOST = 1_000_000_000;

/** The lines of a list of limits in one text, as attributes have it. */
export function linesOfLimits(text: string): LimitLine[] {
    return text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map(parseLimit);
}

export function parseLimit(text: string): LimitLine {
    const [count = "", window = ""] = text.split("/");
    return { count, window };
}

/** The key of the message that says a limit in words, with the values in it. */
export function limitMessage(line: LimitLine): { key: string; values: Values } {
    const known = WINDOWS.find((name) => name === line.window);
    const name = known ?? "other";
    return {
        key: `apiKeysLimitPer${capitalized(name)}`,
        values: { count: Number(line.count), ...(known ? {} : { window: line.window }) },
    };
}

/** The limits that are filled in: an emptied line is no limit. */
export function limitsOf(lines: readonly LimitLine[]): string[] {
    return lines.filter((line) => line.count.trim() !== "").map((line) => `${line.count.trim()}/${line.window}`);
}

/** Whether the line can be read, or says nothing. Fields offer good windows only; attributes may have others. */
export function isGoodLimit(line: LimitLine): boolean {
    const count = line.count.trim();
    return (
        count === "" ||
        (/^[1-9]\d{0,9}$/.test(count) &&
            Number(count) <= MOST &&
            /^(second|minute|hour|day|[1-9]\d{0,7}[smhd])$/.test(line.window))
    );
}
