import { Alert, FormGroup } from "@patternfly/react-core";
import type { NewGrant } from "../api/types";
import { useAdminPages, useT } from "../ui/pages";
import { Names } from "../ui/ScopeBadges";
import { useDebounced } from "../ui/useDebounced";
import { useLoad } from "../ui/useLoad";

/** The APIs at which a key with the grant will work, before there is one; a warning when there is none. */
export function AcceptedBy({ grant }: { readonly grant: NewGrant | null }) {
    const t = useT();
    const { keys } = useAdminPages();
    const text = useDebounced(JSON.stringify(grant));
    const effect = useLoad(text, async () => {
        const asked = JSON.parse(text) as NewGrant | null;
        return asked && (await keys.acceptedBy(asked));
    });
    if (grant === null || effect.problem || !effect.value) {
        return null;
    }
    const names = effect.value.acceptedBy;
    return (
        <FormGroup label={t("apiKeysAcceptedBy")} role="group" fieldId="api-key-accepted-by">
            <div aria-live="polite" data-testid="api-key-accepted-by" aria-busy={effect.loading}>
                {names.length > 0 ? (
                    <Names names={names} otherwise="" />
                ) : (
                    <Alert isInline variant="warning" title={t("apiKeysAcceptedByNone")}>
                        {t("apiKeysAcceptedByNoneHint")}
                    </Alert>
                )}
            </div>
        </FormGroup>
    );
}
