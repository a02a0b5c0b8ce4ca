import "./styles.css";
import { createRoot, type Root } from "react-dom/client";
import { type ApiKeysAdminElement, type ConsoleContext, ELEMENT_NAME } from "../context";
import { App } from "./App";

/** The one custom element: everything about API keys, for whoever mounts it with a context. */
class ApiKeysAdmin extends HTMLElement implements ApiKeysAdminElement {
    #root: Root | null = null;
    #context: ConsoleContext | null = valueSetBefore(this, "context") as ConsoleContext | null;
    #clientUuid: string | null = valueSetBefore(this, "clientUuid") as string | null;

    get context(): ConsoleContext | null {
        return this.#context;
    }

    set context(context: ConsoleContext | null) {
        this.#context = context;
        this.#render();
    }

    get clientUuid(): string | null {
        return this.#clientUuid;
    }

    set clientUuid(clientUuid: string | null) {
        this.#clientUuid = clientUuid;
        this.#render();
    }

    connectedCallback(): void {
        this.#root = createRoot(this);
        this.#render();
    }

    disconnectedCallback(): void {
        this.#root?.unmount();
        this.#root = null;
    }

    #render(): void {
        if (this.#root && this.#context) {
            this.#root.render(<App context={this.#context} clientUuid={this.#clientUuid} />);
        }
    }
}

/** A property that was set before the browser knew the element hides the accessor of its class: take it over. */
function valueSetBefore(element: HTMLElement, property: string): unknown {
    const own = Object.getOwnPropertyDescriptor(element, property);
    if (own === undefined) {
        return null;
    }
    Reflect.deleteProperty(element, property);
    return own.value;
}

if (customElements.get(ELEMENT_NAME) === undefined) {
    customElements.define(ELEMENT_NAME, ApiKeysAdmin);
}
