import { describe, expect, it } from "vitest";
import type { ApiKey } from "../../main/ts/api/types";
import { curlLine, tokenUrl } from "../../main/ts/model/curl";
import { allowedPresets, dateOf, expiresAt, firstChoice, inDays } from "../../main/ts/model/expiry";
import { actionsOf, firstGrant, grantFields, grantOf, isEmptyGrant, toggled } from "../../main/ts/model/grant";
import { issuingRealm } from "../../main/ts/model/jwt";
import { isGoodLimit, limitMessage, limitsOf, linesOfLimits, parseLimit } from "../../main/ts/model/limits";
import { NO_PERMISSIONS, permissionsOf } from "../../main/ts/model/permissions";
import { reporterKey, reporterKeyOf } from "../../main/ts/model/reporters";

const NOW = new Date("2026-11-21T12:00:00Z");
const DAY = 86_400;

describe("an expiry", () => {
    it("is never, some days from now, or the end of a day", () => {
        expect(expiresAt({ kind: "never" }, NOW)).toBeNull();
        expect(expiresAt({ kind: "days", days: 7 }, NOW)).toBe("2026-11-28T12:00:00.000Z");
        const end = expiresAt({ kind: "date", date: "2026-12-24" }, NOW);
        expect(dateOf(end ?? "")).toBe("2026-12-24");
        expect(new Date(end ?? "").getHours()).toBe(23);
    });

    it.each(["", "24.12.2026", "2026-02-31", "2026-13-01"])("cannot be read from '%s'", (date) => {
        expect(expiresAt({ kind: "date", date }, NOW)).toBeUndefined();
    });

    it("starts with what the realm allows", () => {
        expect(firstChoice(false, undefined)).toEqual({ kind: "never" });
        expect(firstChoice(true, undefined)).toEqual({ kind: "days", days: 90 });
        expect(firstChoice(false, 30 * DAY)).toEqual({ kind: "days", days: 30 });
        expect(firstChoice(true, DAY)).toEqual({ kind: "date", date: "" });
        expect(allowedPresets(30 * DAY)).toEqual([7, 30]);
    });

    it("and the past are so many days away", () => {
        expect(inDays(-1, NOW)).toBe("2026-11-20T12:00:00.000Z");
    });
});

describe("limits", () => {
    it("are read and written as the REST API has them", () => {
        expect(parseLimit("1000/hour")).toEqual({ count: "1000", window: "hour" });
        expect(limitsOf([parseLimit("1000/hour"), parseLimit("5/10s")])).toEqual(["1000/hour", "5/10s"]);
    });

    it("end where a line is emptied", () => {
        expect(limitsOf([{ count: " ", window: "hour" }])).toEqual([]);
    });

    it("are said in words, windows of other lengths as they are written", () => {
        expect(limitMessage(parseLimit("1000/hour"))).toEqual({
            key: "apiKeysLimitPerHour",
            values: { count: 1000 },
        });
        expect(limitMessage(parseLimit("5/10s"))).toEqual({
            key: "apiKeysLimitPerOther",
            values: { count: 5, window: "10s" },
        });
    });

    it.each([
        ["1", true],
        ["1000000000", true],
        ["", true],
        ["0", false],
        ["1000000001", false],
        ["1.5", false],
        ["many", false],
    ])("of '%s' calls are good: %s", (count, good) => {
        expect(isGoodLimit({ count, window: "hour" })).toBe(good);
    });

    it("of windows that nobody knows are not good", () => {
        expect(isGoodLimit(parseLimit("60/week"))).toBe(false);
        expect(isGoodLimit(parseLimit("60"))).toBe(false);
        expect(isGoodLimit(parseLimit("5/10s"))).toBe(true);
    });

    it("stand in one text of an attribute", () => {
        expect(linesOfLimits(" 60/minute, 1000/hour ")).toEqual([
            { count: "60", window: "minute" },
            { count: "1000", window: "hour" },
        ]);
        expect(linesOfLimits("")).toEqual([]);
    });
});

describe("a grant", () => {
    const catalogue = {
        resources: [
            { resource: "calls", scopes: [{ name: "calls:read", action: "read" }] },
            {
                resource: "contacts",
                scopes: [
                    { name: "contacts:read", action: "read" },
                    { name: "contacts:delete", action: "delete" },
                ],
            },
        ],
        groups: [],
    };

    it("starts with groups where there are some", () => {
        expect(firstGrant(catalogue).mode).toBe("scopes");
        expect(firstGrant({ ...catalogue, groups: [{ name: "g", includes: [], withoutEffect: [] }] }).mode).toBe(
            "groups",
        );
    });

    it("of everything carries nothing else", () => {
        const full = { mode: "full", groups: ["g"], scopes: ["s"] } as const;
        expect(grantFields(full)).toEqual({ fullAccess: true, scopes: [], scopeGroups: [] });
        expect(isEmptyGrant(full)).toBe(false);
    });

    it("of a key is what the key has", () => {
        const key = { fullAccess: false, scopes: ["calls:read"], scopeGroups: ["g"] } as unknown as ApiKey;
        expect(grantFields(grantOf(key))).toEqual({ fullAccess: false, scopes: ["calls:read"], scopeGroups: ["g"] });
        expect(grantOf({ ...key, scopes: [] }).mode).toBe("groups");
        expect(grantOf({ ...key, fullAccess: true }).mode).toBe("full");
    });

    it("is empty without a scope or group", () => {
        expect(isEmptyGrant({ mode: "scopes", groups: [], scopes: [] })).toBe(true);
        expect(isEmptyGrant({ mode: "scopes", groups: [], scopes: ["s"] })).toBe(false);
    });

    it("changes by one name", () => {
        expect(toggled(["a"], "b")).toEqual(["a", "b"]);
        expect(toggled(["a", "b"], "a")).toEqual(["b"]);
    });

    it("is shown with each action once", () => {
        expect(actionsOf(catalogue)).toEqual(["read", "delete"]);
    });
});

describe("the issuing realm", () => {
    const token = (payload: object) => `e30.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.sig`;

    it("is the end of the issuer", () => {
        expect(issuingRealm(token({ iss: "https://kc.example/auth/realms/my%20realm" }))).toBe("my realm");
    });

    it.each(["", "no.token", token({}), token({ iss: 7 })])("is unknown for %s", (text) => {
        expect(issuingRealm(text)).toBeNull();
    });
});

describe("the curl line", () => {
    it("gets a token with a client's key and shows a call with a personal one", () => {
        const url = tokenUrl("https://kc.example", "a realm");
        expect(url).toBe("https://kc.example/realms/a%20realm/protocol/openid-connect/token");
        expect(curlLine("sk_live_x", url, false)).toContain(url);
        expect(curlLine("sk_live_x", url, true)).not.toContain(url);
    });
});

describe("permissions", () => {
    it("come from the roles in the realm that is administered", () => {
        const whoAmI = { realm_access: { demo: ["query-users", "view-events"], other: [] } };
        expect(permissionsOf(whoAmI, "demo")).toEqual({ ...NO_PERMISSIONS, searchUsers: true, viewEvents: true });
        expect(permissionsOf(whoAmI, "other")).toEqual(NO_PERMISSIONS);
        expect(permissionsOf({}, "demo")).toEqual(NO_PERMISSIONS);
    });

    it("to manage the realm let see it as well", () => {
        const of = (...roles: string[]) => permissionsOf({ realm_access: { demo: roles } }, "demo");
        expect(of("view-realm")).toMatchObject({ viewRealm: true, manageRealm: false });
        expect(of("manage-realm")).toMatchObject({ viewRealm: true, manageRealm: true });
        expect(of("manage-clients")).toMatchObject({ viewRealm: false, manageRealm: false });
    });
});

describe("who reported a leak", () => {
    it("has words, unlike somebody with an id", () => {
        expect(reporterKey("github")).toBe("apiKeysReporterGithub");
        expect(reporterKey("possessor")).toBe("apiKeysReporterPossessor");
        for (const other of [undefined, "", "constructor", "7d1c9f6e-3ac7-4c55-8a53-0d7c4f6e2a11"]) {
            expect(reporterKey(other)).toBeUndefined();
        }
    });

    it("stands in the details of an event", () => {
        expect(reporterKeyOf('{"reportedBy":"github","url":"https://github.com/a/b"}')).toBe("apiKeysReporterGithub");
        for (const other of [undefined, "", "{", "{}", '{"reportedBy":1}', '{"reportedBy":"somebody"}']) {
            expect(reporterKeyOf(other)).toBeUndefined();
        }
    });
});
