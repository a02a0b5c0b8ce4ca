import type { ConsoleContext } from "../context";
import { Http } from "./http";
import type { AdminEvent, Client, ClientScope, User, WhoAmI } from "./types";

/** The parts of Keycloak's own admin REST API that the pages need. */
export class KeycloakApi {
    private readonly http: Http;
    private readonly realm: string;
    private readonly realmName: string;

    constructor(context: ConsoleContext) {
        this.http = new Http(context, context.adminBaseUrl);
        this.realmName = context.realm;
        this.realm = `/admin/realms/${encodeURIComponent(context.realm)}`;
    }

    client(uuid: string): Promise<Client> {
        return this.http.get(`${this.realm}/clients/${encodeURIComponent(uuid)}`);
    }

    /**
     * Writes some attributes of the client; an empty text removes one. Everything else goes back as it was read just now,
     * because Keycloak takes whole representations only.
     */
    async changeClient(uuid: string, attributes: Readonly<Record<string, string>>): Promise<void> {
        const present = await this.client(uuid);
        await this.http.put(`${this.realm}/clients/${encodeURIComponent(uuid)}`, {
            ...present,
            attributes: { ...present.attributes, ...attributes },
        });
    }

    clientScopes(): Promise<ClientScope[]> {
        return this.http.get(`${this.realm}/client-scopes`);
    }

    createClientScope(scope: ClientScope): Promise<unknown> {
        return this.http.post(`${this.realm}/client-scopes`, scope);
    }

    /** Writes what is given; everything else goes back as it was read just now. */
    async changeClientScope(id: string, change: ClientScope): Promise<void> {
        const present: ClientScope = await this.http.get(this.clientScope(id));
        await this.http.put(this.clientScope(id), {
            ...present,
            ...change,
            attributes: { ...present.attributes, ...change.attributes },
        });
    }

    deleteClientScope(id: string): Promise<void> {
        return this.http.delete(this.clientScope(id));
    }

    users(search: string, max: number): Promise<User[]> {
        return this.http.get(`${this.realm}/users`, { search, max, briefRepresentation: true });
    }

    user(realm: string, id: string): Promise<User> {
        return this.http.get(`/admin/realms/${encodeURIComponent(realm)}/users/${encodeURIComponent(id)}`);
    }

    /** What was done to a key, the newest first; the paths of actions go on behind that of the key. */
    adminEvents(keyId: string, max: number): Promise<AdminEvent[]> {
        return this.http.get(`${this.realm}/admin-events`, { resourcePath: `api-keys/${keyId}*`, max });
    }

    /** @param loginRealm the realm that issued the token */
    whoAmI(loginRealm: string): Promise<WhoAmI> {
        return this.http.get(`/admin/${encodeURIComponent(loginRealm)}/console/whoami`, {
            currentRealm: this.realmName,
        });
    }

    /** Every text of the admin console, with what the realm says instead. */
    texts(loginRealm: string, locale: string): Promise<{ key: string; value: string }[]> {
        return this.http.get(`/resources/${encodeURIComponent(loginRealm)}/admin/${encodeURIComponent(locale)}`);
    }

    private clientScope(id: string): string {
        return `${this.realm}/client-scopes/${encodeURIComponent(id)}`;
    }
}
