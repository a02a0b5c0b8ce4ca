import { softlyOr } from "./softly";

/** What the account console makes a menu entry and a route of. */
const ENTRY = { label: "apiKeysTitle", path: "api-keys" };

/**
 * Puts our entry at the end of what the account console learns to be its content. Every other request, and an answer that
 * is not as expected, goes through untouched.
 *
 * @param address where the console asks for its content
 * @param check throws when the console is not as expected, and then there is no entry
 */
export function extendMenu(window: Window & typeof globalThis, address: string, check: () => void): void {
    const stock = window.fetch;
    const wanted = absolute(address);
    window.fetch = (...request) => {
        const answer = stock.apply(window, request);
        return wanted !== null && absolute(request[0]) === wanted
            ? answer.then((stockAnswer) => softlyOr(stockAnswer, () => withEntry(stockAnswer, check)))
            : answer;
    };
}

function absolute(request: unknown): string | null {
    const url = request instanceof Request ? request.url : String(request);
    try {
        return new URL(url, document.baseURI).href;
    } catch {
        return null;
    }
}

async function withEntry(answer: Response, check: () => void): Promise<Response> {
    if (!answer.ok) {
        return answer;
    }
    check();
    const content: unknown = await answer.clone().json();
    if (!Array.isArray(content)) {
        throw new Error("the console's content is no list");
    }
    const items = content as { path?: unknown }[];
    // a theme's own content may have the entry already
    return items.some(({ path }) => path === ENTRY.path) ? answer : Response.json([...items, ENTRY]);
}
