import type { AccountContext } from "../context";
import { Http } from "./http";
import { KeysApi } from "./keysApi";

/** Our account REST API for one realm. */
export class AccountKeysApi extends KeysApi {
    constructor(context: AccountContext) {
        super(
            new Http(context, context.serverBaseUrl),
            `/realms/${encodeURIComponent(context.realm)}/api-keys/account`,
        );
    }
}
