import { describe, expect, it } from "vitest";
import type { Usage } from "../../main/ts/api/usage";
import { denials, hasOutcomes, outcomeKey, rateKey, readable, reasonKey, usageQuery } from "../../main/ts/model/usage";
import { beginningText } from "../../main/ts/usage/moments";

const NOON = new Date("2026-03-31T12:34:56Z");

describe("a period", () => {
    it("of a day has 24 hours, the present one included", () => {
        expect(usageQuery("24h", NOON)).toEqual({ from: "2026-03-30T13:00:00.000Z", bucket: "hour" });
    });

    it.each([
        ["7d", "2026-03-25T00:00:00.000Z"],
        ["30d", "2026-03-02T00:00:00.000Z"],
    ] as const)("of %s has as many days, today included", (period, from) => {
        expect(usageQuery(period, NOON)).toEqual({ from, bucket: "day" });
    });
});

describe("denials", () => {
    const usage = (total: number, deniedBy: Record<string, number>) => ({ total, deniedBy }) as unknown as Usage;

    it("begin with the most frequent reason, the others by their names", () => {
        expect(denials(usage(10, { key_expired: 1, ip_denied: 3, client_disabled: 1 }))).toEqual([
            { name: "ip_denied", count: 3, share: 0.3 },
            { name: "client_disabled", count: 1, share: 0.1 },
            { name: "key_expired", count: 1, share: 0.1 },
        ]);
    });

    it("of no call are none", () => {
        expect(denials(usage(0, {}))).toEqual([]);
    });
});

describe("the last outcome", () => {
    const told = (usage: Pick<Usage, "outcomes" | "lastOutcomeAt">) => hasOutcomes(usage as Usage);

    it("is told where the realm has names for outcomes, also while none was reported", () => {
        expect(told({ outcomes: { sent: 0 } })).toBe(true);
    });

    it("is told when there was one, though the realm has no names any more", () => {
        expect(told({ outcomes: {}, lastOutcomeAt: "2026-03-31T05:14:01Z" })).toBe(true);
    });

    it("is not told where nobody reports any", () => {
        expect(told({ outcomes: {} })).toBe(false);
        expect(told({})).toBe(false);
    });
});

describe("a name", () => {
    it("of a reason leads to its text", () => {
        expect(reasonKey("rate_limit_exceeded")).toBe("apiKeysReasonRateLimitExceeded");
    });

    it("of an outcome or a rate leads to its text", () => {
        expect(outcomeKey("not-delivered")).toBe("apiKeysOutcomeNotDelivered");
        expect(rateKey("read")).toBe("apiKeysRateOfRead");
    });

    it("without a text is made readable", () => {
        expect(readable("not_delivered-yet")).toBe("Not delivered yet");
    });
});

it("a day is that of UTC, wherever the browser is", () => {
    expect(beginningText("2026-03-31T00:00:00Z", "day", "en")).toBe("Mar 31");
});
