import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import { asProblem, type Problem } from "../api/problem";
import { useT } from "./pages";
import { ProblemAlert } from "./ProblemAlert";

interface ConfirmProps {
    readonly title: string;
    readonly action: string;
    readonly danger?: boolean;
    readonly disabled?: boolean;
    readonly children: ReactNode;
    readonly onConfirm: () => Promise<void>;
    readonly onClose: () => void;
}

/** Asks before something is done, does it, and stays with what the server says when it could not be done. */
export function Confirm({
    title,
    action,
    danger = false,
    disabled = false,
    children,
    onConfirm,
    onClose,
}: ConfirmProps) {
    const t = useT();
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);

    async function confirm() {
        setBusy(true);
        setProblem(null);
        try {
            await onConfirm();
        } catch (error) {
            setProblem(asProblem(error));
            setBusy(false);
        }
    }

    return (
        <Modal
            isOpen
            variant={ModalVariant.small}
            title={title}
            {...(danger ? { titleIconVariant: "warning" as const } : {})}
            onClose={onClose}
            actions={[
                <Button
                    key="confirm"
                    data-testid="api-keys-confirm"
                    variant={danger ? "danger" : "primary"}
                    isDisabled={busy || disabled}
                    isLoading={busy}
                    onClick={() => void confirm()}
                >
                    {action}
                </Button>,
                <Button key="cancel" variant="link" onClick={onClose}>
                    {t("apiKeysCancel")}
                </Button>,
            ]}
        >
            {problem && <ProblemAlert problem={problem} testId="api-keys-confirm-problem" className="pf-v5-u-mb-md" />}
            {children}
        </Modal>
    );
}
