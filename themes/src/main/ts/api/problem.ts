import type { FieldError } from "./types";

/** A request that did not succeed: what the server said, in the several forms in which it says it. */
export class Problem extends Error {
    constructor(
        /** HTTP status; 0 when there was no answer. */
        readonly status: number,
        message: string,
        readonly fields: readonly FieldError[] = [],
        /** Within how many seconds a login is demanded (RFC 9470); null when it is not about that. */
        readonly maxAge: number | null = null,
    ) {
        super(message);
    }
}

/** Reads the body of a refusal: one violation, several of them, a message, or an OAuth error. */
export function problemOf(status: number, body: unknown): Problem {
    const fields = fieldErrors(body);
    if (fields.length > 0) {
        return new Problem(status, fields.map((error) => error.errorMessage).join(" · "), fields);
    }
    const { errorMessage, error_description: description, error, max_age: maxAge } = asRecord(body);
    const message = [errorMessage, description, error].find((text) => typeof text === "string" && text !== "");
    const demanded = error === "insufficient_user_authentication" && typeof maxAge === "number" ? maxAge : null;
    return new Problem(status, typeof message === "string" ? message : `HTTP ${status}`, [], demanded);
}

export function asProblem(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, error instanceof Error ? error.message : String(error));
}

/** What the server says about a field, or about one of the entries of a list. */
export function errorsOf(fields: readonly FieldError[], name: string): FieldError[] {
    return fields.filter(({ field }) => field === name || field.startsWith(`${name}[`));
}

/** What the server says about anything else. */
export function errorsBeside(fields: readonly FieldError[], names: readonly string[]): FieldError[] {
    return fields.filter((error) => names.every((name) => errorsOf([error], name).length === 0));
}

/** The message without the field's name in front, which stands above it anyway. */
export function wording(error: FieldError): string {
    const prefix = `${error.field}: `;
    return error.errorMessage.startsWith(prefix) ? error.errorMessage.slice(prefix.length) : error.errorMessage;
}

function fieldErrors(body: unknown): FieldError[] {
    const { errors } = asRecord(body);
    return (Array.isArray(errors) ? errors : [body]).filter(isFieldError);
}

function isFieldError(value: unknown): value is FieldError {
    const { field, errorMessage } = asRecord(value);
    return typeof field === "string" && typeof errorMessage === "string";
}

function asRecord(value: unknown): Record<string, unknown> {
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
