/**
 * Whether the text is an IPv4 or IPv6 address or a CIDR range, as a person should learn while still typing. The server
 * has the last word.
 */
export function isIpRange(text: string): boolean {
    const [address = "", prefix, ...rest] = text.split("/");
    if (rest.length > 0) {
        return false;
    }
    const bits = isIpv4(address) ? 32 : isIpv6(address) ? 128 : null;
    return bits !== null && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits));
}

/** The lines that say something, without white space around it. */
export function linesOf(text: string): string[] {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
}

/** The lines that are no address and no range, with their number from 1. */
export function wrongLines(text: string): { line: number; text: string }[] {
    return text
        .split(/\r?\n/)
        .map((line, index) => ({ line: index + 1, text: line.trim() }))
        .filter((line) => line.text !== "" && !isIpRange(line.text));
}

/** The number of the line, from 1, that became the entry with this index in a list made by linesOf. */
export function lineOfEntry(text: string, index: number): number {
    const said = text.split(/\r?\n/).flatMap((line, number) => (line.trim() === "" ? [] : [number + 1]));
    return said[index] ?? index + 1;
}

function isIpv4(text: string): boolean {
    const parts = text.split(".");
    return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
    const halves = text.split("::");
    if (!text.includes(":") || halves.length > 2) {
        return false;
    }
    const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
    const last = groups.at(-1);
    const embedded = last !== undefined && last.includes(".");
    if (embedded && !isIpv4(last)) {
        return false;
    }
    const hex = embedded ? groups.slice(0, -1) : groups;
    const count = hex.length + (embedded ? 2 : 0);
    return hex.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}
