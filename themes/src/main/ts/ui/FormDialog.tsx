import { Button, Form, Modal, ModalVariant } from "@patternfly/react-core";
import type { FormEvent, ReactNode } from "react";
import type { Problem } from "../api/problem";
import { useT } from "./pages";
import { ProblemAlert } from "./ProblemAlert";

interface FormDialogProps {
    readonly id: string;
    readonly title: string;
    readonly description?: string;
    readonly variant: ModalVariant;
    /** What the button says that submits, and how tests find it. */
    readonly submit: string;
    readonly submitTestId: string;
    /** What stands at no field; null for nothing. */
    readonly problem: Problem | null;
    readonly problemTestId: string;
    readonly busy: boolean;
    readonly onSubmit: () => Promise<void>;
    readonly onClose: () => void;
    readonly children: ReactNode;
}

/** A form in a dialog of its own. */
export function FormDialog(props: FormDialogProps) {
    const t = useT();
    return (
        <Modal
            isOpen
            variant={props.variant}
            title={props.title}
            description={props.description}
            onClose={props.onClose}
            actions={[
                <Button
                    key="submit"
                    type="submit"
                    form={props.id}
                    isDisabled={props.busy}
                    isLoading={props.busy}
                    data-testid={props.submitTestId}
                >
                    {props.submit}
                </Button>,
                <Button key="cancel" variant="link" onClick={props.onClose}>
                    {t("apiKeysCancel")}
                </Button>,
            ]}
        >
            {props.problem && (
                <ProblemAlert problem={props.problem} testId={props.problemTestId} className="pf-v5-u-mb-md" />
            )}
            <Form
                id={props.id}
                noValidate
                onSubmit={(event: FormEvent) => {
                    event.preventDefault();
                    void props.onSubmit();
                }}
            >
                {props.children}
            </Form>
        </Modal>
    );
}
