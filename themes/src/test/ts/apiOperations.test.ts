import { describe, expect, it } from "vitest";
import { type JsonObject, objectOf } from "../../main/ts/docs/json";
import { answersOf, operationsOf, sectionsOf } from "../../main/ts/docs/operations";
import { parametersOf } from "../../main/ts/docs/parameters";
import { bodyOf, sampleText } from "../../main/ts/docs/payloads";
import { resolved, selfContained } from "../../main/ts/docs/references";
import { serversOfDocument } from "../../main/ts/docs/servers";

const URL_OF_DOCUMENT = "https://api.example.com/v1/openapi.json";

describe("servers", () => {
    it.each([
        [undefined, ["https://api.example.com"]],
        [[{ url: "./" }], ["https://api.example.com/v1"]],
        [
            [{ url: "/v2/" }, { url: "https://eu.example.com/" }],
            ["https://api.example.com/v2", "https://eu.example.com"],
        ],
        [
            [
                {
                    url: "https://{region}.example.com/{v}",
                    variables: { region: { default: "eu" }, v: { default: "v3" } },
                },
            ],
            ["https://eu.example.com/v3"],
        ],
        [[{ url: "javascript:alert(1)" }, { url: "data:text/html,x" }, { url: "file:///etc/passwd" }], []],
        [[{ url: "https://user:secret@evil.example" }, { url: "https://" }, { url: 7 }, null, "https://a.example"], []],
    ])("%j are %j", (servers, expected) => {
        expect(serversOfDocument({ servers }, URL_OF_DOCUMENT).map(({ url }) => url)).toEqual(expected);
    });
});

describe("operations", () => {
    const document: JsonObject = {
        tags: [{ name: "Second", description: "Described" }],
        paths: {
            "/a/{id}": {
                parameters: [
                    { name: "id", in: "path", schema: { type: "string", format: "uuid" } },
                    { name: "page", in: "query", example: 1 },
                ],
                get: { tags: ["First"], parameters: [{ name: "page", in: "query", example: 2 }] },
                trace: {},
            },
            "/b": { $ref: "#/components/pathItems/b" },
            "no-slash": { get: {} },
            "/c": { $ref: "https://evil.example/c" },
            "/d": null,
        },
    };
    const full = {
        ...document,
        components: { ...objectOf(document.components), pathItems: { b: { post: { tags: ["Second"] } } } },
    };

    it("are those that can be called, by their tags in the document's order", () => {
        const operations = operationsOf(full, URL_OF_DOCUMENT);
        expect(operations.map(({ id }) => id)).toEqual(["GET /a/{id}", "POST /b"]);
        expect(sectionsOf(full, operations).map(({ name, description }) => [name, description])).toEqual([
            ["Second", "Described"],
            ["First", undefined],
        ]);
    });

    it("have the parameters of their path, unless they say otherwise", () => {
        const declared = operationsOf(full, URL_OF_DOCUMENT)[0]?.declared ?? [];
        const parameters = parametersOf(full, declared, []);
        expect(parameters.map(({ id, initial }) => [id, initial])).toEqual([
            ["path id", expect.stringMatching(/^[0-9a-f-]{36}$/)],
            ["query page", "2"],
        ]);
    });

    it("offer no header field that is none of theirs", () => {
        const names = ["Cookie", "authorization", "Content-Type", "X-Good", "X-Bad\r\nHost"];
        const parameters = names.map((name) => ({ name, in: "header" })).concat({ name: "session", in: "cookie" });
        expect(parametersOf({}, [parameters], []).map(({ name }) => name)).toEqual(["X-Good"]);
    });

    it("offer no header field that the key is in", () => {
        const parameters = ["x-api-key", "X-Trace"].map((name) => ({ name, in: "header", required: true }));
        const offered = parametersOf({}, [parameters], [{ name: "X-API-Key", prefix: "" }]);
        expect(offered.map(({ name }) => name)).toEqual(["X-Trace"]);
        expect(parametersOf({}, [parameters], [])).toHaveLength(2);
    });

    it("have no more parameters and answers than anybody reads", () => {
        const parameters = Array.from({ length: 200 }, (_, index) => ({ name: `p${index}`, in: "query" }));
        expect(parametersOf({}, [parameters, parameters], [])).toHaveLength(100);
        const responses = Object.fromEntries(parameters.map(({ name }) => [name, { description: "Done" }]));
        expect(answersOf({}, responses)).toHaveLength(100);
        expect(answersOf({}, { "200": responses.p0, "204": {} })).toEqual([
            { status: "200", description: "Done" },
            { status: "204" },
        ]);
    });

    it("are too many to show at some point", () => {
        const paths = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`/${index}`, { get: {} }]));
        expect(operationsOf({ paths }, URL_OF_DOCUMENT)).toHaveLength(500);
    });
});

describe("references", () => {
    const document: JsonObject = {
        components: {
            schemas: {
                "a/b~c": { type: "string", const: "found" },
                Node: {
                    type: "object",
                    properties: { name: { type: "string" }, next: { $ref: "#/components/schemas/Node" } },
                },
                Loop: { $ref: "#/components/schemas/Loop" },
                ...Object.fromEntries(
                    Array.from({ length: 40 }, (_, index) => [
                        `Bomb${index}`,
                        {
                            type: "object",
                            properties: Object.fromEntries(
                                ["x", "y", "z"].map((name) => [
                                    name,
                                    { $ref: `#/components/schemas/Bomb${index + 1}` },
                                ]),
                            ),
                        },
                    ]),
                ),
            },
        },
    };
    const written = (schema: JsonObject) =>
        sampleText(selfContained(document, schema), (value) => JSON.stringify(value));
    const sampled = (schema: JsonObject) => JSON.parse(written(schema) || "null") as unknown;

    it("are followed within the document", () => {
        expect(sampled({ $ref: "#/components/schemas/a~1b~0c" })).toBe("found");
        expect(sampled({ type: "array", items: { $ref: "#/components/schemas/a%7E1b~0c" } })).toEqual(["found"]);
    });

    it("are not followed anywhere else", () => {
        for (const $ref of [
            "https://evil.example/a",
            "other.json#/a",
            "#/__proto__/polluted",
            "#/constructor",
            "#x",
            "#/%",
        ]) {
            expect(resolved(document, { $ref })).toEqual({});
        }
    });

    it("end where they meet themselves", () => {
        expect(sampled({ $ref: "#/components/schemas/Node" })).toMatchObject({ name: "string" });
        expect(resolved(document, { $ref: "#/components/schemas/Loop" })).toEqual({});
    });

    it("end where they would be endless for all practical purposes", () => {
        const sample = JSON.stringify(sampled({ $ref: "#/components/schemas/Bomb0" }));
        expect(sample.length).toBeLessThan(100_000);
    });

    it("are data within examples", () => {
        const example = { $ref: "#/components/schemas/Node", minLength: 1_000 };
        expect(sampled({ type: "object", example })).toEqual(example);
        expect(sampled({ type: "object", properties: { example: { $ref: "#/components/schemas/a~1b~0c" } } })).toEqual({
            example: "found",
        });
    });

    it("cannot make samples long", () => {
        expect(String(sampled({ type: "string", minLength: 1e9 })).length).toBeLessThan(1_000);
        expect(sampled({ type: "array", minItems: 1e9, items: { type: "string" } })).toHaveLength(2);
    });

    it("do not hinder a schema that makes no sense", () => {
        for (const schema of [
            { allOf: "x" },
            { properties: 7 },
            { type: {} },
            { enum: {} },
            { items: null, type: "array" },
        ]) {
            expect(() => sampled(schema)).not.toThrow();
        }
    });

    it("give no sample rather than one that is too long", () => {
        const nested = (value: JsonObject, levels: number): JsonObject =>
            levels === 0 ? value : { type: "object", additionalProperties: nested(value, levels - 1) };
        expect(written(nested({ const: "x".repeat(100) }, 11))).toBe("");
        expect(written(nested({ const: "x".repeat(100) }, 2))).toContain("x".repeat(100));
        expect(written({ type: "string", const: "x", description: "y".repeat(200_000) })).toBe('"x"');
    });

    it("give no sample that cannot be written", () => {
        const refused = () => {
            throw new RangeError("Invalid string length");
        };
        expect(sampleText({ type: "string" }, refused)).toBe("");
    });
});

describe("payloads", () => {
    const document: JsonObject = {
        components: { examples: { shared: { summary: "A shared one", value: { to: "3" } } } },
    };
    const schema = {
        type: "object",
        properties: { id: { type: "string", readOnly: true }, to: { type: "string", examples: ["1"] } },
    };
    const texts = (content: JsonObject) =>
        bodyOf(document, { content })?.payloads.map(({ label, text }) => [label, text.replaceAll(/\s/g, "")]);

    it("are made up from the schema, without what only answers have", () => {
        expect(texts({ "application/json": { schema } })).toEqual([["", '{"to":"1"}']]);
        expect(texts({ "application/json": { schema, example: { to: "2" } } })).toEqual([["", '{"to":"2"}']]);
    });

    it("are the named examples first", () => {
        const examples = { first: { value: { to: "2" } }, second: { $ref: "#/components/examples/shared" }, none: {} };
        expect(texts({ "application/problem+json": { schema, examples } })).toEqual([
            ["first", '{"to":"2"}'],
            ["Asharedone", '{"to":"3"}'].map((text, index) => (index === 0 ? "A shared one" : text)),
            ["", '{"to":"1"}'],
        ]);
    });

    it("are JSON before a form, and a form before text", () => {
        const form = { "text/plain": {}, "application/x-www-form-urlencoded": { example: { a: "1 2", b: [3] } } };
        expect(texts(form)).toEqual([["", "a=1+2&b=%5B3%5D"]]);
        expect(bodyOf(document, { content: { ...form, "application/json": {} } })?.mediaType).toBe("application/json");
        expect(bodyOf(document, { content: { "multipart/form-data": {}, "text/x\r\nCookie: a": {} } })).toBeNull();
    });
});
