import { keysHash } from "../route";

const ID = "nav-item-api-keys";
const CURRENT = "pf-m-current";

/**
 * Keeps the entry "API keys" behind that of the clients. The console shows the latter only to those who may see clients,
 * and so does ours.
 */
export function keepNavigation(document: Document, realm: string, label: string, current: boolean): void {
    const clients = document.getElementById("nav-item-clients");
    const present = document.getElementById(ID);
    const model = clients?.closest("li");
    if (!clients || !model) {
        present?.closest("li")?.remove();
        return;
    }
    const anchor = document.getElementById("nav-item-client-scopes")?.closest("li") ?? model;
    const entry = present?.closest("li") ?? newEntry(model, clients.id);
    if (entry.previousElementSibling !== anchor) {
        anchor.after(entry);
    }
    const link = document.getElementById(ID);
    if (link) {
        update(link, keysHash(realm), label, current);
    }
}

function newEntry(model: HTMLElement, linkId: string): HTMLElement {
    const entry = model.cloneNode(true) as HTMLElement;
    const link = entry.querySelector(`#${linkId}`);
    link?.setAttribute("id", ID);
    link?.setAttribute("data-testid", ID);
    link?.removeAttribute("aria-current");
    link?.classList.remove(CURRENT);
    return entry;
}

/** Writes only what differs: whoever watches the page must not be woken for nothing. */
function update(link: HTMLElement, href: string, label: string, current: boolean): void {
    if (link.getAttribute("href") !== href) {
        link.setAttribute("href", href);
    }
    if (link.textContent !== label) {
        link.textContent = label;
    }
    if (link.classList.contains(CURRENT) !== current) {
        link.classList.toggle(CURRENT, current);
    }
    if (current !== link.hasAttribute("aria-current")) {
        if (current) {
            link.setAttribute("aria-current", "page");
        } else {
            link.removeAttribute("aria-current");
        }
    }
}
