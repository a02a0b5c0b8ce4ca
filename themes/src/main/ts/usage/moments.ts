import type { Usage } from "../api/usage";

/** The beginning of a piece of a series: hours in the time zone of the browser, days in UTC as they are counted. */
export function beginningText(start: string, bucket: Usage["bucket"], locale: string): string {
    const moment = new Date(start);
    return bucket === "hour"
        ? moment.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" })
        : moment.toLocaleDateString(locale, { day: "numeric", month: "short", timeZone: "UTC" });
}
