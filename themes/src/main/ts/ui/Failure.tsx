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

/** What a problem says to whoever has it. */
export function useProblemText() {
    const t = useT();
    return (problem: Problem) => (problem.status === 0 ? t("apiKeysErrorNoAnswer") : problem.message);
}

interface FailureProps {
    readonly problem: Problem;
    readonly onRetry: () => void;
}

/** In the place of what could not be loaded. */
export function Failure({ problem, onRetry }: FailureProps) {
    const t = useT();
    const text = useProblemText();
    const title = problem.status === 403 ? t("apiKeysErrorForbidden") : t("apiKeysErrorLoading");
    return (
        <EmptyState data-testid="api-keys-error">
            <EmptyStateHeader
                titleText={title}
                headingLevel="h2"
                icon={<EmptyStateIcon icon={ExclamationCircleIcon} color="var(--pf-v5-global--danger-color--100)" />}
            />
            <EmptyStateBody role="alert">{text(problem)}</EmptyStateBody>
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
