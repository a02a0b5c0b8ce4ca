package dev.apikeys.it.admin;

import dev.apikeys.it.support.TestRealm;
import java.util.Map;

/** Client scopes of a test realm that bundle others. */
final class ScopeGroups {

    private ScopeGroups() {}

    static void create(TestRealm realm, String name, String includes) {
        realm.clientScopes().create(representation(name, includes));
    }

    static void setIncludes(TestRealm realm, String name, String includes) {
        realm.clientScopes().update(name, scope -> scope.putAll(representation(name, includes)));
    }

    private static Map<String, Object> representation(String name, String includes) {
        return Map.of(
                "name",
                name,
                "description",
                "Group " + name,
                "protocol",
                "openid-connect",
                "attributes",
                Map.of(
                        "api-keys.scope-group", "true",
                        "api-keys.includes", includes,
                        "api-keys.best-for", "Tests"));
    }
}
