import { type ApiKeysAdminElement, type ConsoleContext, ELEMENT_NAME } from "../context";
import { translate } from "../i18n/messages";
import { clientOf, parseRoute, realmOf } from "../route";
import { sessionOf } from "../session";
import { type ClientTab, keepClientTab } from "./clientTab";
import { readEnvironment } from "./environment";
import { newElement } from "./hosts";
import { keepNavigation } from "./navigation";
import { keepPage } from "./page";
import { contextOf } from "./session";
import { softly } from "./softly";

/** Where the console shows its pages. */
const PAGES = "kc-main-content-page-container";

/**
 * The theme script of the admin console: keeps our entry, page and tab where they belong while the console changes what it
 * shows. Everything is written only where it differs, because every write wakes the observer again.
 */
function start(app: HTMLElement): void {
    const environment = readEnvironment(document);
    const contexts = new Map<string, ConsoleContext>();
    let label: string | null = null;
    let asked = false;
    let scheduled = false;

    function context(realm: string): ConsoleContext {
        const known = contexts.get(realm) ?? contextOf(app, environment, realm);
        contexts.set(realm, known);
        return known;
    }

    function element(realm: string, clientUuid: string | null): HTMLElement {
        const element = newElement(document, ELEMENT_NAME) as ApiKeysAdminElement;
        element.context = context(realm);
        element.clientUuid = clientUuid;
        return element;
    }

    async function askForLabel(realm: string): Promise<void> {
        label = translate((await sessionOf(context(realm))).messages, "apiKeysTitle");
        schedule();
    }

    function refresh(): void {
        if (
            document.getElementById("nav-item-clients") === null &&
            document.getElementById("nav-item-api-keys") === null
        ) {
            return;
        }
        const realm = realmOf(location.hash) ?? environment.realm;
        if (label === null) {
            if (!asked) {
                asked = true;
                softly(() => askForLabel(realm));
            }
            return;
        }
        const route = parseRoute(location.hash);
        const onPage = route !== null && route.page !== "client";
        keepNavigation(document, realm, label, onPage);
        keepPage(document, document.getElementById(PAGES), onPage ? route.realm : null, (of) => element(of, null));
        keepClientTab(document, clientTab(), label, (client) => element(client.realm, client.clientUuid));
    }

    function clientTab(): ClientTab | null {
        const client = clientOf(location.hash);
        return client && { ...client, chosen: parseRoute(location.hash)?.page === "client" };
    }

    function schedule(): void {
        if (!scheduled) {
            scheduled = true;
            requestAnimationFrame(() => {
                scheduled = false;
                softly(refresh);
            });
        }
    }

    new MutationObserver(schedule).observe(app, { childList: true, subtree: true });
    window.addEventListener("hashchange", schedule);
    schedule();
}

softly(() => {
    const app = document.getElementById("app");
    if (app === null) {
        throw new Error("the console has no #app");
    }
    start(app);
});
