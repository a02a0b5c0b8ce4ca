import { Button, CodeBlock, CodeBlockAction, CodeBlockCode } from "@patternfly/react-core";
import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import CopyIcon from "@patternfly/react-icons/dist/esm/icons/copy-icon";
import { useRef, useState } from "react";
import { useT } from "../ui/pages";

interface CodeSampleProps {
    readonly label: string;
    readonly text: string;
    readonly testId: string;
}

/** Lines of code with a button that copies them. */
export function CodeSample({ label, text, testId }: CodeSampleProps) {
    const t = useT();
    const code = useRef<HTMLDivElement>(null);
    const [copied, setCopied] = useState<string | null>(null);

    async function copy() {
        if (await copyText(text, code.current)) {
            setCopied(text);
        }
    }

    const done = copied === text;
    return (
        <CodeBlock
            className="pf-v5-u-mb-md"
            actions={
                <>
                    <CodeBlockAction className="api-docs-label">{label}</CodeBlockAction>
                    <CodeBlockAction>
                        <Button
                            variant="link"
                            isInline
                            data-testid={`${testId}-copy`}
                            aria-label={t("apiKeysCopyOf", { label })}
                            icon={done ? <CheckIcon /> : <CopyIcon />}
                            onClick={() => void copy()}
                        >
                            {t(done ? "apiKeysCopied" : "apiKeysCopy")}
                        </Button>
                    </CodeBlockAction>
                </>
            }
        >
            <div ref={code} tabIndex={0} role="group" aria-label={label} className="api-docs-code">
                <CodeBlockCode data-testid={testId}>{text}</CodeBlockCode>
            </div>
        </CodeBlock>
    );
}

/** Browsers give pages without TLS no clipboard; there the old command still works on what is selected. */
async function copyText(text: string, element: HTMLElement | null): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        if (element) {
            getSelection()?.selectAllChildren(element);
        }
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works there
        return document.execCommand("copy");
    }
}
