import { type ReactNode, useState } from "react";
import { asProblem } from "../api/problem";
import type { ApiKey, ApiKeyWithValue } from "../api/types";
import { UsageDialog } from "../usage/UsageDialog";
import { FocusReturn } from "../ui/FocusReturn";
import { type Pages, usePages, useT } from "../ui/pages";
import { DeleteDialog, RevokeDialog, RotateDialog } from "./dialogs";
import { ValueDialog } from "./ValueDialog";

/** What can be done to a key from the list and from its own page. */
export type KeyAction = "usage" | "enable" | "disable" | "rotate" | "revoke" | "delete";

/** The actions that make sense for the key as it is now and that one may do; users do not delete. */
export function actionsFor({ status, enabled, access }: ApiKey, mode: Pages["mode"]): KeyAction[] {
    const alive = status !== "revoked";
    const possible: [KeyAction, boolean][] = [
        ["usage", true],
        ["enable", alive && !enabled && access.renew],
        ["disable", alive && enabled && access.manage],
        ["rotate", alive && status !== "expired" && access.renew],
        ["revoke", alive && access.manage],
        ["delete", access.manage && mode === "admin"],
    ];
    return possible.filter(([, may]) => may).map(([action]) => action);
}

/** The message key of an action. */
export const ACTION_KEYS: Readonly<Record<KeyAction, string>> = {
    usage: "apiKeysUsage",
    enable: "apiKeysEnable",
    disable: "apiKeysDisable",
    rotate: "apiKeysRotate",
    revoke: "apiKeysRevoke",
    delete: "apiKeysDelete",
};

interface KeyActions {
    readonly start: (action: KeyAction, key: ApiKey) => void;
    /** The dialog that is open, if any: to be rendered somewhere. */
    readonly dialog: ReactNode;
}

/**
 * Runs actions with their dialogs.
 *
 * @param onChanged is told the key as it is afterwards, null when it is gone
 */
export function useKeyActions(onChanged: (id: string, key: ApiKey | null) => void): KeyActions {
    const t = useT();
    const { keys, notify } = usePages();
    const [open, setOpen] = useState<{ action: KeyAction; key: ApiKey } | null>(null);
    const [rotated, setRotated] = useState<ApiKeyWithValue | null>(null);

    function done(id: string, key: ApiKey | null, message: string) {
        setOpen(null);
        notify("success", message);
        onChanged(id, key);
    }

    async function switchTo(enabled: boolean, key: ApiKey) {
        try {
            const changed = await (enabled ? keys.enable(key.id) : keys.disable(key.id));
            done(key.id, changed, t(enabled ? "apiKeysEnabledNow" : "apiKeysDisabledNow", { name: key.name }));
        } catch (error) {
            notify("danger", asProblem(error).message);
        }
    }

    function start(action: KeyAction, key: ApiKey) {
        if (action === "enable" || action === "disable") {
            void switchTo(action === "enable", key);
        } else {
            setOpen({ action, key });
        }
    }

    const dialog = rotated ? valueDialog(rotated) : open && confirmation(open.action, open.key);
    return { start, dialog: dialog && <FocusReturn>{dialog}</FocusReturn> };

    function valueDialog(key: ApiKeyWithValue) {
        return (
            <ValueDialog
                apiKey={key}
                title={t("apiKeysRotatedTitle")}
                onDone={() => {
                    setRotated(null);
                    onChanged(key.id, withoutValue(key));
                }}
            />
        );
    }

    function confirmation(action: KeyAction, key: ApiKey): ReactNode {
        const close = () => setOpen(null);
        switch (action) {
            case "usage":
                return <UsageDialog apiKey={key} onClose={close} />;
            case "rotate":
                return (
                    <RotateDialog
                        apiKey={key}
                        onDone={(changed) => {
                            setOpen(null);
                            setRotated(changed);
                        }}
                        onClose={close}
                    />
                );
            case "revoke":
                return (
                    <RevokeDialog
                        apiKey={key}
                        onDone={(changed) => done(key.id, changed, t("apiKeysRevokedNow", { name: key.name }))}
                        onClose={close}
                    />
                );
            case "delete":
                return (
                    <DeleteDialog
                        apiKey={key}
                        onDone={() => done(key.id, null, t("apiKeysDeletedNow", { name: key.name }))}
                        onClose={close}
                    />
                );
            default:
                return null;
        }
    }
}

/** What may be kept of an answer that carried the value. */
function withoutValue(answer: ApiKeyWithValue): ApiKey {
    return Object.fromEntries(Object.entries(answer).filter(([field]) => field !== "key")) as unknown as ApiKey;
}
