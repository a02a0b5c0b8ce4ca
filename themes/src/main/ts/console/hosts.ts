import { ELEMENT_NAME, type ApiKeysAdminElement, type ConsoleContext } from "../context";

const STYLES = "api-keys-styles";

/** Makes the element; its code and styles are loaded when it is wanted for the first time. */
export function newElement(document: Document, context: ConsoleContext, clientUuid: string | null): HTMLElement {
    loadStyles(document);
    const element = document.createElement(ELEMENT_NAME) as ApiKeysAdminElement;
    element.context = context;
    element.clientUuid = clientUuid;
    return element;
}

/** In front of the console's own styles, which win where both say something. */
function loadStyles(document: Document): void {
    if (document.getElementById(STYLES) === null) {
        const link = document.createElement("link");
        link.id = STYLES;
        link.rel = "stylesheet";
        link.href = new URL(/* @vite-ignore */ "./element.css", import.meta.url).href;
        document.head.prepend(link);
    }
}
