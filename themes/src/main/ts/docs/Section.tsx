import { ExpandableSection, Label, Title } from "@patternfly/react-core";
import { useState } from "react";
import { useT } from "../ui/pages";
import type { JsonObject } from "./json";
import { Markdown } from "./Markdown";
import { OperationDetails } from "./OperationDetails";
import type { Operation, Section as Operations } from "./operations";
import type { PastedKey } from "./pastedKey";
import { openWay } from "./security";

/** What everything that is shown of an operation depends on. */
export interface Reader {
    readonly document: JsonObject;
    /** The scopes for which the documentation is shown. */
    readonly granted: ReadonlySet<string>;
    /** The chosen server; null when the document names none. */
    readonly base: string | null;
    /** The key to try requests with. */
    readonly pasted: PastedKey;
    readonly onPaste: (pasted: PastedKey) => void;
}

/** The operations of one tag. */
export function Section({ section, ...reader }: Reader & { readonly section: Operations }) {
    return (
        <section data-testid="api-docs-section">
            <Title headingLevel="h3" className="api-docs-heading">
                {section.name}
            </Title>
            <Markdown text={section.description} />
            {section.operations.map((operation) => (
                <OperationEntry key={operation.id} operation={operation} {...reader} />
            ))}
        </section>
    );
}

/** A line for an operation, and behind it everything else, which is only worked out when somebody opens it. */
function OperationEntry({ operation, ...reader }: Reader & { readonly operation: Operation }) {
    const t = useT();
    const [open, setOpen] = useState(false);
    const way = openWay(operation.ways, reader.granted);
    return (
        <ExpandableSection
            displaySize="lg"
            className="api-docs-operation"
            data-testid={`api-docs-operation-${operation.id}`}
            isExpanded={open}
            onToggle={(_, expanded) => setOpen(expanded)}
            toggleContent={
                <span className="api-docs-line">
                    <Label isCompact color="blue">
                        {operation.method}
                    </Label>
                    <code>{operation.path}</code>
                    {operation.summary !== undefined && <span>{operation.summary}</span>}
                    {operation.deprecated && (
                        <Label isCompact color="orange">
                            {t("apiKeysDocsDeprecated")}
                        </Label>
                    )}
                </span>
            }
        >
            {open && way && <OperationDetails operation={operation} way={way} {...reader} />}
        </ExpandableSection>
    );
}
