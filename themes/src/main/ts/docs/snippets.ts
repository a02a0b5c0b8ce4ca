import type { ShownRequest } from "./request";
import type { KeyHeader } from "./security";

/** Of the environment, where keys belong; never the key itself. */
const VARIABLE = "API_KEY";

/** For a POSIX shell. The only thing that the shell reads is the variable; everything else stands in single quotes. */
export function curlOf({ method, url, keyHeaders, headers, body }: ShownRequest): string {
    return [
        ["curl", ...(/[[\]{}]/.test(url) ? ["--globoff"] : []), ...curlMethod(method, body), quoted(url)].join(" "),
        ...keyHeaders.map(curlKey),
        ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
        // with -d, a text that begins with @ would be the name of a file
        ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
    ].join(" \\\n  ");
}

/** Double quotes leave the variable to the shell, and ` in a name, too: such a name stands apart. */
function curlKey({ name, prefix }: KeyHeader): string {
    return /^[A-Za-z0-9-]+$/.test(name)
        ? `-H "${name}: ${prefix}$${VARIABLE}"`
        : `-H ${quoted(`${name}: ${prefix}`)}"$${VARIABLE}"`;
}

function curlMethod(method: string, body: string | null): string[] {
    switch (method) {
        case "GET":
            return [];
        case "HEAD":
            return ["--head"];
        default:
            return method === "POST" && body !== null ? [] : ["-X", method];
    }
}

/** Without control characters, but for tabs and line ends: a terminal into which they are pasted would obey them. */
function quoted(text: string): string {
    return `'${text.replaceAll(/(?![\t\n])\p{Cc}/gu, "").replaceAll("'", "'\\''")}'`;
}

/** For Node.js and, with the key from somewhere else, for browsers. */
export function javascriptOf({ method, url, keyHeaders, headers, body }: ShownRequest): string {
    const fields = [
        ...keyHeaders.map(({ name, prefix }) => `${literal(name)}: ${keyExpression(prefix)}`),
        ...headers.map(([name, value]) => `${literal(name)}: ${literal(value)}`),
    ];
    return [
        `const response = await fetch(${literal(url)}, {`,
        `  method: ${literal(method)},`,
        ...(fields.length === 0 ? [] : ["  headers: {", ...fields.map((field) => `    ${field},`), "  },"]),
        ...(body === null ? [] : [`  body: ${bodyExpression(body)},`]),
        "});",
        "console.log(response.status, await response.text());",
    ].join("\n");
}

function keyExpression(prefix: string): string {
    return prefix === "" ? `process.env.${VARIABLE}` : `\`${prefix}\${process.env.${VARIABLE}}\``;
}

/** JSON is JavaScript, but for one name that would not be a member there, and for numbers that would be rounded. */
function bodyExpression(body: string): string {
    const isExpression = isJson(body) && !/__proto__|\\u|\d{16}/i.test(body);
    return isExpression ? `JSON.stringify(${harmless(body.trim()).replaceAll("\n", "\n  ")})` : literal(body);
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

function literal(text: string): string {
    return harmless(JSON.stringify(text));
}

/** Neither the end of a script element nor the end of a line, wherever the code is pasted. */
function harmless(json: string): string {
    return json
        .replaceAll(/<(?=[/!])/g, "\\u003c")
        .replaceAll("\u2028", "\\u2028")
        .replaceAll("\u2029", "\\u2029");
}
