import { type JsonObject, listOf, member, objectOf, textOf } from "./json";
import { type Parameter, parametersOf } from "./parameters";
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
    readonly parameters: readonly Parameter[];
    readonly requestBody: JsonObject;
    readonly answers: readonly Answer[];
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

/** The operations of the document, as many as a page can show. */
export function operationsOf(document: JsonObject, documentUrl: string): Operation[] {
    return Object.entries(objectOf(document.paths))
        .filter(([path]) => path.startsWith("/"))
        .slice(0, MOST_OPERATIONS)
        .flatMap(([path, reference]) => {
            const item = resolved(document, reference);
            return METHODS.filter((method) => member(item, method) !== undefined).map((method) =>
                operation(document, documentUrl, path, item, method),
            );
        })
        .slice(0, MOST_OPERATIONS);
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
        parameters: parametersOf(document, item, own),
        requestBody: resolved(document, own.requestBody),
        answers: Object.entries(objectOf(own.responses)).map(([status, response]) => {
            const description = textOf(resolved(document, response).description);
            return { status, ...(description === undefined ? {} : { description }) };
        }),
    };
}

/** The operations by their first tag, in the order of the document's tags. */
export function sectionsOf(document: JsonObject, operations: readonly Operation[]): Section[] {
    const described = listOf(document.tags).flatMap((tag) => {
        const name = textOf(member(tag, "name"));
        return name === undefined ? [] : [{ name, ...texts(objectOf(tag)) }];
    });
    const names = new Set([...described.map(({ name }) => name), ...operations.map(({ tag }) => tag)]);
    return [...names]
        .map((name) => ({
            ...described.find((tag) => tag.name === name),
            name,
            operations: operations.filter(({ tag }) => tag === name),
        }))
        .filter((section) => section.operations.length > 0);
}

function texts(owner: JsonObject): { summary?: string; description?: string } {
    const summary = textOf(owner.summary);
    const description = textOf(owner.description);
    return { ...(summary === undefined ? {} : { summary }), ...(description === undefined ? {} : { description }) };
}
