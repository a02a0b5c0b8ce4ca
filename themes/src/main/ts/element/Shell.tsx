import { Alert, AlertActionCloseButton, AlertGroup } from "@patternfly/react-core";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { translate } from "../i18n/messages";
import { type AdminPages, type PersonalPages, PagesContext } from "../ui/pages";
import type { Loaded } from "../ui/useLoad";

/** What the pages can ask for, but for the way to tell something. */
export type Ground = Omit<AdminPages, "notify"> | Omit<PersonalPages, "notify">;

interface Notice {
    readonly id: number;
    readonly variant: "success" | "danger";
    readonly title: string;
}

interface ShellProps {
    readonly ground: Loaded<Ground>;
    readonly children: ReactNode;
}

/** What stands around the pages. Shows nothing until it knows the language. */
export function Shell({ ground, children }: ShellProps) {
    if (ground.value) {
        return <Noticing ground={ground.value}>{children}</Noticing>;
    }
    return ground.problem ? <p role="alert">{ground.problem.message}</p> : null;
}

function Noticing({ ground, children }: { readonly ground: Ground; readonly children: ReactNode }) {
    const [notices, setNotices] = useState<readonly Notice[]>([]);
    const notify = useCallback(
        (variant: Notice["variant"], title: string) =>
            setNotices((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, variant, title }]),
        [],
    );
    const pages = useMemo(() => ({ ...ground, notify }), [ground, notify]);
    const close = (id: number) => setNotices((before) => before.filter((notice) => notice.id !== id));

    return (
        <PagesContext.Provider value={pages}>
            {children}
            <AlertGroup isToast isLiveRegion>
                {notices.map(({ id, variant, title }) => (
                    <Alert
                        key={id}
                        variant={variant}
                        title={title}
                        timeout={variant === "success"}
                        onTimeout={() => close(id)}
                        actionClose={
                            <AlertActionCloseButton
                                aria-label={translate(ground.messages, "apiKeysClose")}
                                onClose={() => close(id)}
                            />
                        }
                    />
                ))}
            </AlertGroup>
        </PagesContext.Provider>
    );
}
