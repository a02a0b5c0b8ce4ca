import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { operationsOf } from "../../main/ts/docs/operations";
import { parametersOf } from "../../main/ts/docs/parameters";
import { type Body, bodyOf } from "../../main/ts/docs/payloads";
import {
    type Call,
    firstDraft,
    type RequestDraft,
    requestMistakes,
    requestOf,
    type ShownRequest,
} from "../../main/ts/docs/request";
import { curlOf, javascriptOf } from "../../main/ts/docs/snippets";

const SERVER = "https://api.example.com/v1";
const KEY = { name: "X-API-Key", prefix: "" } as const;

function operation(path: string, method: string, more: object = {}): Call {
    const [first] = operationsOf({ paths: { [path]: { [method]: more } } }, "https://api.example.com/");
    if (!first) {
        throw new Error("no operation");
    }
    return { ...first, parameters: parametersOf({}, first.declared, []) };
}

const CALLS = operation("/calls/{id}", "get", {
    parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
        { name: "state", in: "query", schema: { type: "array", items: { type: "string" } } },
        { name: "q", in: "query" },
        { name: "X-Trace", in: "header" },
    ],
});

const draft = (values: Record<string, string>, body = ""): RequestDraft => ({ values, body });
const url = (values: Record<string, string>) => requestOf(CALLS, SERVER, [KEY], null, draft(values)).url;
const mistakes = (values: Record<string, string>) =>
    requestMistakes(CALLS, SERVER, null, draft(values)).map(({ field }) => field);

describe("a request", () => {
    it("has its parameters in their places, encoded", () => {
        expect(url({ "path id": "a/b c?#'", "query q": "x&y=1'", "query state": "a, b" })).toBe(
            `${SERVER}/calls/a%2Fb%20c%3F%23%27?state=a&state=b&q=x%26y%3D1%27`,
        );
        expect(requestOf(CALLS, SERVER, [], null, draft({ "header X-Trace": " 7 " })).headers).toEqual([
            ["X-Trace", "7"],
        ]);
    });

    it("leaves out what is not filled in, and shows what has to be", () => {
        expect(url({})).toBe(`${SERVER}/calls/{id}`);
        expect(mistakes({})).toEqual(["path id"]);
        expect(mistakes({ "path id": "1" })).toEqual([]);
    });

    it.each([".", "..", "%2e%2E/.", " .. "])("cannot leave the server's path with %j", (id) => {
        const values = { "path id": id };
        const isRefused = mistakes(values).length > 0;
        expect(isRefused || new URL(url(values)).pathname.startsWith("/v1/calls/%252e")).toBe(true);
    });

    it.each(["/@evil.example/", "//evil.example/", "/\\evil.example/", "/a/../../b", "/a b?c#d", "/%2e%2e/x"])(
        "stays at the server whatever its path is: %s",
        (path) => {
            const found = operation(path, "get");
            const address = requestOf(found, "https://api.example.com", [], null, draft({})).url;
            const isRefused = requestMistakes(found, "https://api.example.com", null, draft({})).length > 0;
            expect(
                isRefused ||
                    (new URL(address).origin === "https://api.example.com" && new URL(address).href === address),
            ).toBe(true);
        },
    );

    it("cannot have half a character or a header field that would be two", () => {
        expect(url({ "path id": "\ud800" })).toBe(`${SERVER}/calls/%EF%BF%BD`);
        expect(mistakes({ "path id": "1", "header X-Trace": "a\r\nCookie: b" })).toEqual(["header X-Trace"]);
    });

    it("has the body of its first example", () => {
        const body = bodyOf({}, { content: { "application/json": { examples: { a: { value: { to: "1" } } } } } });
        const create = operation("/calls", "post");
        const first = firstDraft(create.parameters, body);
        expect(requestOf(create, SERVER, [KEY], body, first)).toEqual({
            method: "POST",
            url: `${SERVER}/calls`,
            keyHeaders: [KEY],
            headers: [["Content-Type", "application/json"]],
            body: '{\n  "to": "1"\n}',
        });
        expect(requestOf(CALLS, SERVER, [KEY], body as Body, first).body).toBeNull();
    });

    it("has a body where one is required", () => {
        const content = { "application/json": {} };
        const missing = (call: Call, required: boolean, text = " ") =>
            requestMistakes(call, SERVER, bodyOf({}, { content, required }), draft({}, text)).map(({ field }) => field);
        const create = operation("/calls", "post");
        expect(missing(create, true)).toEqual(["body"]);
        expect(missing(create, true, "{}")).toEqual([]);
        expect(missing(create, false)).toEqual([]);
        expect(missing(operation("/calls", "get"), true)).toEqual([]);
    });
});

const request = (more: Partial<ShownRequest> = {}): ShownRequest => ({
    method: "POST",
    url: `${SERVER}/calls`,
    keyHeaders: [KEY],
    headers: [["Content-Type", "application/json"]],
    body: '{"to": "1"}',
    ...more,
});

/** What a shell makes of the line: the arguments that a curl would see. */
function shellArguments(line: string): string[] {
    const script = `curl() { printf '%s\\0' "$@"; }\n${line}\n`;
    const output = execFileSync("/bin/sh", ["-c", script], { env: { API_KEY: "the-key" }, encoding: "utf8" });
    return output.split("\0").slice(0, -1);
}

const NASTY = [
    "it's",
    '"',
    "`id`",
    "$(id)",
    "$API_KEY",
    "\\",
    "a\nb",
    "@/etc/passwd",
    "'; rm -rf / #",
    "!!",
    "--next",
    "\u2028",
];

describe("cURL", () => {
    it("is what somebody would write", () => {
        expect(curlOf(request())).toBe(
            [
                `curl '${SERVER}/calls'`,
                '-H "X-API-Key: $API_KEY"',
                "-H 'Content-Type: application/json'",
                `--data-raw '{"to": "1"}'`,
            ].join(" \\\n  "),
        );
        expect(curlOf(request({ method: "GET", keyHeaders: [], headers: [], body: null }))).toBe(
            `curl '${SERVER}/calls'`,
        );
        expect(curlOf(request({ method: "DELETE", body: null, url: `${SERVER}/{id}` }))).toContain(
            "curl --globoff -X DELETE '",
        );
    });

    it.each(NASTY)("hands %j on as it is", (text) => {
        const args = shellArguments(
            curlOf(request({ body: text, headers: [["X-Trace", text]], url: `${SERVER}/?q=${text}` })),
        );
        expect(args).toEqual(
            [`${SERVER}/?q=${text}`, "-H", "X-API-Key: the-key", "-H", `X-Trace: ${text}`, "--data-raw", text].flatMap(
                (arg, index) => (index === 0 && /[[\]{}]/.test(arg) ? ["--globoff", arg] : [arg]),
            ),
        );
    });

    it.each(["\0", "\b", "\r", "\u001b[2J", "\u0003", "\u007f", "\u009b"])("says nothing to a terminal: %j", (text) => {
        const line = curlOf(request({ body: `a${text}b\tc`, url: `${SERVER}/?q=${text}` }));
        expect(line).not.toContain(text.slice(0, 1));
        expect(shellArguments(line).at(-1)).toBe(`a${text.slice(1)}b\tc`);
    });

    it("runs nothing that stands in the name of a header field", () => {
        const keyHeaders = [{ name: "X-`id`$HOME", prefix: "Bearer " }] as const;
        expect(shellArguments(curlOf(request({ keyHeaders, headers: [], body: null })))).toEqual([
            "-X",
            "POST",
            `${SERVER}/calls`,
            "-H",
            "X-`id`$HOME: Bearer the-key",
        ]);
    });
});

describe("JavaScript", () => {
    /** Runs the code as Node.js would, and returns what it fetches. */
    function fetched(code: string): [string, RequestInit] {
        const script = `
            globalThis.fetch = async (...args) => { process.stdout.write(JSON.stringify(args)); process.exit(0); };
            ${code}`;
        const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
            env: { API_KEY: "the-key" },
            encoding: "utf8",
        });
        return JSON.parse(output) as [string, RequestInit];
    }

    it("is what somebody would write", () => {
        expect(javascriptOf(request())).toContain('  body: JSON.stringify({"to": "1"}),');
        expect(javascriptOf(request())).toContain('"X-API-Key": process.env.API_KEY,');
    });

    it("sends what is shown, however nasty it is", () => {
        const text = NASTY.join("") + "${process.exit(1)}</script><!--";
        const keyHeaders = [{ name: "Authorization", prefix: "Bearer " }] as const;
        const body = JSON.stringify({ text, n: 1 }, null, 2);
        const code = javascriptOf(
            request({ url: `${SERVER}/?q=${text}`, keyHeaders, headers: [["X-`a`", text]], body }),
        );
        expect(code).not.toMatch(/<[/!]/);
        expect(fetched(code)).toEqual([
            `${SERVER}/?q=${text}`,
            {
                method: "POST",
                headers: { Authorization: "Bearer the-key", "X-`a`": text },
                body: JSON.stringify({ text, n: 1 }),
            },
        ]);
    });

    it.each([
        "no JSON",
        '{"__proto__": {"a": 1}}',
        '{"\\u005f_proto__": 1}',
        "process.exit(1)",
        "12345678901234567890",
    ])("sends %j", (body) => {
        const [, init] = fetched(javascriptOf(request({ body })));
        expect(init.body).toBe(body);
    });
});
