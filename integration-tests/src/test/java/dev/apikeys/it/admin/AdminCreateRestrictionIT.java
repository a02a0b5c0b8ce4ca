package dev.apikeys.it.admin;

import static dev.apikeys.it.admin.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.TestRealm;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 400: addresses, limits and expiries that cannot be read. */
class AdminCreateRestrictionIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final AdminApi api = AdminApi.of(realm);

    @AfterEach
    void nothingWasWritten() {
        assertThat(api.count(Map.of()).asString()).isEqualTo("0");
    }

    @Nested
    class AnAllowedAddress {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "here",
                    "localhost",
                    "example.com",
                    "256.0.0.1",
                    "1.2.3",
                    "01.2.3.4",
                    "0x7f.0.0.1",
                    "1.2.3.4:80",
                    "[::1]",
                    "fe80::1%eth0",
                    "1::2::3",
                    "12345::",
                    "1.2.3.0/33",
                    "1.2.3.0/-1",
                    "1.2.3.0/024",
                    "1.2.3.0/",
                    "::/129",
                    "1.2.3.4, 5.6.7.8"
                })
        void isALiteralAndNamedByItsPlace(String address) {
            assertRefused(
                    api.create(NewKeys.with("allowedIps", List.of("203.0.113.7", address))),
                    "allowedIps[1]",
                    address,
                    "an IPv4 or IPv6 address (203.0.113.7, 2001:db8::7) or a CIDR range");
        }

        @ParameterizedTest
        @CsvSource({
            "203.0.113.7/24,203.0.113.0/24",
            "10.1.2.3/8,10.0.0.0/8",
            "2001:db8::1/64,2001:db8::/64",
            "::ffff:203.0.113.7/120,203.0.113.0/24"
        })
        void tellsTheRangeThatWasProbablyMeant(String range, String meant) {
            assertRefused(
                    api.create(NewKeys.with("allowedIps", List.of(range))),
                    "allowedIps[0]",
                    range,
                    "a range whose bits behind the prefix are zero: " + meant);
        }

        @Test
        void isText() {
            assertRefused(
                    api.create(NewKeys.with("allowedIps", List.of("203.0.113.7", 7))), "allowedIps[1]", "7", "text");
        }
    }

    @Nested
    class AllowedAddresses {

        @Test
        void areAList() {
            assertRefused(
                    api.create(NewKeys.with("allowedIps", "203.0.113.7")),
                    "allowedIps",
                    "203.0.113.7",
                    "a list of at most 64 texts");
        }

        @Test
        void areAtMost64() {
            api.create(NewKeys.with("allowedIps", Collections.nCopies(65, "203.0.113.7")))
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("allowedIps"));
        }
    }

    @Nested
    class ALimit {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "60",
                    "60/",
                    "/minute",
                    "0/minute",
                    "-1/minute",
                    "1.5/minute",
                    "060/minute",
                    "60/minutes",
                    "60/week",
                    "60/0s",
                    "60/10",
                    "60 / minute",
                    "1000000001/hour",
                    "99999999999999999999/hour",
                    "60/367d",
                    "60/99999999d",
                    "60/minute,5/s"
                })
        void isACountPerWindowAndNamedByItsPlace(String limit) {
            assertRefused(
                    api.create(NewKeys.with("limits", List.of("60/minute", limit))),
                    "limits[1]",
                    limit,
                    "<count>/<window>: a count from 1 to 1000000000 and a window of second, minute, hour, day");
        }

        @Test
        void isInAListOfAtMost8() {
            assertRefused(
                    api.create(NewKeys.with("limits", "60/minute")),
                    "limits",
                    "60/minute",
                    "a list of at most 8 texts");
            api.create(NewKeys.with("limits", Collections.nCopies(9, "60/minute")))
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("limits"));
        }
    }

    @Nested
    class AnExpiry {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "soon",
                    "2999-01-31",
                    "2999-01-31T00:00:00",
                    "31.1.2999",
                    "2999-13-01T00:00:00Z",
                    "4102444800"
                })
        void isAnIsoInstant(String expiry) {
            assertRefused(
                    api.create(NewKeys.with("expiresAt", expiry)), "expiresAt", expiry, "an ISO 8601 instant in UTC");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1970-01-01T00:00:00Z", "2020-02-29T12:00:00Z"})
        void cannotBeInThePast(String expiry) {
            assertRefused(
                    api.create(NewKeys.with("expiresAt", expiry)),
                    "expiresAt",
                    Instant.parse(expiry).toString(),
                    "an instant in the future");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-1000000000-01-01T00:00:00Z",
                    "1969-12-31T23:59:59.999Z",
                    "+10000-01-01T00:00:00Z",
                    "+1000000000-12-31T23:59:59Z"
                })
        void isFrom1970OnAndBeforeTheYear10000(String expiry) {
            assertRefused(
                    api.create(NewKeys.with("expiresAt", expiry)),
                    "expiresAt",
                    expiry,
                    "an instant from 1970 on and before the year 10000");
        }

        @Test
        void isNoNumber() {
            assertRefused(api.create(NewKeys.with("expiresAt", 4102444800L)), "expiresAt", "4102444800", "text");
        }
    }
}
