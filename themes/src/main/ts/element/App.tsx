import { useState } from "react";
import { AdminKeysApi } from "../api/adminKeysApi";
import { KeycloakApi } from "../api/keycloakApi";
import type { ConsoleContext } from "../context";
import { KeyPage } from "../details/KeyPage";
import { ClientTab } from "../list/ClientTab";
import { FIRST_LIST } from "../list/filters";
import { RealmPage } from "../list/RealmPage";
import { parseRoute, placesIn } from "../route";
import { sessionOf } from "../session";
import { useLoad } from "../ui/useLoad";
import { type Ground, Shell } from "./Shell";
import { useHash } from "./useHash";

interface AppProps {
    readonly context: ConsoleContext;
    readonly clientUuid: string | null;
}

/** The pages of administrators. */
export function App({ context, clientUuid }: AppProps) {
    const ground = useLoad(context.realm, () => groundOf(context));
    return (
        <Shell ground={ground}>
            <AdminPage clientUuid={clientUuid} />
        </Shell>
    );
}

async function groundOf(context: ConsoleContext): Promise<Ground> {
    return {
        mode: "admin",
        context,
        keys: new AdminKeysApi(context),
        keycloak: new KeycloakApi(context),
        places: placesIn(context.realm),
        ...(await sessionOf(context)),
    };
}

function AdminPage({ clientUuid }: { readonly clientUuid: string | null }) {
    const [list, setList] = useState(FIRST_LIST);
    const route = parseRoute(useHash());
    if (clientUuid !== null) {
        return <ClientTab key={clientUuid} clientUuid={clientUuid} />;
    }
    if (route?.page === "key") {
        return <KeyPage key={route.keyId} keyId={route.keyId} />;
    }
    const tab = route === null || route.page === "client" ? "keys" : route.page;
    return <RealmPage tab={tab} state={list} onChange={setList} />;
}
