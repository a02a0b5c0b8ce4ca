package dev.apikeys.keycloak.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.Violation;
import dev.apikeys.core.model.ApiKey;
import dev.apikeys.core.model.KeyOwner;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.directory.ClientScopes;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

class KeyImportsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final KeyOwner OWNER = new KeyOwner("realm", "client", Optional.empty());
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String THIRD = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String OTHER = "51341c495923f54bcbb5ec91f9b7360808897a8536ca2736b7cb43ca5f09e82a";

    private final ClientScopeModel scope =
            fake(ClientScopeModel.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getId" -> "scope-id";
                case "getName" -> "calls:read";
                case "getProtocolMapperByType" -> List.of();
                default -> null;
            });
    private final RealmModel realm = fake(RealmModel.class, (proxy, method, arguments) -> switch (method.getName()) {
        case "getClientScopeById" -> scope;
        case "getClientScopesStream" -> Stream.of(scope);
        case "isOrganizationsEnabled" -> false;
        default -> null;
    });
    private final ClientScopes scopes =
            new ClientScopes(fake(ClientModel.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "getRealm" -> realm;
                case "getClientScopes" -> Map.of("calls:read", scope);
                default -> null;
            }));
    private final KeyImports imports =
            new KeyImports(new RealmSettings(attribute -> Optional.empty()), "importer", NOW);

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static ObjectNode json() {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("externalId", "crm-1")
                .put("name", "Import")
                .put("clientId", "shop")
                .put("hash", HASH);
        json.putArray("scopes").add("calls:read");
        return json;
    }

    private ApiKey imported(ObjectNode json) {
        Imported outcome = imports.decide(OWNER, scopes, json, Optional.empty());
        assertThat(outcome).isInstanceOf(Imported.New.class);
        return ((Imported.New) outcome).key();
    }

    private List<String> refused(ObjectNode json, Optional<ApiKey> existing) {
        Imported outcome = imports.decide(OWNER, scopes, json, existing);
        assertThat(outcome).isInstanceOf(Imported.Refused.class);
        return ((Imported.Refused) outcome)
                .violations().stream().map(Violation::field).toList();
    }

    @Test
    void aRecordIsANewKeyAndTheSameAgainNone() {
        ApiKey key = imported(json());

        assertThat(key.label().externalId()).contains("crm-1");
        assertThat(key.grant().scopeIds()).containsExactly("scope-id");
        assertThat(key.currentSecret().hash().hex()).isEqualTo(HASH);
        assertThat(key.lifecycle().createdAt()).isEqualTo(NOW);
        assertThat(imports.decide(OWNER, scopes, json(), Optional.of(key))).isEqualTo(new Imported.Unchanged());
    }

    @Test
    void aRecordThatTellsSomethingElseChangesTheKey() {
        ApiKey key = imported(json());

        Imported outcome = imports.decide(OWNER, scopes, json().put("enabled", false), Optional.of(key));

        assertThat(outcome).isInstanceOf(Imported.Changed.class);
        ApiKey changed = ((Imported.Changed) outcome).key();
        assertThat(changed.id()).isEqualTo(key.id());
        assertThat(changed.lifecycle().enabled()).isFalse();
        assertThat(changed.secrets()).isEqualTo(key.secrets());
    }

    @Test
    void onlyALaterValueReplacesTheValueOfAKey() {
        ApiKey key = imported(json().put("valueCreatedAt", "2025-01-01T00:00:00Z"));
        ObjectNode older = json().put("hash", OTHER).put("valueCreatedAt", "2024-12-31T00:00:00Z");
        ObjectNode later = json().put("hash", OTHER).put("valueCreatedAt", "2025-01-02T00:00:00Z");

        assertThat(refused(older, Optional.of(key))).containsExactly("hash");
        assertThat(imports.decide(OWNER, scopes, later, Optional.of(key))).isInstanceOf(Imported.Changed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z"})
    void instantsBefore1970AreRefusedWhereverTheyStand(String instant) {
        for (String field : List.of("expiresAt", "createdAt", "revokedAt", "valueCreatedAt")) {
            assertThat(refused(json().put(field, instant), Optional.empty())).containsExactly(field);
        }
        ObjectNode replaced = json();
        replaced.putObject("previous").put("hash", OTHER).put("validUntil", instant);
        assertThat(refused(replaced, Optional.empty())).containsExactly("previous.validUntil");
    }

    private ApiKey changed(ObjectNode json, ApiKey key) {
        Imported outcome = imports.decide(OWNER, scopes, json, Optional.of(key));
        assertThat(outcome).isInstanceOf(Imported.Changed.class);
        return ((Imported.Changed) outcome).key();
    }

    private Imported again(ObjectNode json, ApiKey key) {
        return imports.decide(OWNER, scopes, json, Optional.of(key));
    }

    @Test
    void aRecordWithoutDatesReplacesNoValue() {
        ApiKey key = imported(json().put("valueCreatedAt", "2025-01-01T00:00:00Z"));

        assertThat(refused(json().put("hash", OTHER), Optional.of(key))).containsExactly("hash");
        assertThat(changed(json().put("hash", OTHER).put("createdAt", "2025-01-02T00:00:00Z"), key)
                        .currentSecret()
                        .hash()
                        .hex())
                .isEqualTo(OTHER);
    }

    @Test
    void aValueThatWasReplacedHereNeverComesBackWhateverItsDate() {
        ApiKey key = imported(json().put("valueCreatedAt", "2025-01-01T00:00:00Z"));
        ApiKey rotated = changed(json().put("hash", OTHER).put("valueCreatedAt", "2025-01-02T00:00:00Z"), key);
        ObjectNode back = json().put("valueCreatedAt", "2026-01-01T00:00:00Z");
        ObjectNode beside = json().put("hash", THIRD).put("valueCreatedAt", "2026-01-01T00:00:00Z");
        beside.putObject("previous").put("hash", HASH).put("validUntil", "2026-02-01T00:00:00Z");
        ObjectNode next = json().put("hash", THIRD).put("valueCreatedAt", "2026-01-01T00:00:00Z");
        next.putObject("previous").put("hash", OTHER).put("validUntil", "2026-02-01T00:00:00Z");

        assertThat(rotated.overlapUntil(NOW)).isEmpty();
        assertThat(refused(back, Optional.of(rotated))).containsExactly("hash");
        assertThat(refused(beside, Optional.of(rotated))).containsExactly("previous.hash");
        assertThat(changed(next, rotated).overlapUntil(NOW)).contains(Instant.parse("2026-02-01T00:00:00Z"));
    }

    /** The other system has replaced the value twice since the key came here. */
    @Test
    void aValueThatARecordReplacesWithAnotherPreviousOneDoesNotComeBackEither() {
        ApiKey key = imported(json().put("valueCreatedAt", "2025-01-01T00:00:00Z"));
        ObjectNode twice = json().put("hash", OTHER).put("valueCreatedAt", "2025-01-03T00:00:00Z");
        twice.putObject("previous").put("hash", THIRD).put("validUntil", "2026-02-01T00:00:00Z");

        ApiKey rotated = changed(twice, key);

        assertThat(rotated.overlapUntil(NOW)).contains(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(rotated.secrets().stream()
                        .filter(secret -> secret.superseded(NOW))
                        .map(secret -> secret.hash().hex()))
                .containsExactly(HASH);
        assertThat(again(twice, rotated)).isEqualTo(new Imported.Unchanged());
        assertThat(refused(json().put("valueCreatedAt", "2026-01-01T00:00:00Z"), Optional.of(rotated)))
                .containsExactly("hash");
    }

    @Test
    void theSameValueKeepsThePreviousOneThatItHas() {
        ObjectNode record = json();
        record.putObject("previous").put("hash", OTHER).put("validUntil", "2026-02-01T00:00:00Z");
        ApiKey key = imported(record);
        ObjectNode longer = json();
        longer.putObject("previous").put("hash", OTHER).put("validUntil", "2026-02-02T00:00:00Z");
        ObjectNode another = json();
        another.putObject("previous").put("hash", THIRD).put("validUntil", "2026-02-01T00:00:00Z");
        ObjectNode over = json();
        over.putObject("previous").put("hash", THIRD).put("validUntil", "2026-01-01T00:00:00Z");

        assertThat(again(record, key)).isEqualTo(new Imported.Unchanged());
        assertThat(again(json(), key)).isEqualTo(new Imported.Unchanged());
        assertThat(again(over, key)).isEqualTo(new Imported.Unchanged());
        assertThat(refused(longer, Optional.of(key))).containsExactly("previous");
        assertThat(refused(another, Optional.of(key))).containsExactly("previous");
    }

    @Test
    void whatARecordDoesNotSayStaysAndWhatItSaysChanges() {
        ObjectNode full = json().put("description", "From the old system")
                .put("enabled", false)
                .put("expiresAt", "2027-01-01T00:00:00Z");
        full.putArray("allowedIps").add("203.0.113.0/24");
        full.putArray("limits").add("60/minute");
        full.putObject("metadata").put("team", "billing");
        ApiKey key = imported(full);
        ObjectNode bare = json();
        bare.remove("scopes");
        bare.remove("name");

        assertThat(again(bare, key)).isEqualTo(new Imported.Unchanged());
        assertThat(changed(json().put("enabled", true), key).lifecycle().enabled())
                .isTrue();
        ObjectNode cleared = json();
        cleared.putNull("allowedIps");
        cleared.putNull("expiresAt");
        ApiKey open = changed(cleared, key);
        assertThat(open.restrictions().allowedIps().restricted()).isFalse();
        assertThat(open.lifecycle().expiresAt()).isEmpty();
        assertThat(open.lifecycle().enabled()).isFalse();
    }

    @Test
    void whoRevokesByARecordIsTheImporter() {
        ApiKey revoked = changed(json().put("revokedAt", "2026-01-01T00:00:00Z"), imported(json()));

        assertThat(revoked.lifecycle().revokedBy()).contains("importer");
    }

    @Test
    void theValueOfAKeyIsFoundInAWrongColumn() {
        // HASH is the SHA-256 of abc
        assertThat(refused(json().put("externalId", "abc"), Optional.empty())).containsExactly("externalId");
        assertThat(refused(json().put("name", " abc "), Optional.empty())).containsExactly("name");
        assertThat(refused(json().put("description", "abc"), Optional.empty())).containsExactly("description");
        assertThat(refused(json().put("prefix", "abc"), Optional.empty())).containsExactly("prefix");
        assertThat(refused(json().put("prefix", "a").put("hint", "b").put("last4", "c"), Optional.empty()))
                .containsExactly("prefix");
        ObjectNode previous = json().put("hash", OTHER).put("name", "abc");
        previous.putObject("previous").put("hash", HASH).put("validUntil", "2026-02-01T00:00:00Z");
        assertThat(refused(previous, Optional.empty())).containsExactly("name");
    }

    @Test
    void aRevokedKeyStaysRevoked() {
        ObjectNode revoked = json().put("revokedAt", "2025-01-01T00:00:00Z");
        revoked.remove("scopes");
        ApiKey key = imported(revoked);

        assertThat(refused(json(), Optional.of(key))).containsExactly("revokedAt");
        assertThat(imports.decide(OWNER, scopes, revoked, Optional.of(key))).isEqualTo(new Imported.Unchanged());
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(refused(json().put("hash", "00"), Optional.empty())).containsExactly("hash");
        assertThat(refused(json().put("scopes", "calls:read"), Optional.empty()))
                .containsExactly("scopes");
        assertThat(refused(json().put("colour", "red"), Optional.empty())).containsExactly("colour");
        assertThat(refused(json().put("createdAt", "2999-01-01T00:00:00Z"), Optional.empty()))
                .containsExactly("createdAt");
        assertThat(refused(json().put("environment", "moon"), Optional.empty())).containsExactly("environment");
        assertThat(refused(json().put("externalId", " "), Optional.empty())).containsExactly("externalId");
        KeyOwner other = new KeyOwner("realm", "client", Optional.of("alice"));
        assertThat(imports.decide(other, scopes, json(), Optional.of(imported(json()))))
                .isInstanceOf(Imported.Refused.class);
    }

    @Test
    void aPreviousValueNeedsAnEndAndAHashOfItsOwn() {
        ObjectNode good = json();
        good.putObject("previous").put("hash", OTHER).put("validUntil", "2026-02-01T00:00:00Z");
        ObjectNode endless = json();
        endless.putObject("previous").put("hash", OTHER);
        ObjectNode same = json();
        same.putObject("previous").put("hash", HASH).put("validUntil", "2026-02-01T00:00:00Z");

        assertThat(imported(good).overlapUntil(NOW)).contains(Instant.parse("2026-02-01T00:00:00Z"));
        ObjectNode forLong = json();
        forLong.putObject("previous").put("hash", OTHER).put("validUntil", "2026-03-02T12:00:01Z");

        assertThat(refused(forLong, Optional.empty())).containsExactly("previous.validUntil");
        assertThat(refused(endless, Optional.empty())).containsExactly("previous.validUntil");
        assertThat(refused(same, Optional.empty())).containsExactly("previous.hash");
    }

    @Test
    void anExportedKeyIsARecordThatChangesNothing() {
        ApiKey key = imported(json());

        String text =
                KeyRecordJson.write(key, "shop", Optional.empty(), scopes, NOW).toString();
        ObjectNode record = JsonObjects.read(text).orElseThrow();

        assertThat(imports.decide(OWNER, scopes, record, Optional.of(key))).isEqualTo(new Imported.Unchanged());
        assertThat(imported(record).secrets()).isEqualTo(key.secrets());
    }
}
