package dev.apikeys.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.settings.NoticeDays.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeDaysTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"30,7,1|30,7,1", " 1, 30 ,7|30,7,1", "14|14", "3650|3650", "''|''", "' '|''"})
    void daysAreReadInAnyOrder(String text, String written) {
        assertThat(NoticeDays.parse(text).toOptional()).map(Object::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "3651", "10000", "7,7", "7,", ",", "7;1", "1.5", "a week", "1,2,3,4,5,6,7,8,9,10,11"})
    void whatAreNoDaysIsRefused(String text) {
        assertThat(NoticeDays.parse(text)).isInstanceOfSatisfying(Parsed.Bad.class, bad -> assertThat(bad.allowed())
                .contains("at most 10", "from 1 to 3650"));
    }

    @Test
    void atMostTenNoticesAreGiven() {
        assertThat(NoticeDays.parse("1,2,3,4,5,6,7,8,9,10").toOptional()).isPresent();
    }

    @Test
    void eachNoticeHasItsTimeUpToTheNext() {
        assertThat(new NoticeDays(List.of(30, 7, 1)).due(NOW))
                .containsExactly(
                        new Due(30, Instant.parse("2026-11-28T12:00:00Z"), Instant.parse("2026-12-21T12:00:00Z")),
                        new Due(7, Instant.parse("2026-11-22T12:00:00Z"), Instant.parse("2026-11-28T12:00:00Z")),
                        new Due(1, NOW, Instant.parse("2026-11-22T12:00:00Z")));
        assertThat(new NoticeDays(List.of()).due(NOW)).isEmpty();
    }

    @Test
    void aNoticeThatWaitedHoldsUntilOneOfFewerDaysIsDue() {
        NoticeDays days = new NoticeDays(List.of(30, 7, 1));
        Instant inAWeek = NOW.plus(Duration.ofDays(7));

        assertThat(days.stillHolds(30, NOW.plus(Duration.ofDays(29)), NOW)).isTrue();
        assertThat(days.stillHolds(30, inAWeek.plusMillis(1), NOW)).isTrue();
        assertThat(days.stillHolds(30, inAWeek, NOW)).isFalse();
        assertThat(days.stillHolds(7, inAWeek, NOW)).isTrue();
        assertThat(days.stillHolds(7, NOW.plus(Duration.ofDays(1)), NOW)).isFalse();
        assertThat(days.stillHolds(1, NOW.plusMillis(1), NOW)).isTrue();
    }

    @Test
    void aClockThatIsBehindTheOneThatFoundANoticeDueDoesNotTakeItBack() {
        assertThat(new NoticeDays(List.of(30, 7)).stillHolds(7, NOW.plus(Duration.ofDays(7)), NOW.minusSeconds(60)))
                .isTrue();
    }

    @Test
    void daysThatTheRealmNoLongerNamesHoldNoMore() {
        assertThat(new NoticeDays(List.of(60)).stillHolds(30, NOW.plus(Duration.ofDays(29)), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops@example.com", "a+b.c@sub-domain.example", "ü@example.com"})
    void aContactIsOneAddress(String text) {
        assertThat(ClientSettings.CONTACT.readOrDefault(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops",
                "@example.com",
                "ops@",
                "a@b@c",
                "a@b,c@d",
                "Ops <ops@example.com>",
                "a b@c.d",
                "a@b.c\r\nBcc: x@y.z",
                "a@b c",
                "a@\u00fc.de",
                "\"a\"@b.c"
            })
    void whatIsNoAddressIsNoContact(String text) {
        assertThat(ClientSettings.CONTACT.readOrDefault(text)).isEmpty();
        assertThat(ClientSettings.CONTACT.violation(text))
                .hasValueSatisfying(wrong -> assertThat(wrong.allowed()).isEqualTo("one e-mail address"));
    }

    @Test
    void theLengthOfAnAddressIsBounded() {
        assertThat(ClientSettings.CONTACT.readOrDefault("a".repeat(252) + "@b")).isPresent();
        assertThat(ClientSettings.CONTACT.readOrDefault("a".repeat(253) + "@b")).isEmpty();
    }
}
