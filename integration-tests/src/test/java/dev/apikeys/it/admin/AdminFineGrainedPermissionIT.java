package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.FineGrained;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.support.Transfers;
import dev.apikeys.it.support.Transfers.Report;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fine-grained admin permissions: what a delegated administrator finds. What they may do is in the permission matrix. */
class AdminFineGrainedPermissionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final AdminApi master = AdminApi.of(realm);

    private static CreatedKey hidden = new CreatedKey("", "");

    private final AdminApi delegate = master.asUser("query-only");

    /** The delegate may manage one client, view another, and nothing about a third. */
    @BeforeAll
    static void delegateTwoClients() {
        realm.admin()
                .body(Map.of("adminPermissionsEnabled", true))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        keyOfNewClient("managed");
        keyOfNewClient("viewed");
        hidden = keyOfNewClient("hidden");
        FineGrained permissions = new FineGrained(realm);
        String policy = permissions.policy("the delegate", List.of("query-only"));
        permissions.permit("delegate managed", policy, "managed", List.of("view", "manage"));
        permissions.permit("delegate viewed", policy, "viewed", List.of("view"));
    }

    private static CreatedKey keyOfNewClient(String clientId) {
        KeyClients.create(realm, clientId);
        Map<String, Object> key = NewKeys.named("Key of " + clientId);
        key.put("clientId", clientId);
        return master.created(key);
    }

    @Nested
    class AList {

        @Test
        void hasTheKeysOfTheClientsThatTheDelegateMayView() {
            delegate.list(Map.of("sort", "name"))
                    .then()
                    .statusCode(200)
                    .body("clientId", equalTo(List.of("managed", "viewed")));
            assertThat(delegate.count(Map.of()).asString()).isEqualTo("2");
            assertThat(master.count(Map.of()).asString()).isEqualTo("3");
        }

        @Test
        void isCutIntoPagesAfterThat() {
            delegate.list(Map.of("sort", "name", "first", 1, "max", 1))
                    .then()
                    .body("clientId", equalTo(List.of("viewed")));
        }

        @Test
        void doesNotTellOfOtherClientsByAFilter() {
            assertThat(delegate.count(Map.of("clientId", "hidden")).asString()).isEqualTo("0");
            assertThat(delegate.count(Map.of("search", hidden.id())).asString()).isEqualTo("0");
        }
    }

    @Nested
    class ManyKeysAtOnce {

        private final Transfers ofDelegate = Transfers.of(realm).asUser("query-only");

        @Test
        void areTakenForManagedClientsOnly() {
            Report report = ofDelegate.importLines(List.of(
                    KeyRecords.with(KeyRecords.of("m", "foreign-m"), "clientId", "managed"),
                    KeyRecords.with(KeyRecords.of("v", "foreign-v"), "clientId", "viewed"),
                    KeyRecords.with(KeyRecords.of("h", "foreign-h"), "clientId", "hidden"),
                    KeyRecords.with(KeyRecords.of("n", "foreign-n"), "clientId", "none-such")));

            assertThat(report.count("imported")).isEqualTo(1);
            assertThat(List.of(report.fields(2), report.fields(3), report.fields(4)))
                    .containsOnly(List.of("clientId"));
            master.list(Map.of("search", "m", "clientId", "managed", "sort", "createdAt"))
                    .<List<String>>path("findAll { it.externalId == 'm' }.id")
                    .forEach(master::delete);
        }

        @Test
        void areHandedOutOfManagedClientsOnly() {
            assertThat(ofDelegate.exported("").stream()
                            .map(record -> record.path("clientId").asText()))
                    .containsOnly("managed");
            for (String clientId : List.of("viewed", "hidden", "none-such")) {
                assertThat(ofDelegate.export("?clientId=" + clientId, "*/*").statusCode())
                        .isEqualTo(403);
            }
        }
    }
}
