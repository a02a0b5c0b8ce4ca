import { Alert, Button, TextInput, Title } from "@patternfly/react-core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Field } from "../create/Field";
import type { Mistake } from "../model/mistakes";
import { useT } from "../ui/pages";
import { keyFor, originOf, type PastedKey } from "./pastedKey";
import type { ShownRequest } from "./request";
import { type Tried, isSendable, tryRequest } from "./tryRequest";
import { TryOutcome } from "./TryOutcome";

interface TryItProps {
    readonly id: string;
    readonly request: ShownRequest;
    /** Why the request cannot be sent as it is. */
    readonly mistakes: readonly Mistake[];
    readonly pasted: PastedKey;
    readonly onPaste: (pasted: PastedKey) => void;
}

/** Sends the shown request with a key that the reader pastes, and shows what comes of it. */
export function TryIt({ id, request, mistakes, pasted, onPaste }: TryItProps) {
    const t = useT();
    const [said, setSaid] = useState<readonly string[]>([]);
    const [busy, setBusy] = useState(false);
    const [outcome, setOutcome] = useState<{ readonly request: ShownRequest; readonly tried: Tried } | null>(null);
    const origin = originOf(request.url);
    const key = keyFor(pasted, request.url).trim();
    const field = useKeyField(keyFor(pasted, request.url));
    const needsKey = request.keyHeaders.length > 0;
    const keyId = `api-docs-try-key-${id.replaceAll(/[^A-Za-z0-9]/g, "-")}`;

    async function send(event: FormEvent) {
        event.preventDefault();
        const found = [
            ...mistakes.map((mistake) => t(mistake.key, mistake.values)),
            ...(needsKey && key === "" ? [t("apiKeysDocsKeyMissing")] : []),
            ...(needsKey && key !== "" && !isSendable(key) ? [t("apiKeysDocsKeyWrong")] : []),
        ];
        setSaid(found);
        setOutcome(null);
        if (found.length === 0) {
            setBusy(true);
            setOutcome({ request, tried: await tryRequest(request, key) });
            setBusy(false);
        }
    }

    return (
        <form noValidate autoComplete="off" data-testid="api-docs-try" onSubmit={(event) => void send(event)}>
            <Title headingLevel="h4" className="api-docs-heading">
                {t("apiKeysTryIt")}
            </Title>
            {needsKey && (
                <Field id={keyId} label={t("apiKeysValue")} hint={t("apiKeysDocsKeyHint", { origin })} errors={[]}>
                    <TextInput
                        ref={field}
                        id={keyId}
                        type="password"
                        className="api-docs-select"
                        data-testid="api-docs-try-key"
                        autoComplete="off"
                        spellCheck={false}
                        data-1p-ignore
                        data-lpignore="true"
                        data-bwignore
                        aria-describedby={`${keyId}-help`}
                        onChange={(_, typed) => onPaste({ origin, key: typed })}
                    />
                </Field>
            )}
            <Button
                type="submit"
                variant="secondary"
                className="api-docs-send pf-v5-u-my-md"
                isDisabled={busy}
                isLoading={busy}
                data-testid="api-docs-send"
            >
                {t("apiKeysDocsSend", { method: request.method, origin })}
            </Button>
            <div aria-live="polite">
                {said.map((text) => (
                    <Alert key={text} isInline isPlain variant="danger" title={text} data-testid="api-docs-mistake" />
                ))}
                {outcome && <TryOutcome {...outcome} />}
            </div>
        </form>
    );
}

/** React would write the value of a field that it controls into the page's markup, too. */
function useKeyField(key: string) {
    const field = useRef<HTMLInputElement>(null);
    useEffect(() => {
        if (field.current && field.current.value !== key) {
            field.current.value = key;
        }
    }, [key]);
    return field;
}
