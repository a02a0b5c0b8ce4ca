import { Text, TextContent } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { AdminEvent } from "../api/types";
import { reporterKeyOf } from "../model/reporters";
import { Moment } from "../ui/Moment";
import { useAdminPages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { useActors } from "./useActors";

const MOST = 50;

interface EventsProps {
    readonly keyId: string;
    /** Changes when something was done to the key. */
    readonly version: string;
}

/** What was done to the key and by whom; nothing for administrators who may not see events. */
export function Events({ keyId, version }: EventsProps) {
    const t = useT();
    const { keycloak } = useAdminPages();
    const events = useLoad(`${keyId} ${version}`, () => keycloak.adminEvents(keyId, MOST));
    const names = useActors(events.value ?? []);
    if (events.value === undefined) {
        return null;
    }
    return (
        <section data-testid="api-key-events">
            <TextContent className="pf-v5-u-mt-lg">
                <Text component="h2">{t("apiKeysEvents")}</Text>
                {events.value.length === 0 && <Text>{t("apiKeysEventsNone")}</Text>}
            </TextContent>
            {events.value.length > 0 && (
                <Table variant="compact" aria-label={t("apiKeysEvents")}>
                    <Thead>
                        <Tr>
                            <Th>{t("apiKeysEventTime")}</Th>
                            <Th>{t("apiKeysEventWhat")}</Th>
                            <Th>{t("apiKeysEventWho")}</Th>
                            <Th>{t("apiKeysEventFrom")}</Th>
                        </Tr>
                    </Thead>
                    <Tbody>
                        {events.value.map((event) => (
                            <Tr key={event.id ?? `${event.time}${event.operationType}`}>
                                <Td dataLabel={t("apiKeysEventTime")}>
                                    <Moment instant={new Date(event.time).toISOString()} otherwise="" exact />
                                </Td>
                                <Td dataLabel={t("apiKeysEventWhat")}>{t(eventKey(event))}</Td>
                                <Td dataLabel={t("apiKeysEventWho")}>{actor(event)}</Td>
                                <Td dataLabel={t("apiKeysEventFrom")}>{event.authDetails?.ipAddress}</Td>
                            </Tr>
                        ))}
                    </Tbody>
                </Table>
            )}
        </section>
    );

    function actor({ authDetails, representation }: AdminEvent): string {
        const id = authDetails?.userId;
        if (id === undefined) {
            const reporter = reporterKeyOf(representation);
            return reporter === undefined ? "" : t(reporter);
        }
        return names.get(id) ?? id;
    }
}

const OPERATIONS: Readonly<Record<string, string>> = {
    CREATE: "apiKeysEventCreate",
    UPDATE: "apiKeysEventUpdate",
    DELETE: "apiKeysEventDelete",
};

const ACTIONS: Readonly<Record<string, string>> = {
    enable: "apiKeysEventEnable",
    disable: "apiKeysEventDisable",
    revoke: "apiKeysEventRevoke",
    rotate: "apiKeysEventRotate",
    notice: "apiKeysEventNotice",
    "end-overlap": "apiKeysEventEndOverlap",
};

/** The last part of an action's path says which it was. */
function eventKey({ operationType, resourcePath }: AdminEvent): string {
    const action = resourcePath.split("/").at(-1) ?? "";
    return ACTIONS[action] ?? OPERATIONS[operationType] ?? operationType;
}
