package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds: text in name and description, an id, a displayed key. */
class AdminListSearchIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final String SPECIAL = "100%_of!it\\'s";

    private final AdminApi api = AdminApi.of(realm);

    @BeforeAll
    static void createKeys() {
        AdminApi api = AdminApi.of(realm);
        api.created(NewKeys.named("Nightly export"));
        Map<String, Object> described = NewKeys.named("Billing");
        described.put("description", "Exports invoices every night");
        api.created(described);
        api.created(NewKeys.named(SPECIAL));
        api.created(NewKeys.named("Schlüssel ÄÖÜ"));
        api.created(NewKeys.named("İstanbul ΑΣ"));
    }

    private List<String> found(String search) {
        List<String> names = api.list(Map.of("search", search, "sort", "createdAt"))
                .then()
                .statusCode(200)
                .extract()
                .path("name");
        assertThat(api.count(Map.of("search", search)).asString()).isEqualTo(String.valueOf(names.size()));
        return names;
    }

    @Nested
    class Text {

        @ParameterizedTest
        @CsvSource({"Nightly export", "nightly", "EXPORT", "ly ex", "' export '"})
        void isFoundAnywhereInTheNameInAnyCase(String search) {
            assertThat(found(search)).contains("Nightly export");
        }

        @Test
        void isFoundInTheDescription() {
            assertThat(found("invoices")).containsExactly("Billing");
            assertThat(found("night")).containsExactly("Nightly export", "Billing");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Schlüssel ÄÖÜ", "üssel", "ÄÖÜ"})
        void isFoundWithLettersBeyondAscii(String search) {
            assertThat(found(search)).containsExactly("Schlüssel ÄÖÜ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"İstanbul ΑΣ", "İ", "stanbul"})
        void isFoundWithLettersWhoseCaseIsAMatterOfLanguage(String search) {
            assertThat(found(search)).contains("İstanbul ΑΣ");
        }

        @Test
        void thatNothingContainsFindsNothing() {
            assertThat(found("nowhere")).isEmpty();
        }
    }

    @Nested
    class CharactersWithAMeaningInSql {

        @ParameterizedTest
        @ValueSource(strings = {"%", "_", "!", "\\", "'", "%_", "100%", "0%_o", "!it", "\\'", SPECIAL})
        void areFoundLiterally(String search) {
            assertThat(found(search)).containsExactly(SPECIAL);
        }

        @ParameterizedTest
        @ValueSource(strings = {"%%", "__", "!!", "\\\\", "''", "N%t", "N_ghtly", "%' or '1'='1", "\"", ";--"})
        void areNoWildcards(String search) {
            assertThat(found(search)).isEmpty();
        }
    }

    @Nested
    class AnId {

        @Test
        void isFoundAsAWhole() {
            String id = api.list(Map.of("search", "Billing")).path("[0].id");
            assertThat(found(id)).containsExactly("Billing");
            assertThat(found(id.substring(0, 8))).isEmpty();
        }
    }

    @Nested
    class ADisplayedKey {

        private final String display = api.list(Map.of("search", "Billing")).path("[0].display");

        @Test
        void isFoundAsItIsShown() {
            assertThat(found(display)).containsExactly("Billing");
        }

        @Test
        void isFoundByItsBeginning() {
            assertThat(found(display.substring(0, display.indexOf('…')))).containsExactly("Billing");
        }

        @Test
        void isNotFoundByThePrefixAlone() {
            assertThat(found("sk_live_")).isEmpty();
        }

        @Test
        void isFoundByThePreviousValueWhileItOverlaps() {
            CreatedKey key = api.created(NewKeys.named("Rotated"));
            String before = api.read(key.id()).path("display");
            String after = api.rotate(key.id(), Map.of("overlap", 3600)).path("display");
            assertThat(found(before)).containsExactly("Rotated");
            assertThat(found(after)).containsExactly("Rotated");
            api.delete(key.id());
        }
    }
}
