import { describe, expect, it } from "vitest";
import { clientOf, keyHash, keysHash, OWN_PLACES, ownKeyOf, parseRoute, realmOf, tabHash } from "../../main/ts/route";

describe("the routes of our pages", () => {
    it.each([
        ["#/demo/api-keys", { page: "keys", realm: "demo" }],
        ["#/demo/api-keys?x=1", { page: "keys", realm: "demo" }],
        ["#/my%20realm/api-keys", { page: "keys", realm: "my realm" }],
        ["#/demo/api-keys/settings", { page: "settings", realm: "demo" }],
        ["#/demo/api-keys/scope-groups", { page: "groups", realm: "demo" }],
        ["#/demo/api-keys/123", { page: "key", realm: "demo", keyId: "123" }],
        ["#/demo/clients/uuid/api-keys", { page: "client", realm: "demo", clientUuid: "uuid" }],
    ])("%s is ours", (hash, route) => {
        expect(parseRoute(hash)).toEqual(route);
    });

    it.each([
        "",
        "#/",
        "#/demo",
        "#/demo/clients",
        "#/demo/clients/uuid/settings",
        "#/demo/api-keys/1/2",
        "#/demo/users/api-keys",
    ])("%s is the console's", (hash) => {
        expect(parseRoute(hash)).toBeNull();
    });

    it("lead back to what they were made of", () => {
        expect(parseRoute(keysHash("a/b c"))).toEqual({ page: "keys", realm: "a/b c" });
        expect(parseRoute(tabHash("a/b", "settings"))).toEqual({ page: "settings", realm: "a/b" });
        expect(parseRoute(tabHash("a/b", "groups"))).toEqual({ page: "groups", realm: "a/b" });
        expect(tabHash("demo", "keys")).toBe(keysHash("demo"));
        expect(parseRoute(keyHash("demo", "x/y"))).toEqual({ page: "key", realm: "demo", keyId: "x/y" });
    });

    it("are read even when they are escaped wrongly", () => {
        expect(parseRoute("#/%E0%A4%A/api-keys")).toEqual({ page: "keys", realm: "%E0%A4%A" });
    });
});

describe("the places of the account console", () => {
    it("lead back to what they were made of", () => {
        expect(ownKeyOf(OWN_PLACES.key("x/y"))).toBe("x/y");
        expect(ownKeyOf(OWN_PLACES.list)).toBeNull();
        expect(ownKeyOf("")).toBeNull();
        expect(ownKeyOf("#/1/2")).toBeNull();
    });
});

describe("where the console is", () => {
    it("tells the realm", () => {
        expect(realmOf("#/demo/clients")).toBe("demo");
        expect(realmOf("")).toBeNull();
    });

    it("tells the client whose details are shown, on any of its tabs", () => {
        expect(clientOf("#/demo/clients/uuid/roles/list")).toEqual({ realm: "demo", clientUuid: "uuid" });
        expect(clientOf("#/demo/clients/initial-access-token")).toBeNull();
    });
});
