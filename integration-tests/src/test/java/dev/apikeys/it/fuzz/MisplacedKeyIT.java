package dev.apikeys.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A key that stands where none belongs is refused without being repeated: answers are logged more often than requests. */
class MisplacedKeyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final NewKey key = keys.create();

    @Test
    void inAQueryOfAdministrators() {
        for (String parameter : List.of("status", "sort", "first", "expiringBefore", "ownerType")) {
            Response answer = realm.admin().queryParam(parameter, key.value()).get(realm.adminUrl("/api-keys"));

            if (!parameter.equals("ownerType")) {
                isRefusedUnrepeated(answer);
            }
            assertThat(answer.asString()).doesNotContain(secret());
        }
        isRefusedUnrepeated(realm.admin().queryParam("clientId", key.value()).get(realm.adminUrl("/api-keys/scopes")));
    }

    @Test
    void inABodyOfAdministrators() {
        isRefusedUnrepeated(
                realm.createKey(Map.of("name", "key " + key.value(), "clientId", "shop-backend", "fullAccess", true)));
        isRefusedUnrepeated(
                realm.admin().body(Map.of("description", key.value())).put(realm.adminUrl("/api-keys/" + key.id())));
        isRefusedUnrepeated(realm.createKey(Map.of("name", "a", "clientId", key.value())));
        isRefusedUnrepeated(realm.createKey(Map.of("name", "a", "clientId", "shop-backend", "userId", key.value())));
        isRefusedUnrepeated(
                realm.createKey(Map.of("name", "a", "clientId", "shop-backend", "fullAccess", true, key.value(), "a")));
        isRefusedUnrepeated(
                realm.admin().body(Map.of("freshness", key.value())).put(realm.adminUrl("/api-keys/settings")));
        isRefusedUnrepeated(realm.admin().body(Map.of(key.value(), "1")).put(realm.adminUrl("/api-keys/settings")));
    }

    @Test
    void atTheDoorsOfResourceServers() {
        isRefusedUnrepeated(keys.introspect(key.value(), Map.of("cost", key.value())));
        isRefusedUnrepeated(keys.introspect(key.value(), Map.of("client_ip", key.value())));
        assertThat(keys.introspect(key.value(), Map.of("scope", key.value())).asString())
                .contains("insufficient_scope", "an API key")
                .doesNotContain(secret());
        isRefusedUnrepeated(realm.bearer("none").queryParam(key.value(), "1").get(realm.realmUrl("/api-keys/check")));
    }

    @Test
    void thatIsDamaged() {
        isRefusedUnrepeated(
                realm.bearer("none").queryParam("sk骆_" + key.value(), "1").get(realm.realmUrl("/api-keys/check")));
        isRefusedUnrepeated(
                realm.bearer("none").queryParam(key.value() + key.value(), "1").get(realm.realmUrl("/api-keys/check")));
        Response harmless = realm.bearer("none").queryParam("a".repeat(50), "1").get(realm.realmUrl("/api-keys/check"));
        assertThat(harmless.asString()).contains("a".repeat(50));
    }

    private void isRefusedUnrepeated(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("an API key").doesNotContain(secret());
    }

    private String secret() {
        return key.value().substring("sk_live_".length());
    }
}
