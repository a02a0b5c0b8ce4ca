import { useState } from "react";
import { AccountPage } from "../account/AccountPage";
import { AccountKeysApi } from "../api/accountKeysApi";
import { Http } from "../api/http";
import type { AccountContext } from "../context";
import { KeyPage } from "../details/KeyPage";
import { messagesOf } from "../i18n/messages";
import { FIRST_LIST } from "../list/filters";
import { OWN_PLACES, ownKeyOf } from "../route";
import { useLoad } from "../ui/useLoad";
import { type Ground, Shell } from "./Shell";
import { useHash } from "./useHash";

/** The pages of users about keys of their own. */
export function AccountApp({ context }: { readonly context: AccountContext }) {
    const ground = useLoad(context.locale, () => groundOf(context));
    return (
        <Shell ground={ground}>
            <Pages />
        </Shell>
    );
}

async function groundOf(context: AccountContext): Promise<Ground> {
    const { realm, locale, serverBaseUrl } = context;
    const texts = `/resources/${encodeURIComponent(realm)}/account/${encodeURIComponent(locale)}`;
    return {
        mode: "personal",
        context,
        keys: new AccountKeysApi(context),
        places: OWN_PLACES,
        messages: messagesOf(locale, await new Http(context, serverBaseUrl).get(texts)),
    };
}

function Pages() {
    const [list, setList] = useState(FIRST_LIST);
    const keyId = ownKeyOf(useHash());
    return keyId === null ? <AccountPage state={list} onChange={setList} /> : <KeyPage key={keyId} keyId={keyId} />;
}
