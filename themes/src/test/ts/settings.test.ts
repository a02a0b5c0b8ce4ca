import { describe, expect, it } from "vitest";
import type { Client, Settings } from "../../main/ts/api/types";
import {
    canHaveKeys,
    changedAttributes,
    clientDraft,
    clientMistakes,
    hasKeys,
} from "../../main/ts/model/clientSettings";
import { durationOf, secondsOf } from "../../main/ts/model/duration";
import { linesOfPrefixes, prefixMistakes, textOfPrefixes } from "../../main/ts/model/prefixes";
import { changesOf, draftOf, settingsMistakes } from "../../main/ts/model/settings";

const DEFAULTS: Settings = {
    prefixes: "sk_live_=live,sk_test_=test",
    maxActivePerClient: 10,
    maxActivePerUser: null,
    defaultLimit: "1000/hour",
    realmLimit: "",
    maxLifetime: null,
    requireExpiry: false,
    requireIp: false,
    freshness: 60,
    claimsMaxAge: 10,
    discloseReason: true,
    errorFormat: "problem",
    limitErrorFormat: null,
    errorMessages: "",
    expiryNotice: "",
    revocationNotice: true,
    usageRetention: 90,
    revokedRetention: null,
    recordLastIp: true,
    selfServiceMaxAuthAge: null,
    acceptForeign: false,
    rateLimitFailure: "closed",
    outcomes: "",
    outcomeRates: "",
    revokeByPossession: true,
    githubLeaks: "off",
    githubKeys: "https://keys.example/",
};

const STRICT: Settings = {
    ...DEFAULTS,
    freshness: 5,
    outcomes: "sent,read",
    maxLifetime: 7_776_000,
    defaultLimit: "60/minute,5/10s",
};

describe("the settings of a realm", () => {
    it("show what differs from the default, and the default in the place of what does not", () => {
        const draft = draftOf(STRICT, DEFAULTS);
        expect(draft).toMatchObject({
            freshness: "5",
            claimsMaxAge: "",
            maxActivePerUser: "",
            maxLifetime: { amount: "90", unit: "day" },
            discloseReason: true,
        });
    });

    it("that nobody touched are not sent", () => {
        const draft = draftOf(STRICT, DEFAULTS);
        expect(changesOf(draft, draft, DEFAULTS)).toEqual({});
        expect(settingsMistakes(draft)).toEqual([]);
    });

    it("that were changed are sent, and only they", () => {
        const draft = draftOf(STRICT, DEFAULTS);
        const after = {
            ...draft,
            usageRetention: " 365 ",
            expiryNotice: " 30,7 ",
            requireIp: true,
            errorFormat: "error-object",
        };
        expect(changesOf(after, draft, DEFAULTS)).toEqual({
            usageRetention: 365,
            expiryNotice: "30,7",
            requireIp: true,
            errorFormat: "error-object",
        });
    });

    it("of errors can be others for limits, and the same again", () => {
        const draft = draftOf({ ...DEFAULTS, limitErrorFormat: "error-text" }, DEFAULTS);
        expect(changesOf({ ...draft, limitErrorFormat: "" }, draft, DEFAULTS)).toEqual({ limitErrorFormat: null });
        const same = draftOf(DEFAULTS, DEFAULTS);
        expect(same.limitErrorFormat).toBe("");
        expect(
            changesOf({ ...same, limitErrorFormat: "problem", errorMessages: "forbidden=No\n" }, same, DEFAULTS),
        ).toEqual({ limitErrorFormat: "problem", errorMessages: "forbidden=No" });
    });

    it("that were emptied go back to the default", () => {
        const draft = draftOf(STRICT, DEFAULTS);
        const after = { ...draft, freshness: "", outcomes: " ", maxLifetime: { amount: "", unit: "day" as const } };
        expect(changesOf(after, draft, DEFAULTS)).toEqual({ freshness: null, outcomes: null, maxLifetime: null });
    });

    it("that are texts with a default show nothing else, and go back to it when emptied", () => {
        expect(draftOf(DEFAULTS, DEFAULTS).githubKeys).toBe("");
        const before = draftOf({ ...DEFAULTS, githubKeys: "https://other.example/" }, DEFAULTS);
        expect(before.githubKeys).toBe("https://other.example/");
        const after = { ...before, githubKeys: " ", githubLeaks: "revoke", revokeByPossession: false };
        expect(changesOf(after, before, DEFAULTS)).toEqual({
            githubKeys: null,
            githubLeaks: "revoke",
            revokeByPossession: false,
        });
    });

    it("can lay down that there is no limit, which is not the default", () => {
        const draft = draftOf(STRICT, DEFAULTS);
        expect(changesOf({ ...draft, defaultLimit: [] }, draft, DEFAULTS)).toEqual({ defaultLimit: "" });
        expect(
            changesOf({ ...draft, defaultLimit: draftOf(DEFAULTS, DEFAULTS).defaultLimit }, draft, DEFAULTS),
        ).toEqual({
            defaultLimit: null,
        });
    });

    it("that are no numbers are left to the server", () => {
        const draft = draftOf(DEFAULTS, DEFAULTS);
        const after = { ...draft, freshness: "soon", maxLifetime: { amount: "1,5", unit: "day" as const } };
        expect(changesOf(after, draft, DEFAULTS)).toEqual({ freshness: "soon", maxLifetime: "1,5" });
    });

    it("with wrong limits are told so", () => {
        const draft = { ...draftOf(DEFAULTS, DEFAULTS), realmLimit: [{ count: "0", window: "hour" }] };
        expect(settingsMistakes(draft).map(({ field }) => field)).toEqual(["realmLimit"]);
    });
});

describe("prefixes", () => {
    it.each(["sk_live_=live,sk_test_=test", "cs_key_", "a_,b-=x"])("are read and written: %s", (text) => {
        expect(textOfPrefixes(linesOfPrefixes(text))).toBe(text);
        expect(prefixMistakes("prefixes", linesOfPrefixes(text))).toEqual([]);
    });

    it("leave out what is empty", () => {
        expect(textOfPrefixes([...linesOfPrefixes("a_=x"), { prefix: " ", environment: "" }])).toBe("a_=x");
    });

    it.each([
        ["", "apiKeysPrefixMissing"],
        ["live", "apiKeysPrefixWrong"],
        ["1_", "apiKeysPrefixWrong"],
        ["=live", "apiKeysPrefixWrong"],
        ["sk_=my live", "apiKeysEnvironmentWrong"],
        ["sk_=a,sk_=b", "apiKeysPrefixTwice"],
    ])("'%s' are refused", (text, key) => {
        expect(prefixMistakes("prefixes", linesOfPrefixes(text)).map((mistake) => mistake.key)).toEqual([key]);
    });
});

describe("a duration", () => {
    it.each([
        [60, "1", "minute"],
        [90, "90", "second"],
        [7200, "2", "hour"],
        [7_776_000, "90", "day"],
    ] as const)("of %s seconds is %s %ss", (seconds, amount, unit) => {
        expect(durationOf(seconds)).toEqual({ amount, unit });
        expect(secondsOf({ amount, unit })).toBe(seconds);
    });

    it("may be none, and may be broken", () => {
        expect(secondsOf(durationOf(null))).toBeNull();
        expect(secondsOf({ amount: "1.5", unit: "hour" })).toBe(5400);
        expect(secondsOf({ amount: "long", unit: "hour" })).toBe("long");
    });
});

describe("the settings of a client", () => {
    const client: Client = {
        id: "id",
        clientId: "shop",
        attributes: { "api-keys.enabled": "true", "api-keys.client-limit": "60/minute", "api-keys.gateway": "true" },
    };

    it("are its attributes", () => {
        expect(clientDraft(client)).toEqual({
            limit: [{ count: "60", window: "minute" }],
            openapiUrl: "",
            contact: "",
            selfService: false,
            gateway: true,
            openCheck: false,
        });
        expect(hasKeys(client)).toBe(true);
        expect(hasKeys({ ...client, attributes: {} })).toBe(false);
    });

    it("that were changed are written, and removed where they say nothing", () => {
        const draft = clientDraft(client);
        expect(changedAttributes(draft, draft)).toEqual({});
        expect(changedAttributes({ ...draft, limit: [], gateway: false, selfService: true }, draft)).toEqual({
            "api-keys.client-limit": "",
            "api-keys.gateway": "",
            "api-keys.self-service": "true",
        });
    });

    it("are refused where they are wrong", () => {
        const draft = clientDraft({ ...client, attributes: { "api-keys.client-limit": "many/hour,5/week" } });
        expect(clientMistakes(draft)).toHaveLength(2);
        const urls = [
            "ftp://x",
            "api.example.com",
            "https://",
            "https:// x",
            "https://user:secret@x",
            "https://x/#y",
            "https://x/%zz",
            "https://münchen.example/",
            "https://x:port/",
        ];
        for (const openapiUrl of urls) {
            expect(clientMistakes({ ...clientDraft(client), openapiUrl }).map(({ field }) => field)).toEqual([
                "openapiUrl",
            ]);
        }
        expect(clientMistakes({ ...clientDraft(client), openapiUrl: " https://a.example/x " })).toEqual([]);
        for (const contact of ["ops", "a@b@c", "Ops <ops@example.com>", "a@b.c, d@e.f", "a@b c"]) {
            expect(clientMistakes({ ...clientDraft(client), contact }).map(({ field }) => field)).toEqual(["contact"]);
        }
        expect(clientMistakes({ ...clientDraft(client), contact: " ops@example.com " })).toEqual([]);
    });

    it("are for OpenID Connect clients that can be called", () => {
        expect(canHaveKeys({ ...client, protocol: "openid-connect" })).toBe(true);
        expect(canHaveKeys({ ...client, protocol: "saml" })).toBe(false);
        expect(canHaveKeys({ ...client, protocol: "openid-connect", bearerOnly: true })).toBe(false);
    });
});
