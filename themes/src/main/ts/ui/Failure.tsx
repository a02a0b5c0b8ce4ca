import type { Problem } from "../api/problem";
import { FailureState } from "./FailureState";
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
    return <FailureState testId="api-keys-error" title={title} text={text(problem)} onRetry={onRetry} />;
}
