import { ActionGroup, Button, Form } from "@patternfly/react-core";
import type { FormEvent, ReactNode } from "react";
import type { Problem } from "../api/problem";
import { useT } from "../ui/pages";
import { ProblemAlert } from "../ui/ProblemAlert";
import { useUnsaved } from "../ui/useUnsaved";

interface SavedFormProps {
    readonly testId: string;
    /** How the test ids of the parts begin. */
    readonly parts: string;
    readonly unsaved: boolean;
    readonly busy: boolean;
    /** Without it, the form can only be read. */
    readonly manage: boolean;
    /** What stands at no field; null for nothing. */
    readonly problem: Problem | null;
    readonly onSave: () => Promise<void>;
    readonly onRevert: () => void;
    readonly children: ReactNode;
}

/** Settings on a page, which stay as they were until they are saved; leaving before that asks. */
export function SavedForm(props: SavedFormProps) {
    const t = useT();
    const question = useUnsaved(props.unsaved);
    const idle = !props.unsaved || props.busy;
    return (
        <Form
            isHorizontal
            noValidate
            className="api-keys-form"
            aria-busy={props.busy}
            data-testid={props.testId}
            onSubmit={(event: FormEvent) => {
                event.preventDefault();
                void props.onSave();
            }}
        >
            {question}
            {props.problem && <ProblemAlert problem={props.problem} testId={`${props.parts}-problem`} />}
            {props.children}
            {props.manage && (
                <ActionGroup>
                    <Button type="submit" isDisabled={idle} isLoading={props.busy} data-testid={`${props.parts}-save`}>
                        {t("apiKeysSave")}
                    </Button>
                    <Button
                        variant="link"
                        isDisabled={idle}
                        onClick={props.onRevert}
                        data-testid={`${props.parts}-revert`}
                    >
                        {t("apiKeysRevert")}
                    </Button>
                </ActionGroup>
            )}
        </Form>
    );
}
