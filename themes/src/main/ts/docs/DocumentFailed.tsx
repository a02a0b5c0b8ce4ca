import { FailureState } from "../ui/FailureState";
import { useT } from "../ui/pages";
import { type DocumentFailure, LARGEST_MEGABYTES } from "./fetchDocument";
import { MOST_NODES } from "./parseDocument";

interface DocumentFailedProps {
    readonly url: string;
    readonly failure: DocumentFailure;
    readonly onRetry: () => void;
}

/** Why there is no documentation, and what to do about it. */
export function DocumentFailed({ url, failure, onRetry }: DocumentFailedProps) {
    const t = useT();
    const status = failure.reason === "Status" ? String(failure.status) : "";
    return (
        <FailureState
            testId="api-docs-failed"
            title={t("apiKeysDocsFailed")}
            text={t(`apiKeysDocsFailed${failure.reason}`, {
                url,
                status,
                origin: location.origin,
                megabytes: LARGEST_MEGABYTES,
                values: MOST_NODES,
            })}
            className="api-docs-wrap"
            onRetry={onRetry}
        />
    );
}
