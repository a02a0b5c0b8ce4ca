import { describe, expect, it } from "vitest";
import type { RealmScopeGroup } from "../../main/ts/api/types";
import { cycleOf, groupDraft, groupMistakes, includedIn, isGroup, scopeOf } from "../../main/ts/model/scopeGroups";

function group(name: string, ...includes: string[]): RealmScopeGroup {
    return { id: `id of ${name}`, name, includes, keys: 0, clients: [] };
}

const GROUPS = [group("outer", "middle", "calls:read"), group("middle", "inner"), group("inner", "contacts:read")];
const SCOPES = ["calls:read", "contacts:read", "outer", "middle", "inner"];

describe("a scope group", () => {
    it("is a client scope with attributes", () => {
        const draft = { name: " crm ", description: "", bestFor: " CRMs ", includes: ["a:read", "b:read"] };
        expect(scopeOf(draft, true)).toEqual({
            name: "crm",
            description: "",
            protocol: "openid-connect",
            attributes: {
                "api-keys.scope-group": "true",
                "api-keys.includes": "a:read b:read",
                "api-keys.best-for": "CRMs",
                "include.in.token.scope": "false",
                "display.on.consent.screen": "false",
            },
        });
        expect(isGroup(scopeOf(draft, true))).toBe(true);
        expect(isGroup({ name: "a:read" })).toBe(false);
    });

    it("that is changed leaves alone what is not its own", () => {
        const change = scopeOf(groupDraft(group("inner", "calls:read")), false);
        expect(Object.keys(change)).toEqual(["name", "description", "attributes"]);
        expect(Object.keys(change.attributes ?? {}).every((name) => name.startsWith("api-keys."))).toBe(true);
    });

    it("is known to the groups that include it", () => {
        expect(includedIn("inner", GROUPS)).toEqual(["middle"]);
        expect(includedIn("outer", GROUPS)).toEqual([]);
    });
});

describe("a cycle", () => {
    it("is found whatever its length", () => {
        expect(cycleOf("self", ["self"], GROUPS)).toEqual(["self", "self"]);
        expect(cycleOf("inner", ["outer"], GROUPS)).toEqual(["inner", "outer", "middle", "inner"]);
    });

    it("is found where it is none of the group's own", () => {
        const groups = [group("a", "b"), group("b", "a")];
        expect(cycleOf("new", ["a"], groups)).toEqual(["a", "b", "a"]);
    });

    it("is not a member that is reached in two ways", () => {
        expect(cycleOf("twice", ["outer", "middle", "inner"], GROUPS)).toBeNull();
    });
});

describe("a draft of a group", () => {
    const good = { name: "crm", description: "", bestFor: "", includes: ["calls:read"] };
    const keys = (draft: typeof good, before: string | null = null) =>
        groupMistakes(draft, before, SCOPES, GROUPS).map(({ key }) => key);

    it("is good with a name and members", () => {
        expect(keys(good)).toEqual([]);
        expect(keys({ ...good, name: "contacts:*" })).toEqual([]);
        expect(keys({ ...good, name: "inner" }, "inner")).toEqual([]);
    });

    it.each([
        [{ ...good, name: " " }, "apiKeysGroupNameMissing"],
        [{ ...good, name: "my group" }, "apiKeysGroupNameWrong"],
        [{ ...good, name: 'a"b' }, "apiKeysGroupNameWrong"],
        [{ ...good, name: "contacts:read" }, "apiKeysGroupNameTaken"],
        [{ ...good, includes: [] }, "apiKeysMembersMissing"],
        [{ ...good, includes: ["crm"] }, "apiKeysMembersCycle"],
    ])("is refused: %j", (draft, key) => {
        expect(keys(draft)).toEqual([key]);
    });

    it("may not close a circle by a change", () => {
        expect(keys({ ...good, name: "inner", includes: ["outer"] }, "inner")).toEqual(["apiKeysMembersCycle"]);
    });
});
