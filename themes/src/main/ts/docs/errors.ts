/** A status with which keys are refused, and the body that comes with it; null for an error that is not the check's. */
export interface ErrorSample {
    readonly status: number;
    /** Key of the message that says what it means. */
    readonly meaning: string;
    /** Which codes come with it. */
    readonly codes: readonly string[];
    /** With the first of the codes. */
    readonly body: string | null;
}

const TYPE = "urn:keycloak:params:api-keys:error:";

/** The wording of Keycloak's check endpoint; APIs that word refusals themselves have the same codes. */
const REFUSALS = [
    {
        status: 401,
        meaning: "apiKeysDocsUnauthorized",
        codes: ["unauthorized", "key_expired", "key_revoked", "key_disabled", "client_disabled", "subject_disabled"],
        title: "Unauthorized",
        message: "API key is missing, malformed or unknown",
    },
    {
        status: 403,
        meaning: "apiKeysDocsForbidden",
        codes: ["insufficient_scope", "ip_denied", "audience_denied", "forbidden"],
        title: "Insufficient scope",
        message: "API key lacks required scope: resource:action",
    },
    {
        status: 429,
        meaning: "apiKeysDocsTooMany",
        codes: ["rate_limit_exceeded"],
        title: "Request cannot be satisfied as assigned quota has been exceeded",
        message: "Too many requests with this API key",
        type: "https://iana.org/assignments/http-problem-types#quota-exceeded",
        beside: { "violated-policies": ["key"] },
        retry: { retry_after: 30 },
    },
    { status: 500, meaning: "apiKeysDocsServerError", codes: [] },
    { status: 503, meaning: "apiKeysDocsUnavailable", codes: [] },
] as const;

/** The formats of the realm's check endpoint: problem (RFC 9457), error-object, error-status or error-text. */
export interface ErrorFormats {
    readonly errorFormat: string;
    /** When a limit is used up; absent when it is no other. */
    readonly limitErrorFormat?: string;
}

export function errorSamples({ errorFormat, limitErrorFormat = errorFormat }: ErrorFormats): ErrorSample[] {
    return REFUSALS.map((refusal) => {
        const format = refusal.status === 429 ? limitErrorFormat : errorFormat;
        return {
            status: refusal.status,
            meaning: refusal.meaning,
            codes: refusal.codes.map((code) => written(code, format)),
            body: "title" in refusal ? JSON.stringify(bodyOf(refusal, format), null, 2) : null,
        };
    });
}

function bodyOf(refusal: Extract<(typeof REFUSALS)[number], { title: string }>, format: string): object {
    const { status, codes, title, message } = refusal;
    const code = written(codes[0], format);
    const retry = "retry" in refusal ? refusal.retry : {};
    switch (format) {
        case "error-object":
            return { error: { code, message }, ...retry };
        case "error-status":
            return { error: { code: String(status), message }, ...retry };
        case "error-text":
            return { error: code, message, ...retry };
        default:
            return {
                type: "type" in refusal ? refusal.type : TYPE + code,
                title,
                status,
                detail: message,
                code,
                ...("beside" in refusal ? refusal.beside : {}),
                ...retry,
            };
    }
}

function written(code: string, format: string): string {
    return format === "error-object" ? code.toUpperCase() : code;
}
