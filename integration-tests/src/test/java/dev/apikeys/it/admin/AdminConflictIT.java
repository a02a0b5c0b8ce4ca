package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of one key that do not know of each other: one after the other, or 409 where the writer asked for it. */
class AdminConflictIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final int WRITERS = 8;

    private final AdminApi api = AdminApi.of(realm);
    private final CreatedKey key = api.created(NewKeys.named("Contended"));

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    private int version() {
        return api.read(key.id()).path("version");
    }

    @Nested
    class AVersion {

        @Test
        void thatIsPresentIsAccepted() {
            api.update(key.id(), Map.of("name", "One", "version", 0))
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(1));
            api.update(key.id(), Map.of("name", "Two", "version", 1))
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 2, Long.MAX_VALUE})
        void thatIsNotPresentIsAConflictAndChangesNothing(long version) {
            api.update(key.id(), Map.of("name", "One")).then().body("version", equalTo(1));
            api.update(key.id(), Map.of("name", "Two", "version", version))
                    .then()
                    .statusCode(409)
                    .body("errorMessage", containsString("has version 1 by now, not " + version));
            api.read(key.id()).then().body("name", equalTo("One"));
        }
    }

    @Nested
    class ParallelUpdates {

        @RepeatedTest(3)
        void ofTheSameVersionSucceedOnce() {
            Map<Integer, Long> statuses =
                    Parallel.statuses(WRITERS, i -> api.update(key.id(), Map.of("name", "Writer " + i, "version", 0)));
            assertThat(statuses).isEqualTo(Map.of(200, 1L, 409, WRITERS - 1L));
            assertThat(version()).isEqualTo(1);
        }

        @RepeatedTest(3)
        void withoutAVersionAreWrittenOneAfterTheOther() {
            Map<Integer, Long> statuses = Parallel.statuses(
                    WRITERS,
                    i -> api.update(
                            key.id(), Map.of("name", "Writer " + i, "scopes", List.of("calls:read", "contacts:read"))));
            assertThat(statuses).isEqualTo(Map.of(200, (long) WRITERS));
            assertThat(version()).isEqualTo(WRITERS);
        }
    }

    @Nested
    class ParallelRotations {

        @RepeatedTest(3)
        void leaveOneGoodValue() {
            Queue<String> values = new ConcurrentLinkedQueue<>(List.of(key.value()));
            Map<Integer, Long> statuses = Parallel.statuses(WRITERS, i -> {
                Response rotated = api.act(key.id(), "rotate");
                values.add(CreatedKey.of(rotated).value());
                return rotated;
            });
            assertThat(statuses).isEqualTo(Map.of(200, (long) WRITERS));
            assertThat(values).hasSize(WRITERS + 1).doesNotHaveDuplicates();
            assertThat(values)
                    .filteredOn(value -> api.introspect(value).<Boolean>path("active"))
                    .hasSize(1);
        }
    }

    @Nested
    class ParallelEndings {

        @RepeatedTest(3)
        void byDeleteSucceedOnce() {
            Map<Integer, Long> statuses = Parallel.statuses(WRITERS, i -> api.delete(key.id()));
            assertThat(statuses).isEqualTo(Map.of(204, 1L, 404, WRITERS - 1L));
            api.read(key.id()).then().statusCode(404);
        }

        @RepeatedTest(3)
        void byRevokeEndTheKeyOnce() {
            Map<Integer, Long> statuses = Parallel.statuses(WRITERS, i -> api.act(key.id(), "revoke"));
            assertThat(statuses).isEqualTo(Map.of(200, (long) WRITERS));
            api.read(key.id()).then().body("status", equalTo("revoked")).body("version", equalTo(1));
        }

        @RepeatedTest(3)
        void whileOthersChangeTheKeyAreFinal() {
            Map<Integer, Long> statuses = Parallel.statuses(
                    WRITERS,
                    i -> i % 2 == 0 ? api.delete(key.id()) : api.update(key.id(), Map.of("name", "Writer " + i)));
            assertThat(statuses.keySet()).isSubsetOf(200, 204, 404);
            assertThat(statuses.get(204)).isEqualTo(1);
            api.read(key.id()).then().statusCode(404);
        }
    }
}
