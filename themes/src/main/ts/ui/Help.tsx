import { Popover } from "@patternfly/react-core";
import HelpIcon from "@patternfly/react-icons/dist/esm/icons/help-icon";
import { useT } from "./pages";

/** A question mark behind the label of a field, as the console has it. */
export function Help({ label, text }: { readonly label: string; readonly text: string }) {
    const t = useT();
    return (
        <Popover bodyContent={text} closeBtnAriaLabel={t("apiKeysClose")} aria-label={label}>
            <button
                type="button"
                aria-label={t("apiKeysHelpOf", { label })}
                className="pf-v5-c-form__group-label-help"
                onClick={(event) => event.preventDefault()}
            >
                <HelpIcon />
            </button>
        </Popover>
    );
}
