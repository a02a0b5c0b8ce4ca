import { type ReactNode, useEffect, useRef, useState } from "react";
import { Confirm } from "./Confirm";
import { useT } from "./pages";

/**
 * While something is not saved, whoever follows a link or goes back is asked first, and so is whoever leaves the console.
 *
 * @returns the question while it is open, to be rendered somewhere
 */
export function useUnsaved(unsaved: boolean): ReactNode {
    const t = useT();
    const [target, setTarget] = useState<string | null>(null);
    const leaving = useRef(false);

    useEffect(() => {
        if (!unsaved) {
            return undefined;
        }
        leaving.current = false;
        const here = location.href;
        const state: unknown = history.state;

        function unload(event: BeforeUnloadEvent) {
            if (!leaving.current) {
                event.preventDefault();
            }
        }

        function click(event: MouseEvent) {
            const link = linkOf(event);
            if (link !== null && !leaving.current) {
                event.preventDefault();
                event.stopPropagation();
                setTarget(link);
            }
        }

        /** The address has changed already: put it back before the console's router hears of it. */
        function back(event: PopStateEvent) {
            if (location.href !== here && !leaving.current) {
                event.stopImmediatePropagation();
                const wanted = location.href;
                history.pushState(state, "", here);
                setTarget(wanted);
            }
        }

        function hashChange(event: HashChangeEvent) {
            if (event.newURL !== here && location.href === here) {
                event.stopImmediatePropagation();
            }
        }

        window.addEventListener("beforeunload", unload);
        window.addEventListener("popstate", back, true);
        window.addEventListener("hashchange", hashChange, true);
        document.addEventListener("click", click, true);
        return () => {
            window.removeEventListener("beforeunload", unload);
            window.removeEventListener("popstate", back, true);
            window.removeEventListener("hashchange", hashChange, true);
            document.removeEventListener("click", click, true);
        };
    }, [unsaved]);

    return (
        target !== null && (
            <Confirm
                title={t("apiKeysUnsaved")}
                action={t("apiKeysUnsavedLeave")}
                danger
                onConfirm={() => {
                    leaving.current = true;
                    setTarget(null);
                    location.href = target;
                    return Promise.resolve();
                }}
                onClose={() => setTarget(null)}
            >
                {t("apiKeysUnsavedExplained")}
            </Confirm>
        )
    );
}

/** The address of a link that an ordinary click follows away from here. */
function linkOf(event: MouseEvent): string | null {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    const ordinary = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    return link && ordinary && link.target === "" && link.href !== location.href ? link.href : null;
}
