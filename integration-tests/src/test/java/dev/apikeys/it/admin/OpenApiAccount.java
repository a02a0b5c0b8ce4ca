package dev.apikeys.it.admin;

import dev.apikeys.it.account.AccountApi;
import dev.apikeys.it.account.AccountOperation;
import dev.apikeys.it.account.People;
import dev.apikeys.it.support.TestRealm;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;

/** Every answer of the account API that the OpenAPI document promises. */
record OpenApiAccount(TestRealm realm, OpenApiContract contract) {

    private static final String NOWHERE = "00000000-0000-4000-8000-000000000000";

    void ask() {
        new People(realm).createWithAccountRoles("groups-only", "view-groups");
        AccountApi alice = AccountApi.of(realm, "alice", contract);
        String id = succeed(alice);
        refuse(alice, id);
        conflict(alice);
        for (AccountApi outsider : List.of(alice.asNobody(), AccountApi.of(realm, "groups-only", contract))) {
            AccountOperation.all().forEach(operation -> operation.send(outsider, id));
        }
    }

    private static Map<String, Object> key() {
        return NewKeys.named("Own");
    }

    private static String succeed(AccountApi alice) {
        String id = alice.created(key()).id();
        AccountOperation.all().forEach(operation -> operation.send(alice, id));
        return alice.created(key()).id();
    }

    private static void refuse(AccountApi alice, String id) {
        alice.create(NewKeys.with("limits", List.of()));
        alice.list(Map.of("max", 0));
        alice.count(Map.of("status", "gone"));
        alice.clients(Map.of("max", 0));
        alice.scopes(Map.of("clientId", "nobody"));
        alice.usage(id, Map.of("bucket", "year"));
        alice.update(id, Map.of("colour", "red"));
        alice.rotate(id, Map.of("overlap", -1));
        AccountApi plain = alice.sending(ContentType.TEXT);
        plain.create("{}");
        plain.update(id, "{}");
        plain.rotate(id, "{}");
        AccountOperation.onOneKey().forEach(operation -> operation.send(alice, NOWHERE));
    }

    private void conflict(AccountApi alice) {
        String id = alice.created(key()).id();
        alice.act(id, "revoke");
        List.of("enable", "disable", "rotate").forEach(action -> alice.act(id, action));
        alice.update(id, Map.of("name", "x"));
        realm.setAttribute("api-keys.max-active-per-user", "0");
        alice.create(key());
        realm.setAttribute("api-keys.max-active-per-user", "");
    }
}
