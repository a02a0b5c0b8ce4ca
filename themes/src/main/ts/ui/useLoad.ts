import { useCallback, useEffect, useState } from "react";
import { asProblem, type Problem } from "../api/problem";

/** What became of a question to the server. */
export interface Loaded<T> {
    /** The last good answer: while another one is awaited, it stays. */
    readonly value: T | undefined;
    readonly problem: Problem | undefined;
    readonly loading: boolean;
    readonly reload: () => void;
}

interface State<T> {
    readonly value: T | undefined;
    readonly problem: Problem | undefined;
    readonly answered: string | null;
}

/**
 * Asks whenever the key changes, and keeps the answer to the last question only.
 *
 * @param key tells questions apart
 */
export function useLoad<T>(key: string, ask: () => Promise<T>): Loaded<T> {
    const [state, setState] = useState<State<T>>({ value: undefined, problem: undefined, answered: null });
    const [round, setRound] = useState(0);
    const question = `${key}#${round}`;
    useEffect(() => {
        let current = true;
        ask().then(
            (value) => current && setState({ value, problem: undefined, answered: question }),
            (error: unknown) =>
                current && setState(({ value }) => ({ value, problem: asProblem(error), answered: question })),
        );
        return () => {
            current = false;
        };
        // the key stands for what is asked
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [question]);
    return {
        value: state.value,
        problem: state.answered === question ? state.problem : undefined,
        loading: state.answered !== question,
        reload: useCallback(() => setRound((before) => before + 1), []),
    };
}
