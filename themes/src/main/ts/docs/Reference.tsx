import { FormSelect, FormSelectOption, Label, Text, TextContent, Title } from "@patternfly/react-core";
import { useEffect, useMemo, useState } from "react";
import { Field } from "../create/Field";
import { useT } from "../ui/pages";
import type { ApiDocumentationProps, DocumentedKey } from "./ApiDocumentation";
import { Authentication } from "./Authentication";
import { ErrorCodes } from "./ErrorCodes";
import { type JsonObject, objectOf, textOf } from "./json";
import { KeyLimits } from "./KeyLimits";
import { Markdown } from "./Markdown";
import { MOST_OPERATIONS, operationsOf, sectionsOf } from "./operations";
import { NOTHING_PASTED } from "./pastedKey";
import { Section } from "./Section";
import { openWay } from "./security";
import { serversOfDocument } from "./servers";

interface ReferenceProps extends ApiDocumentationProps {
    readonly document: JsonObject;
    /** Where it was found in the end. */
    readonly documentUrl: string;
}

/** The document as far as the chosen key's scopes permit its operations; sections without permission are not shown. */
export function Reference({ document, documentUrl, scopes, keys, keyId, defaultLimits, errorFormats }: ReferenceProps) {
    const t = useT();
    const [chosen, setChosen] = useState(keyId ?? "");
    const [server, setServer] = useState(0);
    const [pasted, setPasted] = usePastedKey();
    const key = keys.find(({ id }) => id === chosen);
    const servers = useMemo(() => serversOfDocument(document, documentUrl), [document, documentUrl]);
    const operations = useMemo(() => operationsOf(document, documentUrl), [document, documentUrl]);
    const granted = new Set(key ? key.effectiveScopes : scopes);
    const open = operations.filter(({ ways }) => openWay(ways, granted) !== null);
    const hidden = operations.length - open.length;
    const info = objectOf(document.info);
    const base = servers[server]?.url ?? null;
    return (
        <div className="api-docs" data-testid="api-docs">
            <Title headingLevel="h2" className="pf-v5-u-mb-sm">
                {textOf(info.title) ?? t("apiKeysDocs")}{" "}
                {textOf(info.version) !== undefined && <Label isCompact>{textOf(info.version)}</Label>}
            </Title>
            <Markdown text={textOf(info.description)} />
            <KeyPicker keys={keys} chosen={key?.id ?? ""} onChoose={setChosen} />
            {hidden > 0 && (
                <TextContent>
                    <Text component="small" data-testid="api-docs-hidden">
                        {t("apiKeysDocsHidden", { count: hidden })}
                    </Text>
                </TextContent>
            )}
            <Authentication servers={servers} chosen={server} onChoose={setServer} />
            {open.length === 0 && (
                <TextContent className="pf-v5-u-mt-lg">
                    <Text data-testid="api-docs-nothing">{t("apiKeysDocsNothing")}</Text>
                </TextContent>
            )}
            {sectionsOf(document, open).map((section) => (
                <Section key={section.name} {...{ section, document, granted, base, pasted }} onPaste={setPasted} />
            ))}
            {operations.length >= MOST_OPERATIONS && (
                <TextContent>
                    <Text component="small">{t("apiKeysDocsTooLong", { count: MOST_OPERATIONS })}</Text>
                </TextContent>
            )}
            <ErrorCodes formats={errorFormats} />
            <KeyLimits limits={key?.limits} defaultLimits={defaultLimits} />
        </div>
    );
}

interface KeyPickerProps {
    readonly keys: readonly DocumentedKey[];
    readonly chosen: string;
    readonly onChoose: (id: string) => void;
}

function KeyPicker({ keys, chosen, onChoose }: KeyPickerProps) {
    const t = useT();
    return (
        <Field id="api-docs-key" label={t("apiKeysDocsFor")} hint={t("apiKeysDocsForHint")} errors={[]}>
            <FormSelect
                id="api-docs-key"
                className="api-docs-select"
                value={chosen}
                aria-describedby="api-docs-key-help"
                onChange={(_, id) => onChoose(id)}
            >
                <FormSelectOption value="" label={t("apiKeysDocsEverything")} />
                {keys.map(({ id, name, display }) => (
                    <FormSelectOption key={id} value={id} label={`${name} (${display})`} />
                ))}
            </FormSelect>
        </Field>
    );
}

/** The key to try requests with: in this component's memory and nowhere else, and not even there once the page is left. */
function usePastedKey() {
    const [pasted, setPasted] = useState(NOTHING_PASTED);
    useEffect(() => {
        const forget = () => setPasted(NOTHING_PASTED);
        window.addEventListener("pagehide", forget);
        return () => window.removeEventListener("pagehide", forget);
    }, []);
    return [pasted, setPasted] as const;
}
