import { Alert, AlertActionCloseButton, AlertGroup } from "@patternfly/react-core";
import { useCallback, useMemo, useState } from "react";
import { KeycloakApi } from "../api/keycloakApi";
import { KeysApi } from "../api/keysApi";
import type { ConsoleContext } from "../context";
import { translate } from "../i18n/messages";
import { KeyPage } from "../details/KeyPage";
import { ClientTab } from "../list/ClientTab";
import { FIRST_LIST } from "../list/filters";
import { RealmPage } from "../list/RealmPage";
import { type Session, sessionOf } from "../session";
import { type Pages, PagesContext } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { useRoute } from "./useRoute";

interface AppProps {
    readonly context: ConsoleContext;
    readonly clientUuid: string | null;
}

/** Shows nothing until it knows the language. */
export function App({ context, clientUuid }: AppProps) {
    const session = useLoad(context.realm, () => sessionOf(context));
    if (session.value) {
        return <PagesOf context={context} clientUuid={clientUuid} session={session.value} />;
    }
    return session.problem ? <p role="alert">{session.problem.message}</p> : null;
}

interface Notice {
    readonly id: number;
    readonly variant: "success" | "danger";
    readonly title: string;
}

function PagesOf({ context, clientUuid, session }: AppProps & { readonly session: Session }) {
    const [notices, setNotices] = useState<readonly Notice[]>([]);
    const [list, setList] = useState(FIRST_LIST);
    const route = useRoute();
    const notify = useCallback(
        (variant: Notice["variant"], title: string) =>
            setNotices((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, variant, title }]),
        [],
    );
    const pages = useMemo<Pages>(
        () => ({ context, keys: new KeysApi(context), keycloak: new KeycloakApi(context), ...session, notify }),
        [context, session, notify],
    );
    const close = (id: number) => setNotices((before) => before.filter((notice) => notice.id !== id));

    return (
        <PagesContext.Provider value={pages}>
            {page()}
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
                                aria-label={translate(session.messages, "apiKeysClose")}
                                onClose={() => close(id)}
                            />
                        }
                    />
                ))}
            </AlertGroup>
        </PagesContext.Provider>
    );

    function page() {
        if (clientUuid !== null) {
            return <ClientTab key={clientUuid} clientUuid={clientUuid} />;
        }
        if (route?.page === "key") {
            return <KeyPage key={route.keyId} keyId={route.keyId} />;
        }
        const tab = route === null || route.page === "client" ? "keys" : route.page;
        return <RealmPage tab={tab} state={list} onChange={setList} />;
    }
}
