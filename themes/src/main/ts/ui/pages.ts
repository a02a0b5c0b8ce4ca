import { createContext, useContext } from "react";
import type { AccountKeysApi } from "../api/accountKeysApi";
import type { AdminKeysApi } from "../api/adminKeysApi";
import type { KeycloakApi } from "../api/keycloakApi";
import type { AccountContext, ConsoleContext } from "../context";
import { type Messages, translate, type Values } from "../i18n/messages";
import { limitMessage, parseLimit } from "../model/limits";
import type { Permissions } from "../model/permissions";
import type { Places } from "../route";

interface AnyPages {
    readonly places: Places;
    readonly messages: Messages;
    /** Tells that something was done, or was not. */
    readonly notify: (variant: "success" | "danger", title: string) => void;
}

/** What the pages of administrators can ask for. */
export interface AdminPages extends AnyPages {
    readonly mode: "admin";
    readonly context: ConsoleContext;
    readonly keys: AdminKeysApi;
    readonly keycloak: KeycloakApi;
    readonly permissions: Permissions;
}

/** What the pages of users can ask for, about keys of their own. */
export interface PersonalPages extends AnyPages {
    readonly mode: "personal";
    readonly context: AccountContext;
    readonly keys: AccountKeysApi;
}

/** What every part of the pages can ask for. */
export type Pages = AdminPages | PersonalPages;

export const PagesContext = createContext<Pages | null>(null);

export function usePages(): Pages {
    const pages = useContext(PagesContext);
    if (pages === null) {
        throw new Error("outside of the pages");
    }
    return pages;
}

/** For what only administrators see. */
export function useAdminPages(): AdminPages {
    const pages = usePages();
    if (pages.mode !== "admin") {
        throw new Error("outside of the pages of administrators");
    }
    return pages;
}

/** Says limits such as 1000/hour in words. */
export function useLimitText(): (limit: string) => string {
    const t = useT();
    return (limit) => {
        const { key, values } = limitMessage(parseLimit(limit));
        return t(key, values);
    };
}

/** Writes numbers as the language does. */
export function useNumberText(): (number: number) => string {
    const { messages } = usePages();
    return (number) => number.toLocaleString(messages.locale);
}

export type Translate = (key: string, values?: Values) => string;

export function useT(): Translate {
    const { messages } = usePages();
    return (key, values) => translate(messages, key, values);
}
