import { Alert, Button, Modal, ModalVariant, Text, TextContent, TextVariants } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import type { ApiKeyWithValue } from "../api/types";
import { timeOf } from "../i18n/moments";
import { curlLine, tokenUrl } from "../model/curl";
import { usePages, useT } from "../ui/pages";
import { CopyLine } from "./CopyLine";

interface ValueDialogProps {
    readonly apiKey: ApiKeyWithValue;
    readonly title: string;
    /** From here on nobody has the value any more. */
    readonly onDone: () => void;
}

/**
 * Shows the value of a key, this once. It lives in the properties of this dialog only: not in storage, not in the address,
 * and no longer than the dialog.
 */
export function ValueDialog({ apiKey, title, onDone }: ValueDialogProps) {
    const t = useT();
    const { context, messages } = usePages();
    const [copied, setCopied] = useState(false);
    const [asking, setAsking] = useState(false);
    useLeaveWarning(!copied);
    const curl = curlLine(apiKey.key, tokenUrl(context.authServerUrl, context.realm), apiKey.ownerType === "user");

    function leave() {
        if (copied || asking) {
            onDone();
        } else {
            setAsking(true);
        }
    }

    return (
        <Modal
            isOpen
            variant={ModalVariant.medium}
            title={title}
            onClose={leave}
            data-testid="api-key-value-dialog"
            actions={
                asking
                    ? [
                          <Button key="leave" variant="danger" data-testid="api-key-leave" onClick={onDone}>
                              {t("apiKeysLeaveAnyway")}
                          </Button>,
                          <Button key="stay" variant="link" onClick={() => setAsking(false)}>
                              {t("apiKeysStay")}
                          </Button>,
                      ]
                    : [
                          <Button key="done" data-testid="api-key-done" onClick={leave}>
                              {t("apiKeysDone")}
                          </Button>,
                      ]
            }
        >
            {asking && (
                <Alert isInline variant="danger" title={t("apiKeysNotCopied")} className="pf-v5-u-mb-md" role="alert" />
            )}
            <Alert isInline variant="warning" title={t("apiKeysShownOnce")}>
                <CopyLine
                    text={apiKey.key}
                    label={t("apiKeysValue")}
                    testId="api-key-value"
                    onCopied={() => {
                        setCopied(true);
                        setAsking(false);
                    }}
                />
            </Alert>
            <TextContent className="pf-v5-u-mt-lg">
                <Text component={TextVariants.h4}>{t("apiKeysTryIt")}</Text>
            </TextContent>
            <CopyLine text={curl} label={t("apiKeysCurl")} testId="api-key-curl" onCopied={() => setCopied(true)} />
            {apiKey.overlapUntil !== undefined && (
                <Alert
                    isInline
                    variant="info"
                    className="pf-v5-u-mt-md"
                    title={t("apiKeysOverlapNote", { time: timeOf(apiKey.overlapUntil, messages.locale) })}
                />
            )}
            <AcceptedBy names={apiKey.acceptedBy} />
        </Modal>
    );
}

function AcceptedBy({ names }: { readonly names: readonly string[] }) {
    const t = useT();
    const { mode } = usePages();
    return names.length === 0 ? (
        <Alert isInline variant="warning" className="pf-v5-u-mt-md" title={t("apiKeysAcceptedByNone")}>
            {mode === "admin" && t("apiKeysAcceptedByNoneHint")}
        </Alert>
    ) : (
        <TextContent className="pf-v5-u-mt-md">
            <Text>{t("apiKeysAcceptedByList", { names: names.join(", ") })}</Text>
        </TextContent>
    );
}

/** The browser asks before the page is left with a value that nobody has copied. */
function useLeaveWarning(needed: boolean): void {
    useEffect(() => {
        if (!needed) {
            return undefined;
        }
        const ask = (event: BeforeUnloadEvent) => event.preventDefault();
        window.addEventListener("beforeunload", ask);
        return () => window.removeEventListener("beforeunload", ask);
    }, [needed]);
}
