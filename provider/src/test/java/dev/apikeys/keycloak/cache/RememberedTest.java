package dev.apikeys.keycloak.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.model.KeyGrant;
import dev.apikeys.keycloak.cache.Findings.Credentials;
import dev.apikeys.keycloak.cache.Findings.Holders;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RememberedTest {

    private static final Revision REVISION = new Revision(7, 7, 7);
    private static final Holders QUESTION =
            new Holders("client", Optional.of("user"), new KeyGrant(false, Set.of("scope")));
    private static final Standing STANDING = new Standing(
            "shop",
            true,
            "user",
            "alice",
            true,
            0,
            Set.of("calls:write", "calls:read"),
            Set.of("scope"),
            "",
            List.of());

    private final Remembered<Holders, Standing> standings = new Remembered<>(10);

    @Test
    void whatWasReadIsUsedAtTheSameRevision() {
        standings.put(QUESTION, STANDING, REVISION);

        assertThat(standings.get(QUESTION, new Revision(7, 7, 7))).contains(STANDING);
    }

    @ParameterizedTest
    @CsvSource({"8,7,7", "7,8,7", "7,7,8", "6,7,7"})
    void andAtNoOther(long realms, long users, long clearings) {
        standings.put(QUESTION, STANDING, REVISION);

        assertThat(standings.get(QUESTION, new Revision(realms, users, clearings)))
                .isEmpty();
    }

    @Test
    void otherKeysHaveTheirOwn() {
        standings.put(QUESTION, STANDING, REVISION);

        for (Holders other : List.of(
                new Holders("other", QUESTION.userId(), QUESTION.grant()),
                new Holders("client", Optional.empty(), QUESTION.grant()),
                new Holders("client", QUESTION.userId(), new KeyGrant(false, Set.of())),
                new Holders("client", QUESTION.userId(), new KeyGrant(true, Set.of())))) {
            assertThat(standings.get(other, REVISION)).isEmpty();
        }
    }

    @Test
    void scopesAreInTheirOrder() {
        assertThat(STANDING.scopes()).containsExactly("calls:read", "calls:write");
    }

    @Nested
    class OfGateways {

        private final Remembered<Credentials, String> gateways = new Remembered<>(10);
        private final Credentials credentials = Credentials.of("realm", "Basic a");

        @Test
        void theSameCredentialsAreGoodAtTheSameRevision() {
            gateways.put(credentials, "client", REVISION);

            assertThat(gateways.get(Credentials.of("realm", "Basic a"), REVISION))
                    .contains("client");
            assertThat(gateways.get(credentials, new Revision(8, 7, 7))).isEmpty();
        }

        @Test
        void othersAreNot() {
            gateways.put(credentials, "client", REVISION);

            assertThat(gateways.get(Credentials.of("realm", "Basic b"), REVISION))
                    .isEmpty();
            assertThat(gateways.get(Credentials.of("other", "Basic a"), REVISION))
                    .isEmpty();
        }

        @Test
        void noSecretIsKept() {
            assertThat(credentials.toString()).doesNotContain("Basic");
        }
    }
}
