/** A status with which keys are refused, and the body that comes with it; null for an error of the API's own. */
export interface ErrorSample {
    readonly status: number;
    /** Key of the message that says what it means. */
    readonly meaning: string;
    readonly body: string | null;
}

const TYPE = "urn:keycloak:params:api-keys:error:";

/** The wording of the check endpoint and of the resource-server library. */
const REFUSALS = [
    {
        status: 401,
        meaning: "apiKeysDocsUnauthorized",
        code: "unauthorized",
        title: "Unauthorized",
        message: "API key is missing, malformed or unknown",
    },
    {
        status: 403,
        meaning: "apiKeysDocsForbidden",
        code: "insufficient_scope",
        title: "Insufficient scope",
        message: "API key lacks required scope: resource:action",
    },
    {
        status: 429,
        meaning: "apiKeysDocsTooMany",
        code: "rate_limit_exceeded",
        title: "Request cannot be satisfied as assigned quota has been exceeded",
        message: "Too many requests with this API key",
        type: "https://iana.org/assignments/http-problem-types#quota-exceeded",
        beside: { "violated-policies": ["key"] },
        retry: { retry_after: 30 },
    },
    { status: 500, meaning: "apiKeysDocsServerError" },
    {
        status: 503,
        meaning: "apiKeysDocsUnavailable",
        code: "service_unavailable",
        title: "Service Unavailable",
        message: "API keys cannot be checked at the moment",
    },
] as const;

/** @param format that of the realm: problem (RFC 9457) or error-object */
export function errorSamples(format: string): ErrorSample[] {
    return REFUSALS.map((refusal) => ({
        status: refusal.status,
        meaning: refusal.meaning,
        body: "code" in refusal ? JSON.stringify(bodyOf(refusal, format), null, 2) : null,
    }));
}

function bodyOf(refusal: Extract<(typeof REFUSALS)[number], { code: string }>, format: string): object {
    const { status, code, title, message } = refusal;
    const retry = "retry" in refusal ? refusal.retry : {};
    return format === "error-object"
        ? { error: { code: code.toUpperCase(), message }, ...retry }
        : {
              type: "type" in refusal ? refusal.type : TYPE + code,
              title,
              status,
              detail: message,
              code,
              ...("beside" in refusal ? refusal.beside : {}),
              ...retry,
          };
}
