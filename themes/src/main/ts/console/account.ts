import { ACCOUNT_ELEMENT_NAME, type AccountContext, type ApiKeysAccountElement } from "../context";
import { OWN_PLACES } from "../route";
import { type AccountEnvironment, readAccountEnvironment } from "./environment";
import { newElement } from "./hosts";
import { keycloakIn } from "./keycloak";
import { extendMenu } from "./menu";
import { keepPage } from "./page";
import { accountContextOf } from "./session";
import { softly } from "./softly";

/** Where the console shows its pages. */
const PAGES = "main.pf-v5-c-page__main";

/**
 * The theme script of the account console. The console makes the menu entry and an empty route out of its content, to
 * which ours is added; this fills the route.
 */
function start(app: HTMLElement, environment: AccountEnvironment): void {
    const address = new URL(`${environment.baseUrl}/api-keys`);
    let locale = environment.locale;
    let context: AccountContext | null = null;
    let scheduled = false;

    function element(): HTMLElement {
        context ??= accountContextOf(app, { ...environment, locale });
        const made = newElement(document, ACCOUNT_ELEMENT_NAME) as ApiKeysAccountElement;
        made.context = context;
        return made;
    }

    function refresh(): void {
        const container = app.querySelector(PAGES);
        if (container !== null) {
            keepPage(document, container, isOurs(location) ? environment.realm : null, element);
        }
    }

    function isOurs({ pathname }: { readonly pathname: string }): boolean {
        return decodeURI(pathname).replace(/\/+$/, "") === decodeURI(address.pathname);
    }

    /** From one key the entry leads to the list; the console's router would not tell us. */
    function onClick(event: MouseEvent): void {
        const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("nav a[href]") : null;
        const ordinary = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
        if (link && ordinary && isOurs(link) && isOurs(location)) {
            event.preventDefault();
            event.stopPropagation();
            location.hash = OWN_PLACES.list;
        }
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

    extendMenu(window, `${environment.resourceUrl}/content.json`, () => keycloakIn(app));
    new MutationObserver(schedule).observe(app, { childList: true, subtree: true });
    window.addEventListener("popstate", schedule);
    document.addEventListener("click", (event) => softly(() => onClick(event)), true);
    window.addEventListener("languageChanged", (event) => {
        locale = (event as CustomEvent<{ language: string }>).detail.language;
        context = null;
    });
}

softly(() => {
    const app = document.getElementById("app");
    if (app === null) {
        throw new Error("the console has no #app");
    }
    start(app, readAccountEnvironment(document));
});
