import { useEffect, useState } from "react";

const PAUSE = 300;

/** The value as soon as it has stayed the same for a moment. */
export function useDebounced<T>(value: T): T {
    const [settled, setSettled] = useState(value);
    useEffect(() => {
        const timer = setTimeout(() => setSettled(value), PAUSE);
        return () => clearTimeout(timer);
    }, [value]);
    return settled;
}
