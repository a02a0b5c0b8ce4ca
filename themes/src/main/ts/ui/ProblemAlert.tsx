import { Alert, AlertActionLink } from "@patternfly/react-core";
import type { Problem } from "../api/problem";
import { useProblemText } from "./Failure";
import { usePages, useT } from "./pages";

interface ProblemAlertProps {
    readonly problem: Problem;
    readonly testId: string;
    readonly className?: string;
}

/** Above a form: why it was not taken; with a way to log in, where that is what was missing. */
export function ProblemAlert({ problem, testId, className = "" }: ProblemAlertProps) {
    const t = useT();
    const text = useProblemText();
    const { mode, context } = usePages();
    const { maxAge } = problem;
    return mode === "personal" && maxAge !== null ? (
        <Alert
            isInline
            variant="warning"
            title={t("apiKeysLoginNeeded")}
            data-testid={testId}
            className={className}
            actionLinks={
                <AlertActionLink data-testid="api-keys-log-in" onClick={() => context.logIn(maxAge)}>
                    {t("apiKeysLoginAgain")}
                </AlertActionLink>
            }
        >
            {t("apiKeysLoginNeededHint")}
        </Alert>
    ) : (
        <Alert isInline variant="danger" title={text(problem)} data-testid={testId} className={className} />
    );
}
