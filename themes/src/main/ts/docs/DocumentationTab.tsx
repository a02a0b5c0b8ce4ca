import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { useLoad } from "../ui/useLoad";
import type { ClientDocumentationProps } from "./ClientDocumentation";

/** The documentation of a client's API. Its code, with all that reads OpenAPI, is loaded when somebody wants to see it. */
export function DocumentationTab(props: ClientDocumentationProps) {
    const code = useLoad("documentation", () => import("./ClientDocumentation"));
    if (code.value) {
        return <code.value.ClientDocumentation {...props} />;
    }
    return code.problem ? <Failure problem={code.problem} onRetry={code.reload} /> : <Loading />;
}
