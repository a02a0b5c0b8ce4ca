import { useState } from "react";
import type { Settings } from "../api/types";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { useAdminPages, useT } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { SettingsForm } from "./SettingsForm";

/** The tab with everything that the realm lays down for its keys. */
export function SettingsTab() {
    const t = useT();
    const { keys, notify } = useAdminPages();
    const [saved, setSaved] = useState<{ settings: Settings; round: number } | null>(null);
    const loaded = useLoad("settings", () => Promise.all([keys.settings(), keys.defaultSettings()]));
    if (loaded.value) {
        const [settings, defaults] = loaded.value;
        return (
            <SettingsForm
                key={saved?.round ?? 0}
                settings={saved?.settings ?? settings}
                defaults={defaults}
                onSaved={(changed) => {
                    setSaved({ settings: changed, round: (saved?.round ?? 0) + 1 });
                    notify("success", t("apiKeysSettingsSaved"));
                }}
            />
        );
    }
    return loaded.problem ? <Failure problem={loaded.problem} onRetry={loaded.reload} /> : <Loading />;
}
