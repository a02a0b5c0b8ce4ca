import {
    Alert,
    Button,
    EmptyState,
    EmptyStateActions,
    EmptyStateBody,
    EmptyStateFooter,
    EmptyStateHeader,
    EmptyStateIcon,
} from "@patternfly/react-core";
import KeyIcon from "@patternfly/react-icons/dist/esm/icons/key-icon";
import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon";
import { useMemo, useState } from "react";
import { useKeyActions } from "../actions/useKeyActions";
import type { Client } from "../api/types";
import { CreateDialog } from "../create/CreateDialog";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { usePages, useT } from "../ui/pages";
import { useDebounced } from "../ui/useDebounced";
import { useLoad } from "../ui/useLoad";
import { isFiltered, type ListState, pageOf, queryOf, withoutFilters } from "./filters";
import { KeyTable } from "./KeyTable";
import { KeyToolbar } from "./KeyToolbar";
import { Pager } from "./Pager";

interface KeyListProps {
    /** In a client's tab: the client whose keys are shown. */
    readonly client: Client | null;
    readonly mayCreate: boolean;
    /** Whether one looks after keys that are not one's own. */
    readonly withOwners?: boolean;
    /** What is said where there are no keys. */
    readonly emptyHint?: string;
    readonly state: ListState;
    readonly onChange: (state: ListState) => void;
}

/** The keys of the realm, of one client or of a user, filtered, sorted and paged by the server. */
export function KeyList({ client, mayCreate, withOwners = false, emptyHint, state, onChange }: KeyListProps) {
    const t = useT();
    const { keys } = usePages();
    const settled = useDebounced(state);
    const [round, setRound] = useState(0);
    const [creating, setCreating] = useState(false);
    const query = useMemo(() => queryOf(settled, client?.clientId ?? null, new Date()), [settled, client]);
    const page = pageOf(settled);
    const list = useLoad(`${JSON.stringify([query, page])}${round}`, () => keys.list(query, page));
    const count = useLoad(`${JSON.stringify(query)}${round}`, () => keys.count(query));
    const policies = useLoad("policies", () => keys.policies());
    const reload = () => setRound(round + 1);
    const actions = useKeyActions(reload);
    const shown = list.value ?? [];

    const create = mayCreate && (
        <Button variant="primary" onClick={() => setCreating(true)} data-testid="api-keys-create">
            {t("apiKeysCreate")}
        </Button>
    );
    const pager = (variant: "top" | "bottom") => (
        <Pager state={state} count={count.value} shown={shown.length} variant={variant} onChange={onChange} />
    );

    return (
        <>
            <KeyToolbar
                state={state}
                withClient={client === null}
                withOwners={withOwners}
                environments={policies.value?.environments ?? []}
                actions={create}
                pagination={pager("top")}
                onChange={onChange}
            />
            {content()}
            {shown.length > 0 && pager("bottom")}
            {actions.dialog}
            {creating && (
                <CreateDialog
                    client={client}
                    ownerType={state.ownerType}
                    onClose={() => setCreating(false)}
                    onCreated={({ ownerType }) => {
                        setCreating(false);
                        reload();
                        if (withOwners && ownerType !== state.ownerType) {
                            onChange({ ...withoutFilters(state), ownerType });
                        }
                    }}
                />
            )}
        </>
    );

    function content() {
        if (list.problem && list.value === undefined) {
            return <Failure problem={list.problem} onRetry={reload} />;
        }
        if (list.value === undefined) {
            return <Loading />;
        }
        if (shown.length === 0 && !list.loading) {
            return isFiltered(state) ? (
                <NothingFound onClear={() => onChange(withoutFilters(state))} />
            ) : (
                <NoKeys
                    hint={emptyHint ?? t("apiKeysEmptyHint")}
                    mayCreate={mayCreate}
                    onCreate={() => setCreating(true)}
                />
            );
        }
        return (
            <>
                {list.problem && <Alert isInline variant="danger" title={list.problem.message} />}
                <KeyTable
                    keys={shown}
                    state={state}
                    withClient={client === null}
                    onChange={onChange}
                    onAction={(action, key) => actions.start(action, key)}
                />
            </>
        );
    }
}

function NothingFound({ onClear }: { onClear: () => void }) {
    const t = useT();
    return (
        <EmptyState data-testid="api-keys-nothing-found">
            <EmptyStateHeader
                titleText={t("apiKeysNothingFound")}
                headingLevel="h2"
                icon={<EmptyStateIcon icon={SearchIcon} />}
            />
            <EmptyStateBody>{t("apiKeysNothingFoundHint")}</EmptyStateBody>
            <EmptyStateFooter>
                <EmptyStateActions>
                    <Button variant="link" onClick={onClear}>
                        {t("apiKeysClearFilters")}
                    </Button>
                </EmptyStateActions>
            </EmptyStateFooter>
        </EmptyState>
    );
}

function NoKeys({ hint, mayCreate, onCreate }: { hint: string; mayCreate: boolean; onCreate: () => void }) {
    const t = useT();
    return (
        <EmptyState data-testid="api-keys-empty">
            <EmptyStateHeader
                titleText={t("apiKeysEmpty")}
                headingLevel="h2"
                icon={<EmptyStateIcon icon={KeyIcon} />}
            />
            <EmptyStateBody>{hint}</EmptyStateBody>
            {mayCreate && (
                <EmptyStateFooter>
                    <EmptyStateActions>
                        <Button variant="primary" onClick={onCreate}>
                            {t("apiKeysCreate")}
                        </Button>
                    </EmptyStateActions>
                </EmptyStateFooter>
            )}
        </EmptyState>
    );
}
