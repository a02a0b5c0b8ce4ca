import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messagesOf, translate } from "../../main/ts/i18n/messages";

const DIRECTORY = "src/main/resources/theme-resources/messages";
const SOURCES = "src/main/ts";
const MAILS = "src/main/resources/theme-resources/templates";

/** The texts of a properties file by their keys; a key that stands there twice is an error. */
function read(file: string): Map<string, string> {
    const texts = new Map<string, string>();
    for (const line of readFileSync(`${DIRECTORY}/${file}`, "utf8").split("\n")) {
        const [, key, text] = /^([^#=\s]+)=(.*)$/.exec(line) ?? [];
        if (key !== undefined && text !== undefined) {
            expect(texts.has(key), `${file}: ${key} twice`).toBe(false);
            texts.set(key, text);
        }
    }
    return texts;
}

/** A count has as many forms as its language: one key stands for all of them. */
function withoutForm(key: string): string {
    return key.replace(/_(zero|one|two|few|many|other)$/, "");
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

/** Those that the documentation names: pt is also what administrators with pt-BR read. */
const LANGUAGES = ["de", "en", "es", "fr", "ja", "pt"];

const files = readdirSync(DIRECTORY).filter((file) => file.endsWith(".properties"));
const english = read("messages_en.properties");
const keys = [...new Set([...english.keys()].map(withoutForm))].sort();

it("there are texts in every language, and in no other", () => {
    expect(files.sort()).toEqual(LANGUAGES.map((language) => `messages_${language}.properties`));
});

describe.each(files)("%s", (file) => {
    const texts = read(file);

    it("has the keys of the English file", () => {
        expect([...new Set([...texts.keys()].map(withoutForm))].sort()).toEqual(keys);
    });

    it("has the placeholders of the English file", () => {
        for (const [key, text] of texts) {
            const model = english.get(key) ?? english.get(`${withoutForm(key)}_other`) ?? "";
            expect(placeholders(text), key).toEqual(placeholders(model));
        }
    });

    it("has e-mails that Java formats: an apostrophe would swallow what follows", () => {
        for (const [key, text] of texts) {
            expect(key.startsWith("apiKeysMail") && text.includes("'"), key).toBe(false);
            expect(text.includes("{0}"), key).toBe(/^apiKeysMail\w+Subject$/.test(key));
        }
    });

    it("has no sentence of another language", () => {
        for (const [key, text] of texts) {
            const sentence = text.endsWith(".") && text === english.get(key);
            expect(sentence, key).toBe(sentence && file === "messages_en.properties");
        }
    });

    it("has prefixed keys without dots, because Keycloak's i18n splits at them", () => {
        for (const key of texts.keys()) {
            expect(key).toMatch(/^apiKeys[A-Za-z]*(_[a-z]+)?$/);
        }
    });

    it("has every form of a count that its language tells apart", () => {
        const locale = file.replace(/^messages_(.*)\.properties$/, "$1").replace("_", "-");
        const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
        for (const counted of keys.filter((key) => english.has(`${key}_other`))) {
            // French, Spanish and Portuguese have a form for millions, which no page of ours reaches
            for (const form of forms.filter((name) => name !== "many")) {
                expect(texts.has(`${counted}_${form}`), `${counted}_${form}`).toBe(true);
            }
        }
    });
});

describe("the pages and e-mails", () => {
    const source = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => readFileSync(`${SOURCES}/${file}`, "utf8"))
        .join("\n");
    const mails = readdirSync(MAILS, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ftl"))
        .map((file) => readFileSync(`${MAILS}/${file}`, "utf8"))
        .join("\n");
    const used = [...(source + mails).matchAll(/["`](apiKeys[A-Za-z]+)(\$\{)?/g)];

    it("use no key without a text", () => {
        for (const [, key = "", rest] of used) {
            expect(
                keys.some((known) => (rest === undefined ? known === key : known.startsWith(key))),
                key,
            ).toBe(true);
        }
    });

    it("use every key", () => {
        for (const key of keys.filter((key) => !/^apiKeysMail\w+Subject$/.test(key))) {
            expect(
                used.some(([, found = "", rest]) => (rest === undefined ? found === key : key.startsWith(found))),
                key,
            ).toBe(true);
        }
    });
});

describe("translating", () => {
    const messages = messagesOf("de", [
        { key: "apiKeysHello", value: "Hallo {{name}}, {{unknown}}" },
        { key: "apiKeysDays_one", value: "{{count}} Tag" },
        { key: "apiKeysDays_other", value: "{{count}} Tage" },
        { key: "cancel", value: "Abbrechen" },
    ]);

    it("puts values into their places", () => {
        expect(translate(messages, "apiKeysHello", { name: "Alice" })).toBe("Hallo Alice, {{unknown}}");
    });

    it("takes the form of the count", () => {
        expect(translate(messages, "apiKeysDays", { count: 1 })).toBe("1 Tag");
        expect(translate(messages, "apiKeysDays", { count: 7 })).toBe("7 Tage");
    });

    it("writes numbers as the language does, and leaves digits in texts alone", () => {
        expect(translate(messages, "apiKeysDays", { count: 1825 })).toBe("1.825 Tage");
        expect(translate(messages, "apiKeysHello", { name: "1825" })).toBe("Hallo 1825, {{unknown}}");
    });

    it("shows the key of a text that is missing, and nothing of the console's own", () => {
        expect(translate(messages, "apiKeysMissing")).toBe("apiKeysMissing");
        expect(translate(messages, "cancel")).toBe("cancel");
    });

    it("survives a locale that the browser does not know", () => {
        expect(messagesOf("pt_BR", []).locale).toBe("pt-BR");
        expect(messagesOf("not a locale", []).locale).toBe("en");
    });
});
