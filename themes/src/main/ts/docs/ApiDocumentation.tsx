import { Loading } from "../ui/Loading";
import { useLoad } from "../ui/useLoad";
import { DocumentBoundary } from "./DocumentBoundary";
import { DocumentFailed } from "./DocumentFailed";
import type { ErrorFormats } from "./errors";
import { fetchDocument } from "./fetchDocument";
import { Reference } from "./Reference";

/** A key for whose permissions the documentation can be shown. */
export interface DocumentedKey {
    readonly id: string;
    readonly name: string;
    readonly display: string;
    readonly effectiveScopes: readonly string[];
    /** Absent: the realm's default; empty: none. */
    readonly limits?: readonly string[];
}

export interface ApiDocumentationProps {
    /** Where the OpenAPI document is. */
    readonly url: string;
    /** Every scope that there is for keys, whether or not there is a key with it. */
    readonly scopes: readonly string[];
    readonly keys: readonly DocumentedKey[];
    /** The one to begin with. */
    readonly keyId?: string;
    /** Rate limits of keys that have none of their own. */
    readonly defaultLimits: readonly string[];
    readonly errorFormats: ErrorFormats;
}

/** How to call an API with a key: what its OpenAPI document says of the operations that the key's scopes permit. */
export function ApiDocumentation(props: ApiDocumentationProps) {
    const outcome = useLoad(props.url, () => fetchDocument(props.url));
    if (outcome.loading || outcome.value === undefined) {
        return <Loading />;
    }
    return outcome.value.kind === "read" ? (
        <DocumentBoundary
            failed={<DocumentFailed url={props.url} failure={{ reason: "Unusable" }} onRetry={outcome.reload} />}
        >
            <Reference {...props} document={outcome.value.document} documentUrl={outcome.value.url} />
        </DocumentBoundary>
    ) : (
        <DocumentFailed url={props.url} failure={outcome.value} onRetry={outcome.reload} />
    );
}
