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
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
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
    const [active, setActive] = useState(-1);
    const wanted = useDebounced(text ?? "");
    const found = useLoad(`${open}:${wanted}`, () => (open ? search(wanted) : Promise.resolve([])));
    const choices = found.value ?? [];
    const field = useRef<HTMLInputElement>(null);

    // a listener of the field's own: dialogs listen at the body, and would close with the list
    useEffect(() => {
        const input = field.current;
        const onEscape = (event: globalThis.KeyboardEvent) => {
            if (open && event.key === "Escape") {
                event.stopPropagation();
                close();
            }
        };
        input?.addEventListener("keydown", onEscape);
        return () => input?.removeEventListener("keydown", onEscape);
    }, [open]);

    function choose(choice: Choice | null) {
        onSelect(choice);
        setText(null);
        close();
    }

    function close() {
        setOpen(false);
        setActive(-1);
    }

    /** The focus stays in the field: the arrows only say which choice Enter takes. */
    function onKeyDown(event: KeyboardEvent) {
        const choice = open ? choices[active] : undefined;
        switch (event.key) {
            case "ArrowDown":
            case "ArrowUp": {
                const step = event.key === "ArrowDown" ? 1 : -1;
                setOpen(true);
                setActive(
                    choices.length === 0
                        ? -1
                        : (Math.max(active, step < 0 ? 0 : -1) + step + choices.length) % choices.length,
                );
                break;
            }
            case "Enter":
                if (choice && !choice.disabled) {
                    choose(choice);
                } else {
                    setOpen(true);
                }
                break;
            case "Tab":
                close();
                return;
            default:
                return;
        }
        // the form is not sent
        event.preventDefault();
    }

    return (
        <Select
            isOpen={open}
            variant="typeahead"
            onOpenChangeKeys={["Escape"]}
            selected={selected?.value}
            onOpenChange={(opened) => (opened ? setOpen(true) : close())}
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
                            ref={field}
                            inputId={id}
                            aria-label={label}
                            role="combobox"
                            isExpanded={open}
                            aria-controls={`${id}-list`}
                            {...(open && active >= 0 ? { "aria-activedescendant": `${id}-${active}` } : {})}
                            placeholder={placeholder}
                            autoComplete="off"
                            value={text ?? selected?.label ?? ""}
                            onClick={() => setOpen(true)}
                            onChange={(_, value) => {
                                setText(value);
                                setActive(-1);
                                setOpen(true);
                            }}
                            onKeyDown={onKeyDown}
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
                {choices.map(({ value, label: name, description, disabled }, index) => (
                    <SelectOption
                        key={value}
                        id={`${id}-${index}`}
                        value={value}
                        description={description}
                        isDisabled={disabled ?? false}
                        isFocused={index === active}
                    >
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
