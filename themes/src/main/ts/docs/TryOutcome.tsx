import { Alert, Text, TextContent } from "@patternfly/react-core";
import { useT } from "../ui/pages";
import { CodeSample } from "./CodeSample";
import { originOf } from "./pastedKey";
import type { ShownRequest } from "./request";
import { isLimitHeader, LARGEST_ANSWER, type Tried } from "./tryRequest";

interface TryOutcomeProps {
    readonly tried: Tried;
    /** What was sent. */
    readonly request: ShownRequest;
}

/** The answer, or why there is none to show. */
export function TryOutcome({ tried, request }: TryOutcomeProps) {
    const t = useT();
    switch (tried.kind) {
        case "redirected":
            return failure(t("apiKeysDocsRedirected"), t("apiKeysDocsRedirectedHint"));
        case "timeout":
            return failure(t("apiKeysDocsTimeout"), "");
        case "unreachable": {
            const headers = [...request.headers, ...request.keyHeaders.map(({ name }) => [name])].map(([name]) => name);
            return failure(
                t("apiKeysDocsUnreachable"),
                t("apiKeysDocsUnreachableHint", {
                    origin: originOf(request.url),
                    page: location.origin,
                    method: request.method,
                    headers: headers.join(", "),
                }),
            );
        }
        case "answered":
            return <Answered {...tried} />;
    }

    function failure(title: string, hint: string) {
        return (
            <Alert isInline variant="danger" title={title} data-testid="api-docs-try-failed">
                {hint}
            </Alert>
        );
    }
}

function Answered({ status, headers, body, cut }: Extract<Tried, { kind: "answered" }>) {
    const t = useT();
    return (
        <>
            <Alert
                isInline
                variant={status < 400 ? "success" : "warning"}
                title={t("apiKeysDocsAnswered", { status: String(status) })}
                data-testid="api-docs-status"
                className="pf-v5-u-mb-md"
            >
                {headers.length > 0 && (
                    <dl className="api-docs-headers" data-testid="api-docs-answer-headers">
                        {headers.map(([name, value]) => (
                            <div key={name}>
                                <dt>{name}</dt>
                                <dd>{value}</dd>
                            </div>
                        ))}
                    </dl>
                )}
                {!headers.some(([name]) => isLimitHeader(name)) && t("apiKeysDocsNoLimitHeaders")}
            </Alert>
            {body === "" ? (
                <TextContent>
                    <Text component="small">{t("apiKeysDocsNoBody")}</Text>
                </TextContent>
            ) : (
                <CodeSample label={t("apiKeysDocsBody")} text={body} testId="api-docs-answer" />
            )}
            {cut && (
                <TextContent>
                    <Text component="small">{t("apiKeysDocsAnswerCut", { count: LARGEST_ANSWER })}</Text>
                </TextContent>
            )}
        </>
    );
}
