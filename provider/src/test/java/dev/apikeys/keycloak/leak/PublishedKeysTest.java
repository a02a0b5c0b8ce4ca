package dev.apikeys.keycloak.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apikeys.core.key.SigningKeys;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {

    private static final URI ADDRESS = URI.create("https://keys.example/");

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final PublishedKeys published = patient(Duration.ofSeconds(20));
    private final List<Instant> asked = new ArrayList<>();
    private Optional<SigningKeys> answer = keys("first");

    @Test
    void keysAreGoodForAnHour() {
        assertThat(get("first")).isEqualTo(answer);
        later(Duration.ofMinutes(59));
        assertThat(get("first")).isEqualTo(answer);
        assertThat(asked).hasSize(1);
        later(Duration.ofMinutes(1));
        get("first");
        assertThat(asked).hasSize(2);
    }

    @Test
    void anUnknownIdentifierAsksAgainButNotMoreThanOnceInTenMinutes() {
        get("first");
        Optional<SigningKeys> before = answer;
        answer = keys("second");
        later(Duration.ofSeconds(599));
        assertThat(get("second")).isEqualTo(before);
        later(Duration.ofSeconds(1));
        assertThat(get("second")).isEqualTo(answer);
        assertThat(get("made up")).isEqualTo(answer);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsKnownHoldsWhileTheAddressDoesNotAnswerAndItIsAskedAgainSoon() {
        Optional<SigningKeys> first = get("first");
        answer = Optional.empty();
        later(Duration.ofHours(2));
        assertThat(get("first")).isEqualTo(first);
        assertThat(get("first")).isEqualTo(first);
        assertThat(get("new")).as("nobody knows whether there is such a key").isEmpty();
        assertThat(asked).hasSize(2);
        later(Duration.ofMinutes(1));
        assertThat(get("first")).isEqualTo(first);
        assertThat(asked).hasSize(3);
        answer = keys("new");
        later(Duration.ofMinutes(1));
        assertThat(get("new")).isEqualTo(answer);
    }

    @Test
    void anAddressThatNeverAnsweredIsAskedOnceAMinute() {
        answer = Optional.empty();
        assertThat(get("first")).isEmpty();
        assertThat(get("first")).isEmpty();
        later(Duration.ofMinutes(1));
        assertThat(get("first")).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aFetchThatBreaksIsOneThatFailed() {
        assertThatThrownBy(() -> published.get(ADDRESS, "first", () -> {
                    throw new IllegalStateException("no client");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(get("first")).isEmpty();
        later(Duration.ofMinutes(1));
        assertThat(get("first")).isEqualTo(answer);
    }

    /** The other one either waits or comes when all is done; both times it asks nobody. */
    @Test
    void whoComesMeanwhileJoinsTheFetch() {
        List<CompletableFuture<Optional<SigningKeys>>> others = new ArrayList<>();
        published.get(ADDRESS, "first", () -> {
            others.add(CompletableFuture.supplyAsync(() -> get("first")));
            return answer;
        });
        assertThat(others.get(0).join()).isEqualTo(answer);
        assertThat(asked).isEmpty();
    }

    @Test
    void whoHasWaitedLongEnoughGoesWithoutKeysAndOthersGoOnWithTheirs() {
        PublishedKeys impatient = patient(Duration.ZERO);
        impatient.get(ADDRESS, "first", () -> {
            assertThat(impatient.get(ADDRESS, "first", Optional::empty)).isEmpty();
            return answer;
        });
        later(Duration.ofHours(1));
        impatient.get(ADDRESS, "first", () -> {
            assertThat(impatient.get(ADDRESS, "first", Optional::empty)).isEqualTo(answer);
            assertThat(impatient.get(ADDRESS, "new", Optional::empty)).isEmpty();
            return answer;
        });
    }

    @Test
    void nobodyAsksWhileAnotherDoesHoweverLongThatTakes() {
        PublishedKeys impatient = patient(Duration.ZERO);
        impatient.get(ADDRESS, "first", () -> {
            later(Duration.ofDays(1));
            impatient.get(ADDRESS, "made up", () -> {
                asked.add(now);
                return answer;
            });
            return answer;
        });
        assertThat(asked).isEmpty();
    }

    @Test
    void eachAddressHasItsOwn() {
        get("first");
        assertThat(published.get(URI.create("https://other.example/"), "first", Optional::empty))
                .isEmpty();
    }

    @Test
    void addressesThatNobodyNamesAnyMoreAreForgotten() {
        for (int round = 0; round < 2; round++) {
            asked.clear();
            for (int number = 0; number < 1_000; number++) {
                published.get(URI.create("https://keys.example/" + number), "first", () -> {
                    asked.add(now);
                    return answer;
                });
            }
        }
        assertThat(asked).hasSizeGreaterThanOrEqualTo(900);
    }

    private Optional<SigningKeys> get(String identifier) {
        return published.get(ADDRESS, identifier, () -> {
            asked.add(now);
            return answer;
        });
    }

    private PublishedKeys patient(Duration patience) {
        InstantSource time = () -> now;
        return new PublishedKeys(time.withZone(ZoneOffset.UTC), patience);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    private static Optional<SigningKeys> keys(String identifier) {
        try {
            return Optional.of(new SigningKeys(Map.of(
                    identifier,
                    KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
