import { FormGroup, FormSelect, FormSelectOption, Text, TextContent, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import type { ApiKey, ApiKeyWithValue } from "../api/types";
import { Confirm } from "../ui/Confirm";
import { useAdminPages, usePages, useT } from "../ui/pages";

interface DialogProps<T> {
    readonly apiKey: ApiKey;
    readonly onDone: (result: T) => void;
    readonly onClose: () => void;
}

const HOUR = 3600;
/** Seconds. The REST API allows 30 days. */
const OVERLAPS = [0, HOUR, 24 * HOUR, 7 * 24 * HOUR, 30 * 24 * HOUR];

export function RotateDialog({ apiKey, onDone, onClose }: DialogProps<ApiKeyWithValue>) {
    const t = useT();
    const { keys } = usePages();
    const [overlap, setOverlap] = useState(0);
    return (
        <Confirm
            title={t("apiKeysRotateTitle", { name: apiKey.name })}
            action={t("apiKeysRotate")}
            onConfirm={async () => onDone(await keys.rotate(apiKey.id, overlap))}
            onClose={onClose}
        >
            <TextContent>
                <Text>{t("apiKeysRotateExplained")}</Text>
            </TextContent>
            <FormGroup label={t("apiKeysOverlap")} fieldId="api-keys-overlap" className="pf-v5-u-mt-md">
                <FormSelect id="api-keys-overlap" value={overlap} onChange={(_, value) => setOverlap(Number(value))}>
                    {OVERLAPS.map((seconds) => (
                        <FormSelectOption key={seconds} value={seconds} label={overlapText(seconds)} />
                    ))}
                </FormSelect>
            </FormGroup>
        </Confirm>
    );

    function overlapText(seconds: number): string {
        if (seconds === 0) {
            return t("apiKeysOverlapNone");
        }
        const hours = seconds / HOUR;
        return hours < 24 ? t("apiKeysHours", { count: hours }) : t("apiKeysDays", { count: hours / 24 });
    }
}

export function RevokeDialog({ apiKey, onDone, onClose }: DialogProps<ApiKey>) {
    const t = useT();
    const { keys } = usePages();
    return (
        <Confirm
            title={t("apiKeysRevokeTitle", { name: apiKey.name })}
            action={t("apiKeysRevoke")}
            danger
            onConfirm={async () => onDone(await keys.revoke(apiKey.id))}
            onClose={onClose}
        >
            {t("apiKeysRevokeExplained")}
        </Confirm>
    );
}

export function DeleteDialog({ apiKey, onDone, onClose }: DialogProps<null>) {
    const t = useT();
    const { keys } = useAdminPages();
    const [typed, setTyped] = useState("");
    return (
        <Confirm
            title={t("apiKeysDeleteTitle", { name: apiKey.name })}
            action={t("apiKeysDelete")}
            danger
            disabled={typed.trim() !== apiKey.name.trim()}
            onConfirm={async () => {
                await keys.delete(apiKey.id);
                onDone(null);
            }}
            onClose={onClose}
        >
            <TextContent>
                <Text>{t("apiKeysDeleteExplained")}</Text>
            </TextContent>
            <FormGroup
                label={t("apiKeysDeleteType", { name: apiKey.name })}
                fieldId="api-keys-delete-name"
                className="pf-v5-u-mt-md"
            >
                <TextInput
                    id="api-keys-delete-name"
                    value={typed}
                    autoComplete="off"
                    onChange={(_, value) => setTyped(value)}
                />
            </FormGroup>
        </Confirm>
    );
}
