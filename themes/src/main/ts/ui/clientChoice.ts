import type { Choice } from "./RemoteSelect";

/** A client, by its id and the name that it may have. */
export function clientChoice({ clientId, name }: { clientId: string; name?: string }): Choice {
    return { value: clientId, label: clientId, ...(name ? { description: name } : {}) };
}
