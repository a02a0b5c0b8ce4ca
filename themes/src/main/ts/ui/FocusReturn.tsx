import { type ReactNode, useEffect, useState } from "react";

/**
 * Gives the focus back to what had it when the first of several dialogs opened, once the last has closed: each of them only
 * knows the one before it, which is gone by then.
 */
export function useFocusReturn(): void {
    const [before] = useState(() => document.activeElement);
    useEffect(
        () => () => {
            if (before instanceof HTMLElement) {
                // after the dialogs have let go of the focus
                requestAnimationFrame(() => before.focus());
            }
        },
        [before],
    );
}

/** The same around whatever dialogs there are. */
export function FocusReturn({ children }: { readonly children: ReactNode }) {
    useFocusReturn();
    return <>{children}</>;
}
