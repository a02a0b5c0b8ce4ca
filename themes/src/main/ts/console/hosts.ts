import { softly } from "./softly";

const STYLES = "api-keys-styles";

/** Makes an element of ours; its code and styles are loaded when it is wanted for the first time. */
export function newElement(document: Document, name: string): HTMLElement {
    loadStyles(document);
    softly(() => import("../element/index"));
    return document.createElement(name);
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
