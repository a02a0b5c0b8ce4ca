import { FormSelect, FormSelectOption, TextArea, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useT } from "../ui/pages";
import { Markdown } from "./Markdown";
import type { Body } from "./payloads";

interface BodyFieldProps {
    readonly id: string;
    readonly body: Body;
    readonly text: string;
    readonly onChange: (text: string) => void;
}

/** The body, from one of the examples or made up from the schema, for the reader to change. */
export function BodyField({ id, body, text, onChange }: BodyFieldProps) {
    const t = useT();
    const [chosen, setChosen] = useState(0);

    function choose(index: number) {
        setChosen(index);
        onChange(body.payloads[index]?.text ?? "");
    }

    return (
        <>
            <Title headingLevel="h4" className="api-docs-heading">
                {t("apiKeysDocsBody")}{" "}
                <small>
                    {body.mediaType}
                    {body.required && `, ${t("apiKeysDocsRequired")}`}
                </small>
            </Title>
            <Markdown text={body.description} />
            {body.payloads.length > 1 && (
                <FormSelect
                    aria-label={t("apiKeysDocsExample")}
                    data-testid="api-docs-example"
                    className="api-docs-select pf-v5-u-mb-sm"
                    value={chosen}
                    onChange={(_, index) => choose(Number(index))}
                >
                    {body.payloads.map(({ name, label }, index) => (
                        <FormSelectOption
                            key={index}
                            value={index}
                            label={name === null ? t("apiKeysDocsGenerated") : label}
                        />
                    ))}
                </FormSelect>
            )}
            <TextArea
                aria-label={`${t("apiKeysDocsBody")}: ${id}`}
                data-testid="api-docs-body"
                className="api-keys-mono"
                resizeOrientation="vertical"
                autoResize
                spellCheck={false}
                value={text}
                onChange={(_, changed) => onChange(changed)}
            />
        </>
    );
}
