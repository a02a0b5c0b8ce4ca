const HOST = "api-keys-page";
const HIDDEN = "data-api-keys-hidden";

/** Bare words of the console, such as "Page Not Found", which no style can hide. */
const silenced = new Map<Text, string>();

/**
 * Keeps our page in the place of whatever the console shows for an address that it does not know.
 *
 * @param container where the console shows its pages; null when it has no such place, and then it throws
 * @param realm the realm of the page, or null when the console has the place for itself
 */
export function keepPage(
    document: Document,
    container: Element | null,
    realm: string | null,
    newElement: (realm: string) => HTMLElement,
): void {
    const present = document.getElementById(HOST);
    if (realm === null || (present && present.dataset.realm !== realm)) {
        present?.remove();
    }
    if (realm === null) {
        showOthers(document);
        return;
    }
    if (container === null) {
        throw new Error("the console has no place for pages");
    }
    if (document.getElementById(HOST)?.parentElement !== container) {
        document.getElementById(HOST)?.remove();
        const host = newElement(realm);
        host.id = HOST;
        host.dataset.realm = realm;
        container.append(host);
    }
    hideOthers(container);
}

function hideOthers(container: Element): void {
    for (const child of container.children) {
        if (child.id !== HOST && child instanceof HTMLElement && !child.hasAttribute(HIDDEN)) {
            child.setAttribute(HIDDEN, child.style.display);
            child.style.display = "none";
        }
    }
    for (const child of container.childNodes) {
        if (child instanceof Text && child.data !== "") {
            silenced.set(child, child.data);
            child.data = "";
        }
    }
}

function showOthers(document: Document): void {
    for (const child of document.querySelectorAll<HTMLElement>(`[${HIDDEN}]`)) {
        child.style.display = child.getAttribute(HIDDEN) ?? "";
        child.removeAttribute(HIDDEN);
    }
    silenced.forEach((text, node) => (node.data = text));
    silenced.clear();
}
