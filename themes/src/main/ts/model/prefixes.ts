import type { Mistake } from "./mistakes";

/** How keys begin, and the environment which that names; empty for none. */
export interface PrefixLine {
    readonly prefix: string;
    readonly environment: string;
}

export const NO_PREFIX: PrefixLine = { prefix: "", environment: "" };

const PREFIX = /^[A-Za-z][A-Za-z0-9_-]{0,30}[_-]$/;
const ENVIRONMENT = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads sk_live_=live,cs_key_ as the realm attribute has it. */
export function linesOfPrefixes(text: string): PrefixLine[] {
    return text.split(",").map((part) => {
        const [prefix = "", environment = ""] = part.split("=");
        return { prefix: prefix.trim(), environment: environment.trim() };
    });
}

/** The lines that are filled in, in the form of the realm attribute. */
export function textOfPrefixes(lines: readonly PrefixLine[]): string {
    return filled(lines)
        .map(({ prefix, environment }) => (environment === "" ? prefix : `${prefix}=${environment}`))
        .join(",");
}

export function prefixMistakes(field: string, lines: readonly PrefixLine[]): Mistake[] {
    const said = filled(lines);
    if (said.length === 0) {
        return [{ field, key: "apiKeysPrefixMissing" }];
    }
    return said.flatMap(({ prefix, environment }, index) => {
        if (!PREFIX.test(prefix)) {
            return [{ field, key: "apiKeysPrefixWrong", values: { text: prefix } }];
        }
        if (environment !== "" && !ENVIRONMENT.test(environment)) {
            return [{ field, key: "apiKeysEnvironmentWrong", values: { text: environment } }];
        }
        return said.findIndex((other) => other.prefix === prefix) < index
            ? [{ field, key: "apiKeysPrefixTwice", values: { text: prefix } }]
            : [];
    });
}

function filled(lines: readonly PrefixLine[]): PrefixLine[] {
    return lines
        .map(({ prefix, environment }) => ({ prefix: prefix.trim(), environment: environment.trim() }))
        .filter(({ prefix, environment }) => prefix !== "" || environment !== "");
}
