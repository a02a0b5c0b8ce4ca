import { describe, expect, it } from "vitest";
import { fetchDocument, isMixed, type Surroundings } from "../../main/ts/docs/fetchDocument";
import { objectOf } from "../../main/ts/docs/json";
import { webAddress } from "../../main/ts/docs/links";
import { parseDocument } from "../../main/ts/docs/parseDocument";

const URL_OF_DOCUMENT = "https://api.example.com/v1/openapi.json";

describe("documents", () => {
    const openapi = (more = "") => `{"openapi": "3.1.0"${more}}`;

    it("are JSON or YAML", () => {
        expect(parseDocument(openapi())).toEqual({ kind: "document", document: { openapi: "3.1.0" } });
        expect(parseDocument("openapi: 3.0.3\ninfo:\n  title: A\n")).toMatchObject({
            document: { info: { title: "A" } },
        });
    });

    it.each([
        ["", "unreadable"],
        ["<html>", "other"],
        ['{"swagger": "2.0"}', "other"],
        ['{"openapi": "4.0.0"}', "other"],
        ['{"openapi": "3.2.0"}', "other"],
        ['{"openapi": "3.10.0"}', "other"],
        ['{"openapi": 3.1}', "other"],
        ["openapi: 3.1", "other"],
        ["[]", "other"],
        ['{"openapi": ', "unreadable"],
        ["a: [", "unreadable"],
        ["openapi: 3.1.0\na: &a [*a]", "unreadable"],
        [openapi(`, "a": ${"[".repeat(5_000)}${"]".repeat(5_000)}`), "unreadable"],
        [openapi(`, "a": [${"[],".repeat(500_000)}0]`), "large"],
    ])("are nothing else (%#)", (text, kind) => {
        expect(parseDocument(text).kind).toBe(kind);
    });

    it("do not grow by aliases", () => {
        const levels = Array.from(
            { length: 12 },
            (_, level) => `l${level}: &l${level} [${`*l${level - 1},`.repeat(9)}]`,
        );
        const bomb = ["openapi: 3.1.0", "l0: &l0 [x]", ...levels.slice(1)].join("\n");
        expect(parseDocument(bomb).kind).toBe("large");
    });

    it("cannot change what objects are", () => {
        const parsed = parseDocument(openapi(', "__proto__": {"polluted": 1}, "info": {"__proto__": {"title": "x"}}'));
        const document = parsed.kind === "document" ? parsed.document : {};
        expect(Object.keys(document)).toEqual(["openapi", "info"]);
        expect(objectOf(document.info).title).toBeUndefined();
        expect(parseDocument("openapi: 3.1.0\n__proto__: {polluted: 1}\n")).toEqual({
            kind: "document",
            document: { openapi: "3.1.0" },
        });
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

    it("lead links to the web only", () => {
        expect(webAddress("https://example.com/a")).toBe("https://example.com/a");
        for (const url of [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "//evil.example",
            "/a",
            "vbscript:x",
        ]) {
            expect(webAddress(url)).toBeNull();
        }
    });
});

describe("reading the document", () => {
    const answered = (answer: () => Response | Promise<Response>, more: Partial<Surroundings> = {}) =>
        fetchDocument(URL_OF_DOCUMENT, { fetch: () => Promise.resolve().then(answer), protocol: "https:", ...more });

    it("asks without anything that the browser knows", async () => {
        const asked: RequestInit[] = [];
        const outcome = await fetchDocument(URL_OF_DOCUMENT, {
            fetch: (_, init) => {
                asked.push(init ?? {});
                return Promise.resolve(new Response('{"openapi": "3.1.0"}'));
            },
            protocol: "https:",
        });
        expect(outcome).toMatchObject({ kind: "read", url: URL_OF_DOCUMENT });
        expect(asked).toMatchObject([{ credentials: "omit", referrerPolicy: "no-referrer" }]);
        expect(Object.keys(asked[0]?.headers ?? {})).toEqual(["Accept"]);
    });

    it.each<[string, () => Response | Promise<Response>]>([
        ["Status", () => new Response("", { status: 404 })],
        ["Version", () => new Response("{}")],
        ["Unreadable", () => new Response("{")],
        ["Unreachable", () => Promise.reject(new TypeError("Failed to fetch"))],
        ["Large", () => new Response("{}", { headers: { "Content-Length": "5000001" } })],
        ["Large", () => new Response("x".repeat(5_000_001))],
        ["Large", () => new Response(`{"openapi": "3.1.0", "a": [${"0,".repeat(500_000)}0]}`)],
    ])("says why not: %s (%#)", async (reason, answer) => {
        expect(await answered(answer)).toMatchObject({ kind: "failed", reason });
    });

    it("gives up at some time", async () => {
        const never: typeof fetch = (_, init) =>
            new Promise((_resolve, reject) =>
                init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
            );
        expect(await fetchDocument(URL_OF_DOCUMENT, { fetch: never, protocol: "https:", patienceMillis: 1 })).toEqual({
            kind: "failed",
            reason: "Timeout",
        });
    });

    it.each([
        ["javascript:alert(1)", "Address"],
        ["https://user:secret@api.example.com/", "Address"],
        ["/openapi.json", "Address"],
        ["http://api.example.com/openapi.json", "Mixed"],
    ])("does not even ask %s", async (url, reason) => {
        const refused: typeof fetch = () => Promise.reject(new Error("asked"));
        expect(await fetchDocument(url, { fetch: refused, protocol: "https:" })).toEqual({ kind: "failed", reason });
    });

    it("asks over http what browsers let it ask", () => {
        expect(isMixed("http:", new URL("http://api.example.com/"))).toBe(false);
        expect(isMixed("https:", new URL("http://127.0.0.1:8081/"))).toBe(false);
        expect(isMixed("https:", new URL("http://127.0.0.1.evil.example/"))).toBe(true);
    });
});
