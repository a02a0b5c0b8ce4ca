import { useEffect, useState } from "react";
import { parseRoute, type Route } from "../route";

/** Where the address says we are. */
export function useRoute(): Route | null {
    const [hash, setHash] = useState(location.hash);
    useEffect(() => {
        const changed = () => setHash(location.hash);
        window.addEventListener("hashchange", changed);
        return () => window.removeEventListener("hashchange", changed);
    }, []);
    return parseRoute(hash);
}
