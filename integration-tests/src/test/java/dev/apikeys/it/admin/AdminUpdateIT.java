package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 200 and 400: what a change changes, keeps and refuses. */
class AdminUpdateIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);
    private final CreatedKey key = api.created(everyField());

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    private static Map<String, Object> everyField() {
        Map<String, Object> fields = NewKeys.named("Nightly export");
        fields.put("description", "Every night");
        fields.put("scopes", List.of("calls:read", "contacts:read"));
        fields.put("allowedIps", List.of("127.0.0.1", "203.0.113.0/24"));
        fields.put("limits", List.of("60/minute"));
        fields.put("metadata", Map.of("team", "billing"));
        fields.put("expiresAt", "2999-01-31T00:00:00Z");
        return fields;
    }

    private Map<String, Object> read() {
        return api.read(key.id()).then().statusCode(200).extract().path("$");
    }

    @Nested
    class AnAbsentField {

        @Test
        void keepsWhatItWas() {
            Map<String, Object> before = read();
            api.update(key.id(), Map.of()).then().statusCode(200);
            Map<String, Object> after = read();
            assertThat(Instant.parse(after.remove("updatedAt").toString()))
                    .isAfterOrEqualTo(Instant.parse(before.remove("updatedAt").toString()));
            assertThat(after.remove("version")).isEqualTo((int) before.remove("version") + 1);
            assertThat(after).isEqualTo(before);
        }
    }

    @Nested
    class AFieldThatIsNull {

        @ParameterizedTest
        @ValueSource(strings = {"description", "limits", "expiresAt"})
        void isClearedAndAbsentThen(String field) {
            api.update(key.id(), NewKeys.only(field, null))
                    .then()
                    .statusCode(200)
                    .body("$", not(hasKey(field)));
            assertThat(read()).doesNotContainKey(field).containsEntry("name", "Nightly export");
        }

        @Test
        void isClearedAndEmptyThen() {
            api.update(key.id(), NewKeys.only("allowedIps", null)).then().body("allowedIps", empty());
        }

        @Test
        void isRefusedWhereAKeyCannotDoWithout() {
            assertRefused(api.update(key.id(), NewKeys.only("name", null)), "name", "", "text of 1 to 255 characters");
            assertRefused(api.update(key.id(), NewKeys.only("scopes", null)), "scopes", "", "at least one scope");
            assertRefused(api.update(key.id(), NewKeys.only("enabled", null)), "enabled", "", "true or false");
        }
    }

    @Nested
    class AFieldWithAValue {

        @Test
        void takesIt() {
            Map<String, Object> change = new HashMap<>();
            change.put("name", "Renamed");
            change.put("description", "By day");
            change.put("scopes", List.of("calls:write"));
            change.put("allowedIps", List.of("2001:db8::7"));
            change.put("limits", List.of());
            change.put("metadata", Map.of("tier", "gold"));
            change.put("expiresAt", "2998-01-31T00:00:00Z");
            change.put("enabled", false);
            api.update(key.id(), change).then().statusCode(200).body("status", equalTo("disabled"));
            assertThat(read()).containsAllEntriesOf(change);
        }

        @Test
        void canWidenToFullAccessAndNarrowAgain() {
            api.update(key.id(), Map.of("fullAccess", true))
                    .then()
                    .body("fullAccess", equalTo(true))
                    .body("scopes", empty());
            api.update(key.id(), Map.of("scopes", List.of("calls:read")))
                    .then()
                    .body("fullAccess", equalTo(false))
                    .body("scopes", equalTo(List.of("calls:read")));
        }

        @ParameterizedTest
        @CsvSource({
            "name,7,text of at most 255 characters",
            "description,7,text of at most 1000 characters",
            "fullAccess,maybe,true or false",
            "enabled,maybe,true or false",
            "limits,60/minute,a list of at most 8 texts",
            "metadata,text,a JSON object",
            "expiresAt,2020-01-01T00:00:00Z,an instant in the future",
            "version,latest,a whole number",
            "colour,red,no field of this name",
            "key,sk_live_x,no field of this name"
        })
        void isRefusedAsForANewKeyAndChangesNothing(String field, String value, String allowed) {
            Map<String, Object> before = read();
            Map<String, Object> change = NewKeys.only("metadata", Map.of("never", "written"));
            change.put(field, value.equals("7") ? (Object) 7 : value);
            assertRefused(api.update(key.id(), change), field, value, allowed);
            assertThat(read()).isEqualTo(before);
        }
    }

    @Nested
    class TheValueOfTheKey {

        @Test
        void staysWhateverIsChanged() {
            Response answer = api.update(
                    key.id(), Map.of("name", "Renamed", "scopes", List.of("calls:write"), "metadata", Map.of()));
            answer.then().statusCode(200);
            realm.introspect("demo-api", "demo-api-secret", key.value(), Map.of("client_ip", "127.0.0.1"))
                    .then()
                    .body("active", equalTo(true))
                    .body("scope", equalTo("calls:write"))
                    .body("api_key.name", equalTo("Renamed"));
        }
    }

    @Nested
    class AFieldThatCannotBeChanged {

        @ParameterizedTest
        @CsvSource({
            "id,00000000-0000-4000-8000-000000000000",
            "clientId,demo-api",
            "userId,00000000-0000-4000-8000-000000000000",
            "environment,test"
        })
        void isRefusedWithAnotherValue(String field, String value) {
            assertRefused(
                    api.update(key.id(), Map.of(field, value)), field, value, "what it was when the key was made: '");
        }

        @Test
        void isAcceptedWithTheValueItHas() {
            api.update(key.id(), Map.of("id", key.id(), "clientId", "shop-backend", "environment", "live"))
                    .then()
                    .statusCode(200);
        }

        @Test
        void hasNoEffectWhereItIsDerived() {
            Map<String, Object> before = read();
            api.update(
                            key.id(),
                            Map.of(
                                    "status",
                                    "revoked",
                                    "createdAt",
                                    "1970-01-01T00:00:00Z",
                                    "display",
                                    "x_abcdef…1234"))
                    .then()
                    .statusCode(200);
            assertThat(read())
                    .containsEntry("status", "active")
                    .containsEntry("createdAt", before.get("createdAt"))
                    .containsEntry("display", before.get("display"));
        }
    }
}
