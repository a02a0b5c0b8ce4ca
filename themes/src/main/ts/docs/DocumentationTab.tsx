import { OnDemand } from "../ui/OnDemand";
import type { ClientDocumentationProps } from "./ClientDocumentation";

/** The documentation of a client's API; its code has all that reads OpenAPI. */
export function DocumentationTab(props: ClientDocumentationProps) {
    return (
        <OnDemand name="documentation" code={() => import("./ClientDocumentation")}>
            {({ ClientDocumentation }) => <ClientDocumentation {...props} />}
        </OnDemand>
    );
}
