/** The day of an instant, in the words of the language and the time zone of the browser. */
export function dayOf(instant: string, locale: string): string {
    return new Date(instant).toLocaleDateString(locale, { dateStyle: "medium" });
}

/** An instant to the second, in the words of the language and the time zone of the browser. */
export function timeOf(instant: string, locale: string): string {
    return new Date(instant).toLocaleString(locale, { dateStyle: "medium", timeStyle: "medium" });
}
