import { describe, expect, it } from "vitest";
import { errorSamples } from "../../main/ts/docs/errors";
import { keyFor, NOTHING_PASTED, originOf } from "../../main/ts/docs/pastedKey";
import type { ShownRequest } from "../../main/ts/docs/request";
import { isSendable, LARGEST_ANSWER, tryRequest } from "../../main/ts/docs/tryRequest";

const URL_OF_CALLS = "https://api.example.com/v1/calls";

const REQUEST: ShownRequest = {
    method: "POST",
    url: URL_OF_CALLS,
    keyHeaders: [{ name: "X-API-Key", prefix: "" }],
    headers: [["Content-Type", "application/json"]],
    body: "{}",
};

describe("trying", () => {
    it("sends the key and nothing else that the browser knows", async () => {
        const asked: unknown[] = [];
        const tried = await tryRequest(REQUEST, "sk_test_1", (...sent) => {
            asked.push(...sent);
            return Promise.resolve(
                new Response("done", {
                    status: 403,
                    headers: { RateLimit: '"key";r=1;t=2', "Set-Cookie": "a=b", "X-Else": "1" },
                }),
            );
        });
        expect(asked).toMatchObject([
            URL_OF_CALLS,
            {
                headers: [
                    ["Content-Type", "application/json"],
                    ["X-API-Key", "sk_test_1"],
                ],
                credentials: "omit",
                referrerPolicy: "no-referrer",
                redirect: "manual",
                cache: "no-store",
            },
        ]);
        expect(tried).toEqual({
            kind: "answered",
            status: 403,
            headers: [
                ["Content-Type", "text/plain;charset=UTF-8"],
                ["RateLimit", '"key";r=1;t=2'],
            ],
            body: "done",
            cut: false,
        });
    });

    it("reads no more than can be shown, and says when nothing came", async () => {
        const long = await tryRequest(REQUEST, "k", () =>
            Promise.resolve(new Response("x".repeat(LARGEST_ANSWER + 1))),
        );
        expect(long).toMatchObject({ cut: true, body: "x".repeat(LARGEST_ANSWER) });
        expect(await tryRequest(REQUEST, "k", () => Promise.reject(new TypeError("Failed to fetch")))).toEqual({
            kind: "unreachable",
        });
        const redirect = { type: "opaqueredirect" } as Response;
        expect(await tryRequest(REQUEST, "k", () => Promise.resolve(redirect))).toEqual({ kind: "redirected" });
    });

    it("takes keys that can stand in a header field", () => {
        expect(isSendable("sk_live_abc")).toBe(true);
        expect(["", "a b", "a\r\nb", "ä"].filter(isSendable)).toEqual([]);
    });
});

describe("a pasted key", () => {
    const pasted = { origin: originOf(URL_OF_CALLS), key: "sk_test_1" };

    it.each([URL_OF_CALLS, "https://api.example.com/v2/contacts?q=1", "https://api.example.com:443/"])(
        "goes to the origin that it was pasted for: %s",
        (url) => {
            expect(keyFor(pasted, url)).toBe("sk_test_1");
        },
    );

    it.each([
        "https://evil.example/v1/calls",
        "https://api.example.com.evil.example/",
        "https://api.example.com:8443/v1/calls",
        "http://api.example.com/v1/calls",
        "https://api.example.com@evil.example/",
        "https://",
        "",
    ])("goes nowhere else: %s", (url) => {
        expect(keyFor(pasted, url)).toBe("");
        expect(keyFor(NOTHING_PASTED, url)).toBe("");
    });
});

describe("errors", () => {
    it("have the body of the realm's format", () => {
        const of = (format: string, status: number) =>
            JSON.parse(
                errorSamples({ errorFormat: format }).find((sample) => sample.status === status)?.body ?? "null",
            ) as unknown;
        expect(of("problem", 403)).toMatchObject({ status: 403, code: "insufficient_scope" });
        expect(of("problem", 429)).toMatchObject({ "violated-policies": ["key"], retry_after: 30 });
        expect(of("error-object", 429)).toEqual({
            error: { code: "RATE_LIMIT_EXCEEDED", message: "Too many requests with this API key" },
            retry_after: 30,
        });
        expect(of("error-status", 401)).toEqual({
            error: { code: "401", message: "API key is missing, malformed or unknown" },
        });
        expect(of("error-text", 429)).toEqual({
            error: "rate_limit_exceeded",
            message: "Too many requests with this API key",
            retry_after: 30,
        });
        expect(of("problem", 500)).toBeNull();
        expect(of("problem", 503)).toBeNull();
    });

    it("of limits have a format of their own where the realm says so", () => {
        const bodies = errorSamples({ errorFormat: "error-status", limitErrorFormat: "error-text" }).map(
            (one) => one.body,
        );
        expect(bodies[0]).toContain('"code": "401"');
        expect(bodies[2]).toContain('"error": "rate_limit_exceeded"');
    });

    it("have the codes of their status, as the format writes them", () => {
        const codes = (format: string) => errorSamples({ errorFormat: format }).flatMap((sample) => sample.codes);
        expect(codes("problem")).toEqual(expect.arrayContaining(["key_expired", "ip_denied", "rate_limit_exceeded"]));
        expect(codes("error-object")).toEqual(codes("problem").map((code) => code.toUpperCase()));
    });
});
