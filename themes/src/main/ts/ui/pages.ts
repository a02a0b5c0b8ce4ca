import { createContext, useContext } from "react";
import type { KeycloakApi } from "../api/keycloakApi";
import type { KeysApi } from "../api/keysApi";
import type { ConsoleContext } from "../context";
import { type Messages, translate, type Values } from "../i18n/messages";
import { limitMessage, parseLimit } from "../model/limits";
import type { Permissions } from "../model/permissions";

/** What every part of the pages can ask for. */
export interface Pages {
    readonly context: ConsoleContext;
    readonly keys: KeysApi;
    readonly keycloak: KeycloakApi;
    readonly messages: Messages;
    readonly permissions: Permissions;
    /** Tells that something was done, or was not. */
    readonly notify: (variant: "success" | "danger", title: string) => void;
}

export const PagesContext = createContext<Pages | null>(null);

export function usePages(): Pages {
    const pages = useContext(PagesContext);
    if (pages === null) {
        throw new Error("outside of the pages");
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

export type Translate = (key: string, values?: Values) => string;

export function useT(): Translate {
    const { messages } = usePages();
    return (key, values) => translate(messages, key, values);
}
