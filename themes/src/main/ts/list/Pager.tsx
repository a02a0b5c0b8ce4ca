import { Pagination } from "@patternfly/react-core";
import { useT } from "../ui/pages";
import { type ListState, PER_PAGE } from "./filters";

interface PagerProps {
    readonly state: ListState;
    /** Undefined until the server has counted. */
    readonly count: number | undefined;
    /** How many keys this page has: tells that there is no further one before the count does. */
    readonly shown: number;
    readonly variant: "top" | "bottom";
    readonly onChange: (state: ListState) => void;
}

/** Pages through the list. The list does not wait for the count. */
export function Pager({ state, count, shown, variant, onChange }: PagerProps) {
    const t = useT();
    const known = count ?? (shown < state.perPage ? (state.page - 1) * state.perPage + shown : undefined);
    return (
        <Pagination
            isCompact={variant === "top"}
            variant={variant}
            {...(known === undefined ? {} : { itemCount: known })}
            page={state.page}
            perPage={state.perPage}
            perPageOptions={PER_PAGE.map((value) => ({ title: String(value), value }))}
            onSetPage={(_, page) => onChange({ ...state, page })}
            onPerPageSelect={(_, perPage) => onChange({ ...state, perPage, page: 1 })}
            titles={{
                items: "",
                page: "",
                itemsPerPage: t("apiKeysPerPage"),
                perPageSuffix: t("apiKeysPerPageSuffix"),
                toFirstPageAriaLabel: t("apiKeysFirstPage"),
                toPreviousPageAriaLabel: t("apiKeysPreviousPage"),
                toNextPageAriaLabel: t("apiKeysNextPage"),
                toLastPageAriaLabel: t("apiKeysLastPage"),
                currPageAriaLabel: t("apiKeysCurrentPage"),
                paginationAriaLabel: t("apiKeysPages"),
                ofWord: t("apiKeysOf"),
            }}
        />
    );
}
