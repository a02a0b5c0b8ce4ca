import type { ConsoleContext } from "../context";
import type { UsageQuery } from "../model/usage";
import { Http } from "./http";
import type {
    ApiKey,
    ApiKeyWithValue,
    Effect,
    KeyClient,
    KeyFields,
    KeyPage,
    KeyQuery,
    NewGrant,
    NewKey,
    Policies,
    RealmScopeGroups,
    ScopeCatalogue,
    Settings,
    SettingsChange,
} from "./types";
import type { Usage } from "./usage";

/** Our own admin REST API for one realm. */
export class KeysApi {
    private readonly http: Http;
    private readonly base: string;

    constructor(context: ConsoleContext) {
        this.http = new Http(context);
        this.base = `/admin/realms/${encodeURIComponent(context.realm)}/api-keys`;
    }

    list(query: KeyQuery, page: KeyPage): Promise<ApiKey[]> {
        return this.http.get(this.base, { ...query, ...page });
    }

    count(query: KeyQuery): Promise<number> {
        return this.http.get(`${this.base}/count`, { ...query });
    }

    read(id: string): Promise<ApiKey> {
        return this.http.get(this.member(id));
    }

    create(key: NewKey): Promise<ApiKeyWithValue> {
        return this.http.post(this.base, key);
    }

    update(id: string, version: number, change: Partial<KeyFields>): Promise<ApiKey> {
        return this.http.put(this.member(id), { ...change, version });
    }

    enable(id: string): Promise<ApiKey> {
        return this.http.post(`${this.member(id)}/enable`);
    }

    disable(id: string): Promise<ApiKey> {
        return this.http.post(`${this.member(id)}/disable`);
    }

    revoke(id: string): Promise<ApiKey> {
        return this.http.post(`${this.member(id)}/revoke`);
    }

    /** @param overlap seconds for which the present value stays good */
    rotate(id: string, overlap: number): Promise<ApiKeyWithValue> {
        return this.http.post(`${this.member(id)}/rotate`, { overlap });
    }

    delete(id: string): Promise<void> {
        return this.http.delete(this.member(id));
    }

    usage(id: string, query: UsageQuery): Promise<Usage> {
        return this.http.get(`${this.member(id)}/usage`, { ...query });
    }

    /** What would come of a key that is not there yet. */
    acceptedBy(grant: NewGrant): Promise<Effect> {
        return this.http.post(`${this.base}/accepted-by`, grant);
    }

    policies(): Promise<Policies> {
        return this.http.get(`${this.base}/policies`);
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

    clients(search: string, max: number): Promise<KeyClient[]> {
        return this.http.get(`${this.base}/clients`, { search, max });
    }

    scopes(clientId: string): Promise<ScopeCatalogue> {
        return this.http.get(`${this.base}/scopes`, { clientId });
    }

    private member(id: string): string {
        return `${this.base}/${encodeURIComponent(id)}`;
    }
}
