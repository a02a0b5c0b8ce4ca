import { MenuToggle } from "@patternfly/react-core";
import EllipsisVIcon from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon";
import { ActionsColumn, type IAction } from "@patternfly/react-table";
import { useT } from "./pages";

interface RowActionsProps {
    /** Of what the row tells. */
    readonly name: string;
    readonly items: IAction[];
}

/** The menu at the end of a row. */
export function RowActions({ name, items }: RowActionsProps) {
    const t = useT();
    return (
        <ActionsColumn
            actionsToggle={({ onToggle, isOpen, isDisabled, toggleRef }) => (
                <MenuToggle
                    ref={toggleRef}
                    variant="plain"
                    aria-label={t("apiKeysActionsOf", { name })}
                    onClick={onToggle}
                    isExpanded={isOpen}
                    isDisabled={isDisabled}
                >
                    <EllipsisVIcon />
                </MenuToggle>
            )}
            items={items}
        />
    );
}
