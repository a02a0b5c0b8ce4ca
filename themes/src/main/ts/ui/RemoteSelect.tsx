import {
    Button,
    MenuToggle,
    Select,
    SelectList,
    SelectOption,
    TextInputGroup,
    TextInputGroupMain,
    TextInputGroupUtilities,
} from "@patternfly/react-core";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useState } from "react";
import { useT } from "./pages";
import { useDebounced } from "./useDebounced";
import { useLoad } from "./useLoad";

/** Something to choose. */
export interface Choice {
    readonly value: string;
    readonly label: string;
    readonly description?: string;
    readonly disabled?: boolean;
}

interface RemoteSelectProps {
    readonly id: string;
    readonly label: string;
    readonly placeholder: string;
    readonly selected: Choice | null;
    /** Finds what can be chosen. */
    readonly search: (text: string) => Promise<Choice[]>;
    readonly onSelect: (choice: Choice | null) => void;
}

/** Chooses one of many, which the server finds while one types. */
export function RemoteSelect({ id, label, placeholder, selected, search, onSelect }: RemoteSelectProps) {
    const t = useT();
    const [open, setOpen] = useState(false);
    const [text, setText] = useState<string | null>(null);
    const wanted = useDebounced(text ?? "");
    const found = useLoad(`${open}:${wanted}`, () => (open ? search(wanted) : Promise.resolve([])));
    const choices = found.value ?? [];

    function choose(choice: Choice | null) {
        onSelect(choice);
        setText(null);
        setOpen(false);
    }

    return (
        <Select
            isOpen={open}
            selected={selected?.value}
            onOpenChange={setOpen}
            onSelect={(_, value) => choose(choices.find((choice) => choice.value === value) ?? null)}
            isScrollable
            toggle={(toggle) => (
                <MenuToggle
                    ref={toggle}
                    variant="typeahead"
                    isExpanded={open}
                    isFullWidth
                    aria-label={label}
                    onClick={() => setOpen(!open)}
                >
                    <TextInputGroup isPlain>
                        <TextInputGroupMain
                            inputId={id}
                            aria-label={label}
                            role="combobox"
                            isExpanded={open}
                            aria-controls={`${id}-list`}
                            placeholder={placeholder}
                            autoComplete="off"
                            value={text ?? selected?.label ?? ""}
                            onClick={() => setOpen(true)}
                            onChange={(_, value) => {
                                setText(value);
                                setOpen(true);
                            }}
                            onKeyDown={(event) => {
                                if (event.key === "ArrowDown") {
                                    setOpen(true);
                                }
                            }}
                        />
                        {(selected !== null || text !== null) && (
                            <TextInputGroupUtilities>
                                <Button variant="plain" aria-label={t("apiKeysClear")} onClick={() => choose(null)}>
                                    <TimesIcon />
                                </Button>
                            </TextInputGroupUtilities>
                        )}
                    </TextInputGroup>
                </MenuToggle>
            )}
        >
            <SelectList id={`${id}-list`}>
                {choices.map(({ value, label: name, description, disabled }) => (
                    <SelectOption key={value} value={value} description={description} isDisabled={disabled ?? false}>
                        {name}
                    </SelectOption>
                ))}
                {choices.length === 0 && (
                    <SelectOption isDisabled>
                        {found.problem?.message ?? t(found.loading ? "apiKeysLoading" : "apiKeysNothingFound")}
                    </SelectOption>
                )}
            </SelectList>
        </Select>
    );
}
