import type { ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

/** A custom element that shows pages for as long as it is connected and has been told its context. */
export abstract class PagesElement<C> extends HTMLElement {
    #root: Root | null = null;
    #context: C | null = valueSetBefore(this, "context") as C | null;

    get context(): C | null {
        return this.#context;
    }

    set context(context: C | null) {
        this.#context = context;
        this.show();
    }

    connectedCallback(): void {
        this.#root = createRoot(this);
        this.show();
    }

    disconnectedCallback(): void {
        this.#root?.unmount();
        this.#root = null;
    }

    protected abstract pages(context: C): ReactNode;

    protected show(): void {
        if (this.#root && this.#context) {
            this.#root.render(this.pages(this.#context));
        }
    }
}

/** A property that was set before the browser knew the element hides the accessor of its class: take it over. */
export function valueSetBefore(element: HTMLElement, property: string): unknown {
    const own = Object.getOwnPropertyDescriptor(element, property);
    if (own === undefined) {
        return null;
    }
    Reflect.deleteProperty(element, property);
    return own.value;
}
