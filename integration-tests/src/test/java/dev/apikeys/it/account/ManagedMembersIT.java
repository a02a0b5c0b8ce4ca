package dev.apikeys.it.account;

import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Users whom an organization has brought along, as by its identity provider: Keycloak removes them with their membership, and not
 * by the door through which administrators remove users. Only an import makes such members without a login.
 */
class ManagedMembersIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemoWith(Map.of(
            "organizationsEnabled",
            true,
            "organizations",
            List.of(
                    organization("short-lived", Map.of("alice", "MANAGED", "query-only", "UNMANAGED")),
                    organization("lasting", Map.of("key-viewer", "MANAGED")))));

    private final Keys keys = new Keys(realm);

    private static Map<String, Object> organization(String alias, Map<String, String> members) {
        return Map.of(
                "name",
                alias,
                "alias",
                alias,
                "domains",
                List.of(Map.of("name", alias + ".example.org")),
                "members",
                members.entrySet().stream()
                        .map(member -> Map.of("username", member.getKey(), "membershipType", member.getValue()))
                        .toList());
    }

    @Test
    void anOrganizationThatIsRemovedTakesTheKeysOfItsManagedMembersAlongAndNoOthers() {
        String managed = realm.users().id("alice");
        NewKey gone = keyOf(managed);
        NewKey staying = keyOf(realm.users().id("query-only"));
        NewKey ofClient = keys.create();

        Organization.find(realm, "short-lived").delete();

        assertGone(managed, gone);
        keys.introspect(staying).then().body("active", equalTo(true));
        keys.introspect(ofClient).then().body("active", equalTo(true));
    }

    @Test
    void aManagedMemberWhoIsRemovedFromTheOrganizationLeavesNoKeys() {
        String managed = realm.users().id("key-viewer");
        NewKey gone = keyOf(managed);

        Organization.find(realm, "lasting").remove("key-viewer");

        assertGone(managed, gone);
    }

    private NewKey keyOf(String user) {
        NewKey key = keys.create(Map.of("userId", user));
        keys.introspect(key).then().body("active", equalTo(true));
        return key;
    }

    private void assertGone(String user, NewKey key) {
        realm.admin().get(realm.adminUrl("/users/" + user)).then().statusCode(404);
        realm.admin().get(realm.adminUrl("/api-keys/" + key.id())).then().statusCode(404);
        keys.introspect(key).then().body("", equalTo(Map.of("active", false)));
    }
}
