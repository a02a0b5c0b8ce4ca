import { Component, type ReactNode } from "react";

interface DocumentBoundaryProps {
    /** What stands there instead. */
    readonly failed: ReactNode;
    readonly children: ReactNode;
}

/** Anybody may have written the document: what cannot be shown of it must not take the rest of the page with it. */
export class DocumentBoundary extends Component<DocumentBoundaryProps, { readonly failed: boolean }> {
    static getDerivedStateFromError() {
        return { failed: true };
    }

    override readonly state = { failed: false };

    override render() {
        return this.state.failed ? this.props.failed : this.props.children;
    }
}
