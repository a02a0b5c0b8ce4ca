import { useEffect, useState } from "react";

/** The hash of the address, now and when it changes. */
export function useHash(): string {
    const [hash, setHash] = useState(location.hash);
    useEffect(() => {
        const changed = () => setHash(location.hash);
        window.addEventListener("hashchange", changed);
        return () => window.removeEventListener("hashchange", changed);
    }, []);
    return hash;
}
