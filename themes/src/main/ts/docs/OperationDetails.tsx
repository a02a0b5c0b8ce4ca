import { Label, LabelGroup, Text, TextContent, Title } from "@patternfly/react-core";
import { useMemo, useState } from "react";
import { useT } from "../ui/pages";
import { Answers } from "./Answers";
import { BodyField } from "./BodyField";
import { CodeSample } from "./CodeSample";
import { Markdown } from "./Markdown";
import { answersOf, type Operation } from "./operations";
import { parametersOf } from "./parameters";
import { Parameters } from "./Parameters";
import { bodyOf } from "./payloads";
import { firstDraft, requestMistakes, requestOf } from "./request";
import type { Reader } from "./Section";
import type { Way } from "./security";
import { curlOf, javascriptOf } from "./snippets";
import { TryIt } from "./TryIt";

interface OperationDetailsProps extends Reader {
    readonly operation: Operation;
    readonly way: Way;
}

/** Everything about an operation; the samples show what is filled in, and that is what is sent. */
export function OperationDetails({ operation, way, document, base, pasted, onPaste }: OperationDetailsProps) {
    const t = useT();
    const body = useMemo(() => bodyOf(document, operation.requestBody), [document, operation]);
    const call = useMemo(
        () => ({ ...operation, parameters: parametersOf(document, operation.declared, way.headers) }),
        [document, operation, way],
    );
    const [draft, setDraft] = useState(() => firstDraft(call.parameters, body));
    const server = operation.servers[0]?.url ?? base;
    const request = server === null ? null : requestOf(call, server, way.headers, body, draft);
    return (
        <>
            <Markdown text={operation.description} />
            <Needs way={way} />
            <Parameters
                parameters={call.parameters}
                values={draft.values}
                onChange={(id, value) => setDraft({ ...draft, values: { ...draft.values, [id]: value } })}
            />
            {body && (
                <BodyField
                    id={operation.id}
                    body={body}
                    text={draft.body}
                    onChange={(text) => setDraft({ ...draft, body: text })}
                />
            )}
            {request && server !== null && (
                <>
                    <Title headingLevel="h4" className="api-docs-heading">
                        {t("apiKeysDocsRequest")}
                    </Title>
                    <CodeSample label="cURL (bash)" text={curlOf(request)} testId="api-docs-curl" />
                    <CodeSample label="JavaScript" text={javascriptOf(request)} testId="api-docs-javascript" />
                </>
            )}
            <Answers answers={answersOf(document, operation.responses)} />
            {request && server !== null && (
                <TryIt
                    id={operation.id}
                    request={request}
                    mistakes={requestMistakes(call, server, body, draft)}
                    pasted={pasted}
                    onPaste={onPaste}
                />
            )}
        </>
    );
}

function Needs({ way }: { readonly way: Way }) {
    const t = useT();
    if (way.scopes.length === 0) {
        return (
            <TextContent className="pf-v5-u-mb-md">
                <Text component="small">{t(way.headers.length === 0 ? "apiKeysDocsNoKey" : "apiKeysDocsAnyKey")}</Text>
            </TextContent>
        );
    }
    return (
        <LabelGroup categoryName={t("apiKeysDocsNeeds")} numLabels={100} className="pf-v5-u-mb-md">
            {way.scopes.map((scope) => (
                <Label key={scope} isCompact color="blue">
                    {scope}
                </Label>
            ))}
        </LabelGroup>
    );
}
