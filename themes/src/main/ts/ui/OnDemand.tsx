import type { ReactNode } from "react";
import { Failure } from "./Failure";
import { Loading } from "./Loading";
import { useLoad } from "./useLoad";

interface OnDemandProps<T> {
    /** Tells parts apart. */
    readonly name: string;
    readonly code: () => Promise<T>;
    readonly children: (code: T) => ReactNode;
}

/** A part of the page whose code is so large that it is loaded when somebody wants to see it. */
export function OnDemand<T>({ name, code, children }: OnDemandProps<T>) {
    const loaded = useLoad(name, code);
    if (loaded.value) {
        return <>{children(loaded.value)}</>;
    }
    return loaded.problem ? <Failure problem={loaded.problem} onRetry={loaded.reload} /> : <Loading />;
}
