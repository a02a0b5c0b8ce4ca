import {
    Button,
    EmptyState,
    EmptyStateActions,
    EmptyStateBody,
    EmptyStateFooter,
    EmptyStateHeader,
    EmptyStateIcon,
} from "@patternfly/react-core";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon";
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
        <EmptyState data-testid="api-docs-failed">
            <EmptyStateHeader
                titleText={t("apiKeysDocsFailed")}
                headingLevel="h2"
                icon={<EmptyStateIcon icon={ExclamationCircleIcon} color="var(--pf-v5-global--danger-color--100)" />}
            />
            <EmptyStateBody role="alert" className="api-docs-wrap">
                {t(`apiKeysDocsFailed${failure.reason}`, {
                    url,
                    status,
                    origin: location.origin,
                    megabytes: LARGEST_MEGABYTES,
                    values: MOST_NODES,
                })}
            </EmptyStateBody>
            <EmptyStateFooter>
                <EmptyStateActions>
                    <Button variant="primary" onClick={onRetry}>
                        {t("apiKeysRetry")}
                    </Button>
                </EmptyStateActions>
            </EmptyStateFooter>
        </EmptyState>
    );
}
