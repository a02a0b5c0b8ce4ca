import type { KeyPage, KeyQuery, OwnerType, SortField, Status } from "../api/types";
import { inDays } from "../model/expiry";

/** What the list is narrowed to, and where in it we are: kept while one looks at a key and comes back. */
export interface ListState {
    /** Whose keys users see: their own, or those of clients that they look after. */
    readonly ownerType: OwnerType;
    readonly search: string;
    readonly status: Status | "";
    readonly clientId: string;
    readonly environment: string;
    readonly expiry: "" | "never" | number;
    /** Days without use. */
    readonly unused: "" | number;
    readonly sort: SortField;
    readonly direction: "asc" | "desc";
    /** From 1. */
    readonly page: number;
    readonly perPage: number;
}

export const FIRST_LIST: ListState = {
    ownerType: "user",
    search: "",
    status: "",
    clientId: "",
    environment: "",
    expiry: "",
    unused: "",
    sort: "createdAt",
    direction: "desc",
    page: 1,
    perPage: 10,
};

export const PER_PAGE = [10, 25, 50, 100];
export const EXPIRY_DAYS = [7, 30, 90, 365];
export const UNUSED_DAYS = [7, 30, 90, 365];

/** The filters in the words of the REST API; a client that is fixed stands above the one that is chosen. */
export function queryOf(state: ListState, fixedClientId: string | null, now: Date): KeyQuery {
    const clientId = fixedClientId ?? state.clientId;
    return {
        ...(state.search.trim() === "" ? {} : { search: state.search.trim() }),
        ...(clientId === "" ? {} : { clientId }),
        ...(state.ownerType === "user" ? {} : { ownerType: state.ownerType }),
        ...(state.status === "" ? {} : { status: state.status }),
        ...(state.environment === "" ? {} : { environment: state.environment }),
        ...(state.expiry === "never" ? { neverExpires: true } : {}),
        ...(typeof state.expiry === "number" ? { expiringBefore: inDays(state.expiry, now) } : {}),
        ...(state.unused === "" ? {} : { unusedSince: inDays(-state.unused, now) }),
    };
}

export function pageOf({ sort, direction, page, perPage }: ListState): KeyPage {
    return { sort, direction, first: (page - 1) * perPage, max: perPage };
}

export function isFiltered({ search, status, clientId, environment, expiry, unused }: ListState): boolean {
    return [search.trim(), status, clientId, environment, expiry, unused].some((filter) => filter !== "");
}

export function withoutFilters({ ownerType, sort, direction, perPage }: ListState): ListState {
    return { ...FIRST_LIST, ownerType, sort, direction, perPage };
}
