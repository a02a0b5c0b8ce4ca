package dev.apikeys.it.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.Database;
import dev.apikeys.server.KeycloakServer;
import dev.apikeys.server.PostgresServer;
import dev.apikeys.server.ServerOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Users whom an organization has brought along: Keycloak removes them with their membership, and not by the door through which
 * administrators remove users. Only a login at the organization's identity provider makes such members, so it is
 * written into the database here: an import takes the field and makes ordinary ones.
 */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagedMembersIT {

    private PostgresServer postgres;
    private KeycloakServer keycloak;
    private Database.PostgreSql tables;
    private TestRealm realm;
    private Keys keys;

    @BeforeAll
    void start() {
        postgres = PostgresServer.start();
        tables = postgres.createDatabase("members");
        keycloak = KeycloakServer.start(ServerOptions.named("it-members").withDatabase(tables));
        realm = TestRealm.onServer(keycloak, "demo-realm.json");
        realm.importNow();
        keys = new Keys(realm);
    }

    @AfterAll
    void stop() {
        keycloak.close();
        postgres.close();
    }

    private void addManaged(Organization organization, String username) throws SQLException {
        organization.add(username);
        try (Connection database = tables.connect();
                PreparedStatement update = database.prepareStatement(
                        "update USER_GROUP_MEMBERSHIP set MEMBERSHIP_TYPE = 'MANAGED' where USER_ID = ?")) {
            update.setString(1, realm.users().id(username));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void anOrganizationThatIsRemovedTakesTheKeysOfItsManagedMembersAlongAndNoOthers() throws SQLException {
        Organization brief = Organization.create(realm, "brief");
        addManaged(brief, "alice");
        brief.add("query-only");
        String managed = realm.users().id("alice");
        NewKey gone = keyOf(managed);
        NewKey staying = keyOf(realm.users().id("query-only"));
        NewKey ofClient = keys.create();

        brief.delete();

        assertGone(managed, gone);
        keys.introspect(staying).then().body("active", equalTo(true));
        keys.introspect(ofClient).then().body("active", equalTo(true));
    }

    @Test
    void aManagedMemberWhoIsRemovedFromTheOrganizationLeavesNoKeys() throws SQLException {
        Organization lasting = Organization.create(realm, "lasting");
        addManaged(lasting, "key-viewer");
        String managed = realm.users().id("key-viewer");
        NewKey gone = keyOf(managed);

        lasting.remove("key-viewer");

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
