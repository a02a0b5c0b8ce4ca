import { Alert } from "@patternfly/react-core";
import type { Problem } from "../api/problem";
import { useProblemText } from "./Failure";

interface ProblemAlertProps {
    readonly problem: Problem;
    readonly testId: string;
    readonly className?: string;
}

/** Above a form: why it was not taken. */
export function ProblemAlert({ problem, testId, className = "" }: ProblemAlertProps) {
    const text = useProblemText();
    return <Alert isInline variant="danger" title={text(problem)} data-testid={testId} className={className} />;
}
