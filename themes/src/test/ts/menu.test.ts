import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { extendMenu } from "../../main/ts/console/menu";

const CONTENT = "https://id.example.com/resources/v1/account/theme/content.json";
const STOCK = [{ label: "personalInfo", path: "" }];
const OURS = { label: "apiKeysTitle", path: "api-keys" };

/** A console whose server answers everything with the same. */
function consoleThat(answers: () => Response, check: () => void = () => undefined) {
    const stock = vi.fn(() => Promise.resolve(answers()));
    const window = { fetch: stock } as unknown as Window & typeof globalThis;
    extendMenu(window, "/resources/v1/account/theme/content.json", check);
    return window;
}

describe("the menu of the account console", () => {
    beforeEach(() => {
        vi.stubGlobal("document", { baseURI: "https://id.example.com/realms/demo/account/" });
        vi.spyOn(console, "warn").mockImplementation(() => undefined);
    });
    afterEach(() => {
        vi.unstubAllGlobals();
        vi.restoreAllMocks();
    });

    it.each([CONTENT, "/resources/v1/account/theme/content.json", new URL(CONTENT), new Request(CONTENT)])(
        "gets our entry at its end, asked for as %s",
        async (request) => {
            const window = consoleThat(() => Response.json(STOCK));
            expect(await (await window.fetch(request)).json()).toEqual([...STOCK, OURS]);
        },
    );

    it("has the entry once", async () => {
        const window = consoleThat(() => Response.json([OURS, ...STOCK]));
        expect(await (await window.fetch(CONTENT)).json()).toEqual([OURS, ...STOCK]);
    });

    it.each([
        ["is refused", () => Response.json(STOCK, { status: 404 })],
        ["is no list", () => Response.json({})],
        ["is no JSON", () => new Response("<html>")],
    ])("is untouched when it %s", async (_, answers) => {
        const answer = await consoleThat(answers).fetch(CONTENT);
        expect(answer.status).toBe(answers().status);
        expect(await answer.text()).toBe(await answers().text());
    });

    it("is untouched when the console is not as expected", async () => {
        const window = consoleThat(
            () => Response.json(STOCK),
            () => {
                throw new Error("no session");
            },
        );
        expect(await (await window.fetch(CONTENT)).json()).toEqual(STOCK);
    });

    it("is none when the console gives its own request up", async () => {
        const abort = new AbortController();
        const body = new ReadableStream({
            start: (stream) => abort.signal.addEventListener("abort", () => stream.error(abort.signal.reason)),
        });
        const content = consoleThat(() => new Response(body)).fetch(CONTENT);
        abort.abort();
        await expect(content).rejects.toMatchObject({ name: "AbortError" });
        expect(console.warn).not.toHaveBeenCalled();
    });

    it("is the only thing that is touched", async () => {
        const window = consoleThat(() => Response.json(STOCK));
        expect(await (await window.fetch(`${CONTENT}?x`)).json()).toEqual(STOCK);
        expect(await (await window.fetch("https://id.example.com/realms/demo/account/groups")).json()).toEqual(STOCK);
    });
});
