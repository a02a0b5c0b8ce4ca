import { clientHash } from "../route";

const TAB = "api-keys-tab";
const PANEL = "api-keys-client";
const CURRENT = "pf-m-current";

/** The client whose details are shown, and whether our tab is the chosen one. */
export interface ClientTab {
    readonly realm: string;
    readonly clientUuid: string;
    readonly chosen: boolean;
}

/**
 * Keeps the tab "API keys" at the end of the client's tabs, and its content below them while it is chosen. The address
 * changes before the console swaps its page, so only a list of tabs that belongs to the client is touched.
 */
export function keepClientTab(
    document: Document,
    client: ClientTab | null,
    label: string,
    newElement: (client: ClientTab) => HTMLElement,
): void {
    const settings = client && settingsTab(document, client);
    const list = settings?.closest<HTMLElement>("[role=tablist]");
    const model = settings?.closest<HTMLElement>("li");
    if (!client || !list || !model) {
        document.getElementById(TAB)?.closest("li")?.remove();
        document.getElementById(PANEL)?.remove();
        return;
    }
    keepTab(list, model, client, label);
    keepPanel(list, client, newElement);
}

function settingsTab(document: Document, { realm, clientUuid }: ClientTab): Element | null {
    const href = clientHash(realm, clientUuid, "settings");
    return [...document.querySelectorAll("[role=tablist] a")].find((tab) => tab.getAttribute("href") === href) ?? null;
}

function keepTab(list: HTMLElement, model: HTMLElement, client: ClientTab, label: string): void {
    const present = list.querySelector<HTMLElement>(`#${TAB}`)?.closest<HTMLElement>("li");
    const item = present ?? (model.cloneNode(true) as HTMLElement);
    const link = item.querySelector("a");
    const text = item.querySelector(".pf-v5-c-tabs__item-text");
    if (!link || !text) {
        throw new Error("the console's tabs are not as expected");
    }
    set(link, "id", TAB);
    set(link, "data-testid", TAB);
    set(link, "href", clientHash(client.realm, client.clientUuid));
    set(link, "aria-selected", String(client.chosen));
    set(link, "aria-controls", client.chosen ? PANEL : null);
    if (text.textContent !== label) {
        text.textContent = label;
    }
    if (item.classList.contains(CURRENT) !== client.chosen) {
        item.classList.toggle(CURRENT, client.chosen);
    }
    if (list.lastElementChild !== item) {
        list.append(item);
    }
}

function keepPanel(list: HTMLElement, client: ClientTab, newElement: (client: ClientTab) => HTMLElement): void {
    const tabs = list.parentElement;
    const present = document.getElementById(PANEL);
    const isGood = present?.dataset.client === client.clientUuid && present.parentElement === tabs?.parentElement;
    if (present && !(client.chosen && isGood)) {
        present.remove();
    }
    if (client.chosen && !(present && isGood)) {
        const panel = newElement(client);
        panel.id = PANEL;
        panel.dataset.client = client.clientUuid;
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", TAB);
        tabs?.after(panel);
    }
}

function set(element: Element, attribute: string, value: string | null): void {
    if (value === null) {
        element.removeAttribute(attribute);
    } else if (element.getAttribute(attribute) !== value) {
        element.setAttribute(attribute, value);
    }
}
