import type { ConsoleContext } from "../context";
import { Http } from "./http";
import { KeysApi } from "./keysApi";
import type {
    AdminKeyClient,
    Effect,
    NewGrant,
    RealmScopeGroups,
    ScopeCatalogue,
    Settings,
    SettingsChange,
} from "./types";

/** Our admin REST API for one realm. */
export class AdminKeysApi extends KeysApi {
    constructor(context: ConsoleContext) {
        super(new Http(context, context.adminBaseUrl), `/admin/realms/${encodeURIComponent(context.realm)}/api-keys`);
    }

    delete(id: string): Promise<void> {
        return this.http.delete(this.member(id));
    }

    /** What would come of a key that is not there yet. */
    acceptedBy(grant: NewGrant): Promise<Effect> {
        return this.http.post(`${this.base}/accepted-by`, grant);
    }

    settings(): Promise<Settings> {
        return this.http.get(`${this.base}/settings`);
    }

    defaultSettings(): Promise<Settings> {
        return this.http.get(`${this.base}/settings/defaults`);
    }

    changeSettings(change: SettingsChange): Promise<Settings> {
        return this.http.put(`${this.base}/settings`, change);
    }

    scopeGroups(): Promise<RealmScopeGroups> {
        return this.http.get(`${this.base}/scope-groups`);
    }

    override clients(search: string, max: number): Promise<AdminKeyClient[]> {
        return this.http.get(`${this.base}/clients`, { search, max });
    }

    /** The same for every owner. */
    override scopes(clientId: string): Promise<ScopeCatalogue> {
        return super.scopes(clientId);
    }
}
