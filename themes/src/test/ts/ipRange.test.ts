import { describe, expect, it } from "vitest";
import { isIpRange, lineOfEntry, linesOf, wrongLines } from "../../main/ts/model/ipRange";

describe("an address or range", () => {
    it.each([
        "203.0.113.7",
        "0.0.0.0/0",
        "10.0.0.0/8",
        "::1",
        "::",
        "2001:db8::/32",
        "1:2:3:4:5:6:7:8",
        "::ffff:1.2.3.4",
    ])("may be %s", (text) => {
        expect(isIpRange(text)).toBe(true);
    });

    it.each([
        "",
        "localhost",
        "1.2.3",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4/33",
        "1.2.3.4/",
        "1.2.3.4/8/8",
        "1::2::3",
        "1:2:3",
        "12345::",
        "::/129",
        "1:2:3:4:5:6:7::8",
    ])("cannot be '%s'", (text) => {
        expect(isIpRange(text)).toBe(false);
    });
});

describe("the lines of the field", () => {
    it("are the entries, without empty ones", () => {
        expect(linesOf(" 1.2.3.4 \r\n\n::1\n")).toEqual(["1.2.3.4", "::1"]);
    });

    it("that are wrong are named by their number", () => {
        expect(wrongLines("1.2.3.4\n\nhere\n::1")).toEqual([{ line: 3, text: "here" }]);
    });

    it("are found again when the server names an entry", () => {
        expect(lineOfEntry("1.2.3.4\n\n::1", 1)).toBe(3);
        expect(lineOfEntry("1.2.3.4", 7)).toBe(8);
    });
});
