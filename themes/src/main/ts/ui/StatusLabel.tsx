import { Label } from "@patternfly/react-core";
import BanIcon from "@patternfly/react-icons/dist/esm/icons/ban-icon";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import ClockIcon from "@patternfly/react-icons/dist/esm/icons/clock-icon";
import PauseCircleIcon from "@patternfly/react-icons/dist/esm/icons/pause-circle-icon";
import type { Status } from "../api/types";
import { capitalized } from "../model/words";
import { useT } from "./pages";

const LOOKS = {
    active: { color: "green", icon: <CheckCircleIcon /> },
    disabled: { color: "grey", icon: <PauseCircleIcon /> },
    expired: { color: "orange", icon: <ClockIcon /> },
    revoked: { color: "red", icon: <BanIcon /> },
} as const;

/** The message key of a status. */
export function statusKey(status: Status): string {
    return `apiKeysStatus${capitalized(status)}`;
}

export function StatusLabel({ status }: { readonly status: Status }) {
    const t = useT();
    return (
        <Label isCompact {...LOOKS[status]} data-testid="api-key-status" data-status={status}>
            {t(statusKey(status))}
        </Label>
    );
}
