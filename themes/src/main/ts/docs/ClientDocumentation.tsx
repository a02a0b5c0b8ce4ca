import { MOST_AT_ONCE } from "../api/keysApi";
import type { ApiKey, OwnerType } from "../api/types";
import { Failure } from "../ui/Failure";
import { Loading } from "../ui/Loading";
import { usePages } from "../ui/pages";
import { useLoad } from "../ui/useLoad";
import { ApiDocumentation } from "./ApiDocumentation";

export interface ClientDocumentationProps {
    readonly clientId: string;
    /** What the client says where its document is. */
    readonly url: string;
    /** The key to begin with, whatever its status; without one, all that keys of the client may have. */
    readonly apiKey?: ApiKey;
    /** Whose keys are meant, where the caller has some of both kinds. */
    readonly ownerType?: OwnerType;
}

/** The documentation for the keys of a client that the caller may see. */
export function ClientDocumentation({ clientId, url, apiKey, ownerType }: ClientDocumentationProps) {
    const { keys } = usePages();
    const told = useLoad(`${clientId} ${ownerType ?? ""}`, () =>
        Promise.all([
            keys.scopes(clientId, ownerType),
            keys.list(
                { clientId, status: "active", ...(ownerType === undefined ? {} : { ownerType }) },
                { sort: "name", direction: "asc", first: 0, max: MOST_AT_ONCE },
            ),
            keys.policies(),
        ]),
    );
    if (told.problem) {
        return <Failure problem={told.problem} onRetry={told.reload} />;
    }
    if (!told.value) {
        return <Loading />;
    }
    const [catalogue, list, policies] = told.value;
    return (
        <ApiDocumentation
            url={url}
            {...(apiKey === undefined ? {} : { keyId: apiKey.id })}
            scopes={catalogue.resources.flatMap(({ scopes }) => scopes.map(({ name }) => name))}
            keys={apiKey === undefined ? list : [apiKey, ...list.filter(({ id }) => id !== apiKey.id)]}
            defaultLimits={policies.defaultLimits}
            errorFormats={policies}
        />
    );
}
