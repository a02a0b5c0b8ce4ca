import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, type ThProps, Tr } from "@patternfly/react-table";
import { ACTION_KEYS, actionsFor, type KeyAction } from "../actions/useKeyActions";
import type { ApiKey, SortField } from "../api/types";
import { Moment } from "../ui/Moment";
import { usePages, useT } from "../ui/pages";
import { RowActions } from "../ui/RowActions";
import { ScopeBadges } from "../ui/ScopeBadges";
import { StatusLabel } from "../ui/StatusLabel";
import type { ListState } from "./filters";

interface KeyTableProps {
    readonly keys: readonly ApiKey[];
    readonly state: ListState;
    readonly withClient: boolean;
    readonly onChange: (state: ListState) => void;
    readonly onAction: (action: KeyAction, key: ApiKey) => void;
}

/** One page of the list; the server has sorted it. */
export function KeyTable({ keys, state, withClient, onChange, onAction }: KeyTableProps) {
    const t = useT();
    const columns: [label: string, sort?: SortField][] = [
        [t("apiKeysName"), "name"],
        ...(withClient ? ([[t("apiKeysClient")]] as [string][]) : []),
        [t("apiKeysKey")],
        [t("apiKeysScopes")],
        [t("apiKeysEnvironment")],
        [t("apiKeysCreated"), "createdAt"],
        [t("apiKeysExpires"), "expiresAt"],
        [t("apiKeysLastUsed"), "lastUsedAt"],
        [t("apiKeysStatus"), "status"],
    ];

    // those that people have named need room
    const names = withClient ? 2 : 1;

    function sorting(index: number, field: SortField): NonNullable<ThProps["sort"]> {
        return {
            columnIndex: index,
            sortBy: {
                direction: state.direction,
                defaultDirection: "asc",
                ...(state.sort === field ? { index } : {}),
            },
            onSort: (_event, _index, direction) => onChange({ ...state, sort: field, direction, page: 1 }),
        };
    }

    return (
        <Table variant="compact" aria-label={t("apiKeysTitle")} data-testid="api-keys-table" className="api-keys-table">
            <Thead>
                <Tr>
                    {columns.map(([label, sort], index) => (
                        <Th
                            key={label}
                            modifier="wrap"
                            {...(index < names ? { width: 15 as const } : {})}
                            {...(sort ? { sort: sorting(index, sort) } : {})}
                        >
                            {label}
                        </Th>
                    ))}
                    <Th screenReaderText={t("apiKeysActions")} />
                </Tr>
            </Thead>
            <Tbody>
                {keys.map((key) => (
                    <KeyRow key={key.id} apiKey={key} withClient={withClient} onAction={onAction} />
                ))}
            </Tbody>
        </Table>
    );
}

interface KeyRowProps {
    readonly apiKey: ApiKey;
    readonly withClient: boolean;
    readonly onAction: (action: KeyAction, key: ApiKey) => void;
}

function KeyRow({ apiKey, withClient, onAction }: KeyRowProps) {
    const t = useT();
    const { mode, places } = usePages();
    const actions = actionsFor(apiKey, mode);
    return (
        <Tr data-testid={`api-key-${apiKey.id}`}>
            <Td dataLabel={t("apiKeysName")} modifier="breakWord">
                <a href={places.key(apiKey.id)}>{apiKey.name}</a>
                {apiKey.scopeGroups.length > 0 && (
                    <div className="api-keys-groups">
                        {apiKey.scopeGroups.map((group) => (
                            <Label key={group} isCompact variant="outline">
                                {group}
                            </Label>
                        ))}
                    </div>
                )}
            </Td>
            {withClient && (
                <Td dataLabel={t("apiKeysClient")} modifier="breakWord">
                    {apiKey.clientId}
                    {mode === "admin" && apiKey.ownerType === "user" && (
                        <div className="api-keys-owner">{apiKey.username ?? apiKey.userId}</div>
                    )}
                </Td>
            )}
            <Td dataLabel={t("apiKeysKey")} className="api-keys-mono" modifier="nowrap">
                {apiKey.display}
            </Td>
            <Td dataLabel={t("apiKeysScopes")}>
                <ScopeBadges apiKey={apiKey} />
            </Td>
            <Td dataLabel={t("apiKeysEnvironment")}>{apiKey.environment ?? "–"}</Td>
            <Td dataLabel={t("apiKeysCreated")} modifier="nowrap">
                <Moment instant={apiKey.createdAt} otherwise="–" />
            </Td>
            <Td dataLabel={t("apiKeysExpires")} modifier="nowrap">
                <Moment instant={apiKey.expiresAt} otherwise={t("apiKeysNever")} />
            </Td>
            <Td dataLabel={t("apiKeysLastUsed")} modifier="nowrap">
                <Moment instant={apiKey.lastUsedAt} otherwise={t("apiKeysNever")} />
            </Td>
            <Td dataLabel={t("apiKeysStatus")}>
                <StatusLabel status={apiKey.status} />
            </Td>
            <Td isActionCell>
                {actions.length > 0 && (
                    <RowActions
                        name={apiKey.name}
                        items={actions.map((action) => ({
                            title: t(ACTION_KEYS[action]),
                            onClick: (event) => {
                                // the entry goes with its menu: what opens from it shall find its way back to the row
                                event.currentTarget.closest("td")?.querySelector("button")?.focus();
                                onAction(action, apiKey);
                            },
                        }))}
                    />
                )}
            </Td>
        </Tr>
    );
}
