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
import type { Problem } from "../api/problem";
import { useT } from "./pages";

interface FailureProps {
    readonly problem: Problem;
    readonly onRetry: () => void;
}

/** In the place of what could not be loaded. */
export function Failure({ problem, onRetry }: FailureProps) {
    const t = useT();
    const title = problem.status === 403 ? t("apiKeysErrorForbidden") : t("apiKeysErrorLoading");
    return (
        <EmptyState data-testid="api-keys-error">
            <EmptyStateHeader
                titleText={title}
                headingLevel="h2"
                icon={<EmptyStateIcon icon={ExclamationCircleIcon} color="var(--pf-v5-global--danger-color--100)" />}
            />
            <EmptyStateBody role="alert">
                {problem.status === 0 ? t("apiKeysErrorNoAnswer") : problem.message}
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
