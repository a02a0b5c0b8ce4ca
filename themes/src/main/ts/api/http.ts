import type { PageContext } from "../context";
import { Problem, problemOf } from "./problem";

export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/** JSON over HTTP with the token of whoever is at the page; what does not succeed is thrown as a Problem. */
export class Http {
    constructor(
        private readonly context: PageContext,
        /** What stands in front of every path, without a slash at the end. */
        private readonly base: string,
    ) {}

    async get<T>(path: string, parameters: Parameters = {}): Promise<T> {
        return (await this.send("GET", path + query(parameters))) as T;
    }

    async post<T>(path: string, body?: unknown): Promise<T> {
        return (await this.send("POST", path, body)) as T;
    }

    async put<T>(path: string, body: unknown): Promise<T> {
        return (await this.send("PUT", path, body)) as T;
    }

    async delete(path: string): Promise<void> {
        await this.send("DELETE", path);
    }

    private async send(method: string, path: string, body?: unknown): Promise<unknown> {
        const headers: Record<string, string> = {
            Accept: "application/json",
            Authorization: `Bearer ${await this.context.getAccessToken()}`,
        };
        const init: RequestInit = { method, headers, cache: "no-store" };
        if (body !== undefined) {
            headers["Content-Type"] = "application/json";
            init.body = JSON.stringify(body);
        }
        const response = await answered(fetch(this.base + path, init));
        const text = await response.text();
        const json = parsed(text);
        if (!response.ok) {
            throw problemOf(response.status, json);
        }
        return json;
    }
}

async function answered(response: Promise<Response>): Promise<Response> {
    try {
        return await response;
    } catch (error) {
        throw new Problem(0, error instanceof Error ? error.message : String(error));
    }
}

function parsed(text: string): unknown {
    try {
        return text === "" ? null : JSON.parse(text);
    } catch {
        return null;
    }
}

/** Leaves out what is undefined or empty. */
export function query(parameters: Parameters): string {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== undefined && value !== "") {
            search.set(name, String(value));
        }
    }
    return search.size === 0 ? "" : `?${search.toString()}`;
}
