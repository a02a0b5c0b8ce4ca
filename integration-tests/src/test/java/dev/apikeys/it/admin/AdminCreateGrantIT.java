package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 400: scopes that a key cannot be given, and clients that cannot have keys. */
class AdminCreateGrantIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @BeforeAll
    static void createClientsAndGroups() {
        KeyClients.create(realm, "no-keys", false, true);
        KeyClients.create(realm, "no-service-account", true, false);
        ScopeGroups.create(realm, "call-manager", "calls:read calls:write");
        ScopeGroups.create(realm, "circle", "calls:read circle");
        realm.clientScopes().create(Map.of("name", "unassigned:read", "protocol", "openid-connect"));
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(api.count(Map.of()).asString()).isEqualTo("0");
    }

    @Nested
    class AScope {

        @ParameterizedTest
        @ValueSource(
                strings = {"calls:fly", "", "CALLS:READ", "unassigned:read", "call-manager", "offline_access", "%"})
        void isAssignedToTheClient(String scope) {
            assertRefused(
                    api.create(NewKeys.with("scopes", List.of("calls:read", scope))),
                    "scopes[1]",
                    scope,
                    "a client scope assigned to the client: ");
        }

        @Test
        void isText() {
            assertRefused(api.create(NewKeys.with("scopes", List.of(7))), "scopes[0]", "7", "text");
        }

        @Test
        void isInAList() {
            assertRefused(
                    api.create(NewKeys.with("scopes", "calls:read")), "scopes", "calls:read", "a list of at most 500");
        }
    }

    @Nested
    class AScopeGroup {

        @ParameterizedTest
        @ValueSource(strings = {"sales", "calls:read"})
        void isOneOfTheRealm(String group) {
            assertRefused(
                    api.create(NewKeys.with("scopeGroups", List.of(group))),
                    "scopeGroups[0]",
                    group,
                    "a scope group of this realm: call-manager, circle");
        }

        @Test
        void doesNotIncludeItself() {
            assertRefused(
                    api.create(NewKeys.with("scopeGroups", List.of("circle"))),
                    "scopeGroups[0]",
                    "circle",
                    "a scope group that does not include itself: circle → circle");
        }
    }

    @Nested
    class AKeyWithoutAnyScope {

        @Test
        void isRefusedWhetherTheListIsAbsentEmptyOrNull() {
            assertRefused(api.create(NewKeys.without("scopes")), "scopes", "", "at least one scope or scope group");
            assertRefused(api.create(NewKeys.with("scopes", List.of())), "scopes", "", "at least one scope");
            assertRefused(api.create(NewKeys.with("scopes", null)), "scopes", "", "or fullAccess");
        }
    }

    @Nested
    class FullAccess {

        @Test
        void cannotStandBesideScopes() {
            assertRefused(
                    api.create(NewKeys.with("fullAccess", true)),
                    "fullAccess",
                    "true",
                    "false beside scopes or scopeGroups");
        }

        @Test
        void isTrueOrFalse() {
            assertRefused(api.create(NewKeys.with("fullAccess", "yes")), "fullAccess", "yes", "true or false");
        }
    }

    @Nested
    class TheClient {

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "nobody", "SHOP-BACKEND", "shop-backend'--", "a\u0000b", "a\nb"})
        void isOneOfThisRealm(String clientId) {
            String echo = clientId == null ? "" : clientId.replaceAll("[\\p{Cntrl}]", "\uFFFD");
            assertRefused(
                    api.create(NewKeys.with("clientId", clientId)),
                    "clientId",
                    echo,
                    "the client id of a client of this realm");
        }

        @Test
        void cannotBeAbsent() {
            assertRefused(api.create(NewKeys.without("clientId")), "clientId", "", "the client id of a client");
        }

        @Test
        void isNotFoundByHalfASurrogatePair() {
            String body = "{\"name\":\"x\",\"clientId\":\"\\ud800\",\"scopes\":[\"calls:read\"]}";
            assertThat(api.create(body).statusCode()).isEqualTo(400);
        }

        @Test
        void isNotNamedByItsInternalId() {
            String id = realm.clients().id("shop-backend");
            assertRefused(api.create(NewKeys.with("clientId", id)), "clientId", id, "the client id of a client");
        }

        @ParameterizedTest
        @ValueSource(strings = {"no-keys", "demo-api", "account-console"})
        void hasKeysEnabled(String clientId) {
            assertRefused(
                    api.create(NewKeys.with("clientId", clientId)),
                    "clientId",
                    clientId,
                    "an OpenID Connect client whose attribute api-keys.enabled is true");
        }

        @Test
        void hasAServiceAccountForAClientKey() {
            assertRefused(
                    api.create(NewKeys.with("clientId", "no-service-account")),
                    "clientId",
                    "no-service-account",
                    "a client whose service account is enabled, or a userId");
        }
    }
}
