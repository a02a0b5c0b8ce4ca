import {
    Button,
    FormSelect,
    FormSelectOption,
    SearchInput,
    Toolbar,
    ToolbarContent,
    ToolbarItem,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { type OwnerType, STATUSES, type Status } from "../api/types";
import { clientChoice } from "../ui/clientChoice";
import { usePages, useT } from "../ui/pages";
import { type Choice, RemoteSelect } from "../ui/RemoteSelect";
import { statusKey } from "../ui/StatusLabel";
import { EXPIRY_DAYS, isFiltered, type ListState, UNUSED_DAYS, withoutFilters } from "./filters";

interface KeyToolbarProps {
    readonly state: ListState;
    readonly withClient: boolean;
    /** Whether one looks after keys that are not one's own. */
    readonly withOwners: boolean;
    readonly environments: readonly string[];
    readonly actions: ReactNode;
    readonly pagination: ReactNode;
    readonly onChange: (state: ListState) => void;
}

/** Search, filters and actions above the list. */
export function KeyToolbar({
    state,
    withClient,
    withOwners,
    environments,
    actions,
    pagination,
    onChange,
}: KeyToolbarProps) {
    const t = useT();
    const { keys, mode } = usePages();
    const filter = (change: Partial<ListState>) => onChange({ ...state, ...change, page: 1 });

    async function findClients(search: string): Promise<Choice[]> {
        return (await keys.clients(search, 20, state.ownerType)).map(clientChoice);
    }

    return (
        <Toolbar className="api-keys-toolbar">
            <ToolbarContent>
                {withOwners && (
                    <ToolbarItem>
                        <FormSelect
                            className="api-keys-filter"
                            aria-label={t("apiKeysOwner")}
                            value={state.ownerType}
                            onChange={(_, ownerType) => filter({ ownerType: ownerType as OwnerType, clientId: "" })}
                            data-testid="api-keys-filter-owner"
                        >
                            <FormSelectOption value="user" label={t("apiKeysOwnMine")} />
                            <FormSelectOption value="service_account" label={t("apiKeysOwnOrganizations")} />
                        </FormSelect>
                    </ToolbarItem>
                )}
                <ToolbarItem>
                    <SearchInput
                        aria-label={t("apiKeysSearch")}
                        placeholder={t("apiKeysSearch")}
                        value={state.search}
                        onChange={(_, search) => filter({ search })}
                        onClear={() => filter({ search: "" })}
                        resetButtonLabel={t("apiKeysClear")}
                        data-testid="api-keys-search"
                    />
                </ToolbarItem>
                <ToolbarItem>
                    <FormSelect
                        className="api-keys-filter"
                        aria-label={t("apiKeysStatus")}
                        value={state.status}
                        onChange={(_, status) => filter({ status: status as Status | "" })}
                        data-testid="api-keys-filter-status"
                    >
                        <FormSelectOption value="" label={t("apiKeysAnyStatus")} />
                        {STATUSES.map((status) => (
                            <FormSelectOption key={status} value={status} label={t(statusKey(status))} />
                        ))}
                    </FormSelect>
                </ToolbarItem>
                {withClient && (
                    <ToolbarItem className="api-keys-filter">
                        <RemoteSelect
                            id="api-keys-filter-client"
                            label={t("apiKeysClient")}
                            placeholder={t("apiKeysAnyClient")}
                            selected={state.clientId === "" ? null : { value: state.clientId, label: state.clientId }}
                            search={findClients}
                            onSelect={(choice) => filter({ clientId: choice?.value ?? "" })}
                        />
                    </ToolbarItem>
                )}
                {mode === "admin" && <MoreFilters state={state} environments={environments} onFilter={filter} />}
            </ToolbarContent>
            <ToolbarContent>
                {actions && <ToolbarItem>{actions}</ToolbarItem>}
                {isFiltered(state) && (
                    <ToolbarItem>
                        <Button variant="link" onClick={() => onChange(withoutFilters(state))}>
                            {t("apiKeysClearFilters")}
                        </Button>
                    </ToolbarItem>
                )}
                <ToolbarItem variant="pagination">{pagination}</ToolbarItem>
            </ToolbarContent>
        </Toolbar>
    );
}

interface MoreFiltersProps {
    readonly state: ListState;
    readonly environments: readonly string[];
    readonly onFilter: (change: Partial<ListState>) => void;
}

/** For those who have many keys to look after. */
function MoreFilters({ state, environments, onFilter }: MoreFiltersProps) {
    const t = useT();
    const days = (text: string) => (text === "" || text === "never" ? text : Number(text));
    return (
        <>
            {environments.length > 1 && (
                <ToolbarItem>
                    <FormSelect
                        className="api-keys-filter"
                        aria-label={t("apiKeysEnvironment")}
                        value={state.environment}
                        onChange={(_, environment) => onFilter({ environment })}
                        data-testid="api-keys-filter-environment"
                    >
                        <FormSelectOption value="" label={t("apiKeysAnyEnvironment")} />
                        {environments.map((name) => (
                            <FormSelectOption key={name} value={name} label={name} />
                        ))}
                    </FormSelect>
                </ToolbarItem>
            )}
            <ToolbarItem>
                <FormSelect
                    className="api-keys-filter"
                    aria-label={t("apiKeysExpires")}
                    value={state.expiry}
                    onChange={(_, value) => onFilter({ expiry: days(value) })}
                    data-testid="api-keys-filter-expiry"
                >
                    <FormSelectOption value="" label={t("apiKeysAnyExpiry")} />
                    {EXPIRY_DAYS.map((count) => (
                        <FormSelectOption key={count} value={count} label={t("apiKeysExpiresWithin", { count })} />
                    ))}
                    <FormSelectOption value="never" label={t("apiKeysNeverExpires")} />
                </FormSelect>
            </ToolbarItem>
            <ToolbarItem>
                <FormSelect
                    className="api-keys-filter"
                    aria-label={t("apiKeysLastUsed")}
                    value={state.unused}
                    onChange={(_, value) => onFilter({ unused: days(value) as ListState["unused"] })}
                    data-testid="api-keys-filter-unused"
                >
                    <FormSelectOption value="" label={t("apiKeysAnyUse")} />
                    {UNUSED_DAYS.map((count) => (
                        <FormSelectOption key={count} value={count} label={t("apiKeysUnusedFor", { count })} />
                    ))}
                </FormSelect>
            </ToolbarItem>
        </>
    );
}
