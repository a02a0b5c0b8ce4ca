/** The texts of one language by their keys: ours out of all that Keycloak has, with what the realm says instead. */
export interface Messages {
    readonly locale: string;
    readonly texts: ReadonlyMap<string, string>;
}

export type Values = Readonly<Record<string, string | number>>;

const PREFIX = "apiKeys";

/** @param entries every text of the console in the form of Keycloak's message resource */
export function messagesOf(locale: string, entries: readonly { key: string; value: string }[]): Messages {
    return {
        locale: known(locale),
        texts: new Map(entries.filter(({ key }) => key.startsWith(PREFIX)).map(({ key, value }) => [key, value])),
    };
}

/**
 * The text of a key with its values in the places of {{name}}, numbers as the language writes them; the key itself when
 * there is none. With a count, the form that the language has for it: apiKeysDays_one, apiKeysDays_other.
 */
export function translate(messages: Messages, key: string, values: Values = {}): string {
    const text = textOf(messages, key, values.count) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => {
        const value = values[name] ?? place;
        return typeof value === "number" ? value.toLocaleString(messages.locale) : value;
    });
}

function textOf({ texts, locale }: Messages, key: string, count: string | number | undefined): string | undefined {
    const form =
        typeof count === "number" ? texts.get(`${key}_${new Intl.PluralRules(locale).select(count)}`) : undefined;
    return form ?? texts.get(key) ?? texts.get(`${key}_other`);
}

/** A locale that the browser can work with: Keycloak writes some with an underscore. */
function known(locale: string): string {
    try {
        return Intl.getCanonicalLocales(locale.replaceAll("_", "-"))[0] ?? "en";
    } catch {
        return "en";
    }
}
