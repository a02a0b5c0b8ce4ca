import { Button, Label, LabelGroup, Tooltip } from "@patternfly/react-core";
import type { ApiKey } from "../api/types";
import { useT } from "./pages";

const SHOWN = 2;

/** The first two scopes of a key; the rest by hovering over their number, or by moving the keyboard's focus there. */
export function ScopeBadges({ apiKey }: { readonly apiKey: ApiKey }) {
    const t = useT();
    const names = apiKey.fullAccess
        ? [t("apiKeysFullAccess")]
        : [...new Set([...apiKey.scopes, ...apiKey.effectiveScopes])];
    const rest = names.slice(SHOWN);
    return (
        <>
            {names.slice(0, SHOWN).map((name) => (
                <Label key={name} isCompact color={apiKey.fullAccess ? "gold" : "blue"} className="api-keys-badge">
                    {name}
                </Label>
            ))}
            {rest.length > 0 && (
                <Tooltip content={rest.join(", ")}>
                    <Button variant="plain" className="api-keys-more" aria-label={rest.join(", ")}>
                        {t("apiKeysMore", { count: rest.length })}
                    </Button>
                </Tooltip>
            )}
        </>
    );
}

/** All of them. */
export function Names({ names, otherwise }: { readonly names: readonly string[]; readonly otherwise: string }) {
    return names.length === 0 ? (
        <>{otherwise}</>
    ) : (
        <LabelGroup numLabels={100}>
            {names.map((name) => (
                <Label key={name} isCompact color="blue">
                    {name}
                </Label>
            ))}
        </LabelGroup>
    );
}
