import { type JsonObject, listOf, member, objectOf, textOf } from "./json";
import { resolved } from "./references";
import { waysInto, type Way } from "./security";
import { type Server, serversOf } from "./servers";

export interface Operation {
    /** Method and path: there is one of each only. */
    readonly id: string;
    readonly method: string;
    readonly path: string;
    readonly summary?: string;
    readonly description?: string;
    readonly deprecated: boolean;
    readonly tag: string;
    readonly ways: readonly Way[];
    /** Its own ones, which stand above those of the document. */
    readonly servers: readonly Server[];
    /** The parameters of its path and its own as they are declared: to work them out takes time. */
    readonly declared: readonly unknown[];
    readonly requestBody: JsonObject;
    readonly responses: JsonObject;
}

export interface Answer {
    readonly status: string;
    readonly description?: string;
}

/** Operations that belong together. */
export interface Section {
    readonly name: string;
    readonly description?: string;
    readonly operations: readonly Operation[];
}

/** Those that scripts can send. */
const METHODS = ["get", "head", "post", "put", "patch", "delete", "options"];

/** More than anybody reads; a page has to stay usable. */
export const MOST_OPERATIONS = 500;

const MOST_ANSWERS = 100;

/** The operations of the document, as many as a page can show. */
export function operationsOf(document: JsonObject, documentUrl: string): Operation[] {
    return Object.entries(objectOf(document.paths))
        .filter(([path]) => path.startsWith("/"))
        .slice(0, MOST_OPERATIONS)
        .flatMap(([path, reference]) => {
            const item = resolved(document, reference);
            return METHODS.filter((method) => member(item, method) !== undefined).map((method) => ({
                path,
                item,
                method,
            }));
        })
        .slice(0, MOST_OPERATIONS)
        .map(({ path, item, method }) => operation(document, documentUrl, path, item, method));
}

function operation(
    document: JsonObject,
    documentUrl: string,
    path: string,
    item: JsonObject,
    method: string,
): Operation {
    const own = objectOf(item[method]);
    const servers = serversOf(own, documentUrl);
    return {
        id: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        ...texts(own),
        deprecated: own.deprecated === true,
        tag: textOf(listOf(own.tags)[0]) ?? path.split("/").find((part) => part !== "") ?? path,
        ways: waysInto(document, own),
        servers: servers.length > 0 ? servers : serversOf(item, documentUrl),
        declared: [item.parameters, own.parameters],
        requestBody: resolved(document, own.requestBody),
        responses: objectOf(own.responses),
    };
}

/** What the API says that it may answer. */
export function answersOf(document: JsonObject, responses: JsonObject): Answer[] {
    return Object.entries(responses)
        .slice(0, MOST_ANSWERS)
        .map(([status, response]) => {
            const description = textOf(resolved(document, response).description);
            return { status, ...(description === undefined ? {} : { description }) };
        });
}

/** The operations by their first tag, in the order of the document's tags. */
export function sectionsOf(document: JsonObject, operations: readonly Operation[]): Section[] {
    const used = new Set(operations.map(({ tag }) => tag));
    const described = new Map(
        listOf(document.tags).flatMap((tag) => {
            const name = textOf(member(tag, "name"));
            return name === undefined || !used.has(name) ? [] : [[name, texts(objectOf(tag))] as const];
        }),
    );
    return [...new Set([...described.keys(), ...used])].map((name) => ({
        ...described.get(name),
        name,
        operations: operations.filter(({ tag }) => tag === name),
    }));
}

function texts(owner: JsonObject): { summary?: string; description?: string } {
    const summary = textOf(owner.summary);
    const description = textOf(owner.description);
    return { ...(summary === undefined ? {} : { summary }), ...(description === undefined ? {} : { description }) };
}
