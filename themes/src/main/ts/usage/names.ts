import { outcomeKey, rateKey, readable, reasonKey } from "../model/usage";
import { usePages, useT } from "../ui/pages";

/** What becomes of calls is called as the texts have it, which a realm may add to, and otherwise by its own name. */
export function useNames() {
    const t = useT();
    const { messages } = usePages();
    const named = (key: string, otherwise: string) => (messages.texts.has(key) ? t(key) : otherwise);
    return {
        reason: (name: string) => named(reasonKey(name), readable(name)),
        outcome: (name: string) => named(outcomeKey(name), readable(name)),
        rate: (name: string) => named(rateKey(name), t("apiKeysUsageRate", { name: readable(name) })),
    };
}
