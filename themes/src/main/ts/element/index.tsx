import "./styles.css";
import {
    ACCOUNT_ELEMENT_NAME,
    type AccountContext,
    type ApiKeysAccountElement,
    type ApiKeysAdminElement,
    type ConsoleContext,
    ELEMENT_NAME,
} from "../context";
import { AccountApp } from "./AccountApp";
import { App } from "./App";
import { PagesElement, valueSetBefore } from "./PagesElement";

/** Everything about API keys for administrators, for whoever mounts it with a context. */
class ApiKeysAdmin extends PagesElement<ConsoleContext> implements ApiKeysAdminElement {
    #clientUuid: string | null = valueSetBefore(this, "clientUuid") as string | null;

    get clientUuid(): string | null {
        return this.#clientUuid;
    }

    set clientUuid(clientUuid: string | null) {
        this.#clientUuid = clientUuid;
        this.show();
    }

    protected pages(context: ConsoleContext) {
        return <App context={context} clientUuid={this.#clientUuid} />;
    }
}

/** The same for users, about keys of their own. */
class ApiKeysAccount extends PagesElement<AccountContext> implements ApiKeysAccountElement {
    protected pages(context: AccountContext) {
        return <AccountApp context={context} />;
    }
}

define(ELEMENT_NAME, ApiKeysAdmin);
define(ACCOUNT_ELEMENT_NAME, ApiKeysAccount);

function define(name: string, element: CustomElementConstructor): void {
    if (customElements.get(name) === undefined) {
        customElements.define(name, element);
    }
}
