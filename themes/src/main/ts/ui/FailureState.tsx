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
import { useT } from "./pages";

interface FailureStateProps {
    readonly testId: string;
    readonly title: string;
    readonly text: string;
    readonly className?: string;
    readonly onRetry: () => void;
}

/** Says in the place of something why it is not there, and tries again. */
export function FailureState({ testId, title, text, className = "", onRetry }: FailureStateProps) {
    const t = useT();
    return (
        <EmptyState data-testid={testId}>
            <EmptyStateHeader
                titleText={title}
                headingLevel="h2"
                icon={<EmptyStateIcon icon={ExclamationCircleIcon} color="var(--pf-v5-global--danger-color--100)" />}
            />
            <EmptyStateBody role="alert" className={className}>
                {text}
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
