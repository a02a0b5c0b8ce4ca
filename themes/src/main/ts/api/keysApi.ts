import type { UsageQuery } from "../model/usage";
import type { Http } from "./http";
import type {
    ApiKey,
    ApiKeyWithValue,
    KeyClient,
    KeyFields,
    KeyPage,
    KeyQuery,
    NewKey,
    OwnerType,
    Policies,
    ScopeCatalogue,
} from "./types";
import type { Usage } from "./usage";

/** As many keys or clients as one request tells. */
export const MOST_AT_ONCE = 100;

/** What our REST APIs have in common: that for administrators, and that for users about keys of their own. */
export class KeysApi {
    constructor(
        protected readonly http: Http,
        protected readonly base: string,
    ) {}

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

    usage(id: string, query: UsageQuery): Promise<Usage> {
        return this.http.get(`${this.member(id)}/usage`, { ...query });
    }

    policies(): Promise<Policies> {
        return this.http.get(`${this.base}/policies`);
    }

    /** @param ownerType whose keys of them are meant; administrators need not say */
    clients(search: string, max: number, ownerType?: OwnerType): Promise<KeyClient[]> {
        return this.http.get(`${this.base}/clients`, { search, max, ownerType });
    }

    scopes(clientId: string, ownerType?: OwnerType): Promise<ScopeCatalogue> {
        return this.http.get(`${this.base}/scopes`, { clientId, ownerType });
    }

    protected member(id: string): string {
        return `${this.base}/${encodeURIComponent(id)}`;
    }
}
