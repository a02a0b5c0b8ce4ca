import { Button, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import CopyIcon from "@patternfly/react-icons/dist/esm/icons/copy-icon";
import { useRef, useState } from "react";
import { useT } from "../ui/pages";

interface CopyLineProps {
    readonly text: string;
    readonly label: string;
    readonly testId: string;
    readonly onCopied: () => void;
}

/** A line of text with a button that copies it. */
export function CopyLine({ text, label, testId, onCopied }: CopyLineProps) {
    const t = useT();
    const input = useRef<HTMLInputElement>(null);
    const [copied, setCopied] = useState(false);

    async function copy() {
        if (await copyText(text, input.current)) {
            setCopied(true);
            onCopied();
        }
    }

    return (
        <InputGroup>
            <InputGroupItem isFill>
                <TextInput
                    ref={input}
                    readOnlyVariant="default"
                    value={text}
                    aria-label={label}
                    data-testid={testId}
                    className="api-keys-mono"
                    autoComplete="off"
                    spellCheck={false}
                    onFocus={() => input.current?.select()}
                    onCopy={onCopied}
                />
            </InputGroupItem>
            <InputGroupItem>
                <Button
                    variant="control"
                    data-testid={`${testId}-copy`}
                    aria-label={t("apiKeysCopyOf", { label })}
                    icon={copied ? <CheckIcon /> : <CopyIcon />}
                    onClick={() => void copy()}
                >
                    {t(copied ? "apiKeysCopied" : "apiKeysCopy")}
                </Button>
            </InputGroupItem>
        </InputGroup>
    );
}

/** Browsers give pages without TLS no clipboard; there the old command still works. */
async function copyText(text: string, input: HTMLInputElement | null): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        input?.select();
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works there
        return document.execCommand("copy");
    }
}
