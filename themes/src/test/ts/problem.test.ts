import { describe, expect, it } from "vitest";
import { query } from "../../main/ts/api/http";
import { asProblem, errorsBeside, errorsOf, problemOf, wording } from "../../main/ts/api/problem";

const NAME = { field: "name", errorMessage: "name: '' is not allowed; allowed: text" };
const IP = { field: "allowedIps[1]", errorMessage: "allowedIps[1]: 'x' is not allowed" };

describe("what the server refuses", () => {
    it("is one field, several, a message, or an OAuth error", () => {
        expect(problemOf(400, NAME).fields).toEqual([NAME]);
        expect(problemOf(400, { errors: [NAME, IP] }).fields).toEqual([NAME, IP]);
        expect(problemOf(409, { errorMessage: "too many" }).message).toBe("too many");
        expect(problemOf(403, { error: "HTTP 403 Forbidden" }).message).toBe("HTTP 403 Forbidden");
        expect(problemOf(500, null).message).toBe("HTTP 500");
    });

    it("may be that the login is too long ago", () => {
        const challenge = { error: "insufficient_user_authentication", error_description: "log in", max_age: 300 };
        expect(problemOf(401, challenge)).toMatchObject({ message: "log in", maxAge: 300 });
        expect(problemOf(401, { error: "HTTP 401 Unauthorized", max_age: 300 }).maxAge).toBeNull();
    });

    it("is found at its field, entries of lists at the list", () => {
        expect(errorsOf([NAME, IP], "allowedIps")).toEqual([IP]);
        expect(errorsBeside([NAME, IP], ["name"])).toEqual([IP]);
    });

    it("does not repeat the name of the field", () => {
        expect(wording(NAME)).toBe("'' is not allowed; allowed: text");
        expect(wording({ field: "name", errorMessage: "is missing" })).toBe("is missing");
    });

    it("may be no answer at all", () => {
        expect(asProblem(new TypeError("Failed to fetch"))).toMatchObject({ status: 0, message: "Failed to fetch" });
    });
});

describe("a query", () => {
    it("leaves out what is empty", () => {
        expect(query({ a: "1 2", b: undefined, c: "", d: 0, e: false })).toBe("?a=1+2&d=0&e=false");
        expect(query({})).toBe("");
    });
});
