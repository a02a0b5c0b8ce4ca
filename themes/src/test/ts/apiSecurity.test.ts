import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../main/ts/docs/json";
import { openWay, waysInto } from "../../main/ts/docs/security";

const SCHEMES = {
    key: { type: "apiKey", in: "header", name: "X-API-Key" },
    bearer: { type: "http", scheme: "Bearer" },
    oauth: { type: "oauth2", flows: {} },
    query: { type: "apiKey", in: "query", name: "key" },
    basic: { type: "http", scheme: "basic" },
    tls: { type: "mutualTLS" },
    injected: { type: "apiKey", in: "header", name: "X-Key\r\nCookie: a" },
};

const withSchemes = (more: JsonObject = {}): JsonObject => ({ components: { securitySchemes: SCHEMES }, ...more });

function opened(security: unknown, scopes: string[], document = withSchemes()) {
    return openWay(waysInto(document, security === undefined ? {} : { security }), new Set(scopes));
}

describe("security requirements", () => {
    it.each([
        ["one scheme with its scope", [{ key: ["calls:read"] }], ["calls:read"], true],
        ["a scope that is missing", [{ key: ["calls:read"] }], ["calls:write"], false],
        ["a scope that begins like the one that is there", [{ key: ["calls:read"] }], ["calls:read:all"], false],
        ["all scopes of a scheme", [{ key: ["a", "b"] }], ["a"], false],
        ["all schemes of a requirement", [{ key: ["a"], oauth: ["b"] }], ["a"], false],
        ["all schemes of a requirement, when there are", [{ key: ["a"], oauth: ["b"] }], ["a", "b"], true],
        ["one of several requirements", [{ key: ["a"] }, { oauth: ["b"] }], ["b"], true],
        ["no scope at all", [{ key: [] }], [], true],
        ["a scheme that takes no key in a header", [{ query: [] }], [], false],
        ["basic authentication", [{ basic: [] }], [], false],
        ["a certificate beside the key", [{ key: [], tls: [] }], [], false],
        ["a scheme that is not described", [{ unknown: [] }], [], false],
        ["a scheme that every object has", [{ constructor: [] }], [], false],
        ["a header field that would be two", [{ injected: [] }], [], false],
        ["an empty list: no key", [], [], true],
        ["an empty requirement: no key", [{}], [], true],
        ["a key or none", [{}, { key: ["a"] }], [], true],
        ["nothing that makes sense", ["key", null, 7, [{ key: [] }]], [], false],
        ["scopes that are no list", [{ key: "calls:read" }], ["calls:read"], false],
        ["scopes that are no texts", [{ key: [["calls:read"]] }], ["calls:read"], false],
        ["an object instead of a list", { key: [] }, [], false],
    ])("are met by %s", (_, security, scopes, met) => {
        expect(opened(security, scopes) !== null).toBe(met);
    });

    it("are those of the document where the operation has none, and the operation's own otherwise", () => {
        const document = withSchemes({ security: [{ key: ["admin"] }] });
        expect(opened(undefined, [], document)).toBeNull();
        expect(opened(undefined, ["admin"], document)).not.toBeNull();
        expect(opened([], [], document)).toEqual({ scopes: [], headers: [] });
        expect(opened(undefined, [])).toEqual({ scopes: [], headers: [] });
    });

    it("say where the key goes", () => {
        expect(opened([{ key: [] }], [])?.headers).toEqual([{ name: "X-API-Key", prefix: "" }]);
        expect(opened([{ bearer: [] }], [])?.headers).toEqual([{ name: "Authorization", prefix: "Bearer " }]);
        expect(opened([{}, { key: ["a"] }], ["a"])?.headers).toHaveLength(1);
        expect(opened([{ bearer: [], oauth: ["a"] }], ["a"])?.headers).toEqual([
            { name: "Authorization", prefix: "Bearer " },
        ]);
        expect(opened([{ bearer: [], key: [] }], [])?.headers).toHaveLength(2);
    });
});
