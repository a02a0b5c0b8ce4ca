package dev.apikeys.it.cluster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Mailbox;
import dev.apikeys.it.support.Mailbox.Mail;
import dev.apikeys.it.support.SilentServer;
import dev.apikeys.it.support.TestRealm;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What owners of keys are told by e-mail, while two nodes look for it every second. */
@EnabledIfSystemProperty(named = "database", matches = "postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesIT {

    private static final String FIRST_FAILED = " could not be sent (attempt 1 of 5)";
    private static final Duration TWENTY_DAYS = Duration.ofDays(20);
    private static final String OTHER = "other-backend";

    private final TestRealm realm = SharedCluster.newRealm();
    private final Keys keys = new Keys(realm);
    private final NoticeRows rows = new NoticeRows();
    private final Mailbox mailbox = new Mailbox();
    private final String alice = realm.users().id("alice");

    @BeforeAll
    void sendMailsThere() {
        realm.setAttribute("api-keys.expiry-notice", "30,7");
        realm.admin()
                .body(Map.of(
                        "smtpServer",
                        mailbox.settings(),
                        "internationalizationEnabled",
                        true,
                        "supportedLocales",
                        List.of("en", "de", "fr"),
                        "defaultLocale",
                        "fr"))
                .put(realm.adminUrl(""))
                .then()
                .statusCode(204);
        realm.clients().create(Map.of("clientId", OTHER, "optionalClientScopes", List.of("calls:read")));
        realm.users().update("alice", user -> user.put("attributes", Map.of("locale", List.of("de"))));
    }

    @AfterAll
    void close() throws SQLException {
        sendMailsTo(realm, Map.of());
        mailbox.close();
        rows.close();
    }

    /** What other tests have sent does not count. */
    @BeforeEach
    void beginADay() {
        rows.change("update API_KEY_MAIL set COUNTED_AT = 1");
    }

    @Test
    void theUserIsToldOnceForEachNumberOfDaysInTheirLanguage() {
        NewKey key = personal("Website");
        rows.endsIn(key, TWENTY_DAYS);
        Mail mail = mailbox.about("Website", 1).get(0);
        endOfTurn();
        assertThat(mailbox.about("Website")).hasSize(1);

        realm.setAttribute("api-keys.expiry-notice", "30,21,7");
        mailbox.about("Website", 2);
        endOfTurn();
        realm.setAttribute("api-keys.expiry-notice", "30,7");

        assertThat(mailbox.about("Website")).hasSize(2);
        assertThat(mail.to()).isEqualTo("alice@example.com");
        assertThat(mail.subject()).isEqualTo("API-Schlüssel Website läuft bald ab");
        for (String body : List.of(mail.text(), mail.html())) {
            assertThat(body)
                    .contains("Dieser API-Schlüssel läuft bald ab", "Website", "sk_live_", "…", "shop-backend", " UTC")
                    .contains("/realms/" + realm.name() + "/account/api-keys")
                    .doesNotContain(key.value(), key.value().substring(14, 34), "apiKeysMail");
        }
        realm.admin()
                .get(realm.adminUrl("/admin-events?resourcePath=api-keys/" + key.id() + "/notice"))
                .then()
                .statusCode(200)
                .body("$", hasSize(2))
                .body("[1].operationType", equalTo("ACTION"))
                .body("[1].resourceType", equalTo("API_KEY"))
                .body("[1].representation", containsString("\"days\":30"))
                .body("[1].representation", containsString("\"to\":\"user\""))
                .body("[1].representation", not(containsString("@")));
    }

    @Test
    void anotherExpiryHasNoticesOfItsOwnButNoneOfAKindWithinADay() {
        NewKey key = personal("Extended");
        rows.endsIn(key, Duration.ofDays(5));
        mailbox.about("Extended", 1);

        keys.change(key, Map.of("expiresAt", Instant.now().plus(TWENTY_DAYS).toString()));

        mailbox.about("Extended", 2);
        keys.change(
                key, Map.of("expiresAt", Instant.now().plus(Duration.ofDays(21)).toString()));
        endOfTurn();
        assertThat(mailbox.about("Extended")).hasSize(2);

        rows.change("update API_KEY_NOTICE set QUEUED_AT = 1 where KEY_ID = '" + key.id() + "'");
        mailbox.about("Extended", 3);
        endOfTurn();
        assertThat(mailbox.about("Extended")).hasSize(3);
    }

    @Test
    void noAddressGetsAndNoOwnerCausesMoreThanSoManyADay() {
        String carol = realm.users().create(Map.of("username", "carol", "email", "carol@example.com", "enabled", true));
        keys.act(of(carol, "Carol's 1"), "revoke");
        mailbox.about("Carol's", 1);
        rows.repeatLastMail(48);
        keys.act(of(carol, "Carol's 50"), "revoke");
        mailbox.about("Carol's", 2);

        keys.act(of(carol, "Carol's 51"), "revoke");
        endOfTurn();
        realm.users().update("carol", user -> user.put("email", "elsewhere@example.com"));
        keys.act(of(carol, "Carol's 52"), "revoke");
        setContact("Carol@example.com");
        keys.act(keys.create(Map.of("name", "For Carol's address")), "revoke");
        endOfTurn();
        setContact("");
        assertThat(mailbox.about("Carol's")).hasSize(2);

        rows.change("update API_KEY_MAIL set COUNTED_AT = 1");
        keys.act(of(carol, "Carol's next day"), "revoke");
        assertThat(mailbox.about("Carol's", 3).get(2).to()).isEqualTo("elsewhere@example.com");
    }

    @Test
    void nothingIsSaidOfKeysThatHaveEndedOrEndLaterOrNeverHadMoreTime() {
        NewKey disabled = personal("Quiet disabled");
        keys.act(disabled, "disable");
        rows.endsIn(disabled, TWENTY_DAYS);
        NewKey revoked = personal("Quiet revoked");
        rows.change("update API_KEY set REVOKED_AT = 1 where ID = '" + revoked.id() + "'");
        rows.endsIn(revoked, TWENTY_DAYS);
        rows.endsIn(personal("Quiet expired"), Duration.ofSeconds(-1));
        rows.endsIn(personal("Quiet later"), Duration.ofDays(31));
        keys.create(Map.of(
                "name",
                "Quiet young",
                "userId",
                alice,
                "expiresAt",
                Instant.now().plus(TWENTY_DAYS).toString()));

        endOfTurn();

        assertThat(mailbox.about("Quiet")).isEmpty();
    }

    @Test
    void whatFellDueWhileTheClientWasSwitchedOffIsToldWhenItIsOnAgain() {
        NewKey first = ofOther("Paused 1");
        NewKey second = ofOther("Paused 2");
        allowOther(false);
        rows.endsIn(first, TWENTY_DAYS);
        rows.endsIn(second, TWENTY_DAYS);
        Eventually.get(() -> rows.putOff(first, 0) + rows.putOff(second, 0), notices -> notices == 2);
        rows.hurry(first);
        Eventually.get(() -> rows.putOff(first, 0), notices -> notices == 1);
        endOfTurn();
        assertThat(mailbox.about("Paused")).isEmpty();

        allowOther(true);
        rows.hurry(first);
        rows.hurry(second);

        mailbox.about("Paused 1", 1);
        mailbox.about("Paused 2", 1);
        endOfTurn();
        assertThat(mailbox.about("Paused")).hasSize(2);
    }

    @Test
    void aKeyThatIsSwitchedOffBeforeItsNoticeCouldBeSentHasItWhenItIsOnAgain() {
        mailbox.goAway();
        NewKey key = personal("Off and on");
        rows.endsIn(key, TWENTY_DAYS);
        awaitLine(key, FIRST_FAILED);
        mailbox.comeBack();
        keys.act(key, "disable");
        rows.hurry(key);
        Eventually.get(() -> rows.putOff(key, 1), notices -> notices == 1);
        assertThat(mailbox.about("Off and on")).isEmpty();

        keys.act(key, "enable");
        rows.hurry(key);

        mailbox.about("Off and on", 1);
        endOfTurn();
        assertThat(mailbox.about("Off and on")).hasSize(1);
    }

    @Test
    void whatWasPutOffIsNotToldBesideTheNoticeOfFewerDays() {
        NewKey key = ofOther("Overtaken");
        allowOther(false);
        rows.endsIn(key, Duration.ofDays(10));
        Eventually.get(() -> rows.putOff(key, 0), notices -> notices == 1);
        realm.setAttribute("api-keys.expiry-notice", "30,15,7");
        try {
            Eventually.get(() -> rows.putOff(key, 0), notices -> notices == 2);

            allowOther(true);
            rows.hurry(key);
            Eventually.get(() -> rows.waits(key), waits -> !waits);
        } finally {
            realm.setAttribute("api-keys.expiry-notice", "30,7");
        }

        mailbox.about("Overtaken", 1);
        endOfTurn();
        assertThat(mailbox.about("Overtaken")).hasSize(1);
        realm.admin()
                .get(realm.adminUrl("/admin-events?resourcePath=api-keys/" + key.id() + "/notice"))
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].representation", containsString("\"days\":15"));
    }

    @Test
    void aKeyThatIsRevokedWhileItsNoticeIsPutOffHasNoneOfItsExpiry() {
        NewKey key = ofOther("Ended meanwhile");
        allowOther(false);
        rows.endsIn(key, TWENTY_DAYS);
        Eventually.get(() -> rows.putOff(key, 0), notices -> notices == 1);
        rows.change("update API_KEY set REVOKED_AT = 1 where ID = '" + key.id() + "'");

        rows.hurry(key);

        Eventually.get(() -> rows.waits(key), waits -> !waits);
        allowOther(true);
        assertThat(mailbox.about("Ended meanwhile")).isEmpty();
    }

    @Test
    void theContactOfAClientIsToldInTheLanguageOfTheRealmAndNobodyWhereThereIsNone() {
        setContact("ops@example.com");
        rows.endsIn(keys.create(Map.of("name", "Ours")), TWENTY_DAYS);

        Mail mail = mailbox.about("Ours", 1).get(0);
        assertThat(mail.to()).isEqualTo("ops@example.com");
        assertThat(mail.subject()).isEqualTo("La clé API Ours expire bientôt");

        NewKey nobodys = keys.create(Map.of("name", "Nobodys"));
        setContact("Ops <ops@example.com>");
        realm.createKey(Map.of("name", "Refused", "clientId", "shop-backend", "scopes", List.of("calls:read")))
                .then()
                .statusCode(400)
                .body("field", equalTo("api-keys.contact"))
                .body("errorMessage", containsString("allowed: one e-mail address"));
        rows.endsIn(nobodys, TWENTY_DAYS);
        setContact("");
        rows.endsIn(keys.create(Map.of("name", "Nobodys either")), TWENTY_DAYS);
        endOfTurn();
        setContact("ops@example.com");
        endOfTurn();
        setContact("");
        assertThat(mailbox.about("Nobodys")).isEmpty();
    }

    @Test
    void theContactIsToldOfPersonalKeysAndOfThoseOfAClientWithoutServiceAccount() {
        NewKey ofNoAccount = keys.create(Map.of("name", "Of no account"));
        setContact("ops@example.com");
        rows.endsIn(personal("Shared"), TWENTY_DAYS);
        keys.act(personal("Shared and taken"), "revoke");
        realm.clients().update("shop-backend", client -> client.put("serviceAccountsEnabled", false));
        keys.act(ofNoAccount, "revoke");

        assertThat(mailbox.about("Shared", 4))
                .extracting(Mail::to, Mail::subject)
                .containsExactlyInAnyOrder(
                        tuple("alice@example.com", "API-Schlüssel Shared läuft bald ab"),
                        tuple("ops@example.com", "La clé API Shared expire bientôt"),
                        tuple("alice@example.com", "API-Schlüssel Shared and taken wurde widerrufen"),
                        tuple("ops@example.com", "La clé API Shared and taken a été révoquée"));
        assertThat(mailbox.about("Of no account", 1).get(0).to()).isEqualTo("ops@example.com");
        setContact("");
        realm.clients().update("shop-backend", client -> client.put("serviceAccountsEnabled", true));
        endOfTurn();
        assertThat(mailbox.about("Shared")).hasSize(4);
    }

    @Test
    void aRevocationByAnAdministratorIsToldAndOneByTheOwnerIsNot() {
        NewKey taken = personal("Taken away");
        NewKey given = personal("Given up");
        keys.act(taken, "revoke");
        keys.act(taken, "revoke");
        setContact("ops@example.com");
        keys.act(keys.create(Map.of("name", "Ours taken")), "revoke");
        realm.user("alice")
                .post(realm.realmUrl("/api-keys/account/" + given.id() + "/revoke"))
                .then()
                .statusCode(200);
        realm.setAttribute("api-keys.revocation-notice", "false");
        keys.act(personal("Silently taken"), "revoke");
        realm.setAttribute("api-keys.revocation-notice", "true");

        Mail mail = mailbox.about("Taken away", 1).get(0);
        assertThat(mail.to()).isEqualTo("alice@example.com");
        assertThat(mail.subject()).isEqualTo("API-Schlüssel Taken away wurde widerrufen");
        assertThat(mail.text()).contains("Ein Administrator hat diesen API-Schlüssel widerrufen");
        assertThat(mailbox.about("Ours taken", 1).get(0).to()).isEqualTo("ops@example.com");
        setContact("");
        endOfTurn();
        assertThat(mailbox.about("Taken away")).hasSize(1);
        assertThat(mailbox.about("Given up")).isEmpty();
        assertThat(mailbox.about("Silently taken")).isEmpty();
    }

    @Test
    void aLeakIsToldInWordsOfItsOwnAndTheKeyEndsOnAllNodes() {
        NewKey key = personal("Leaked");
        NewKey unspoken = personal("Leaked silently");
        TestRealm there = realm.on(SharedCluster.nodes().node(1));
        Keys elsewhere = new Keys(there);
        elsewhere.introspect(key).then().body("active", equalTo(true));

        show(key);
        show(key);

        elsewhere.introspect(key).then().body("active", equalTo(false));
        Mail mail = mailbox.about("Leaked", 1).get(0);
        assertThat(mail.subject()).isEqualTo("API-Schlüssel Leaked ist bekannt geworden");
        for (String body : List.of(mail.text(), mail.html())) {
            assertThat(body)
                    .contains("als bekannt geworden gemeldet", "Beendet", "Leaked", "sk_live_", "shop-backend", " UTC")
                    .doesNotContain(key.value(), key.value().substring(14, 34), "apiKeysMail");
        }
        realm.setAttribute("api-keys.revocation-notice", "false");
        show(unspoken);
        realm.setAttribute("api-keys.revocation-notice", "true");
        endOfTurn();
        assertThat(mailbox.about("Leaked")).hasSize(1);
    }

    private void show(NewKey key) {
        given().formParam("key", key.value())
                .post(realm.realmUrl("/api-keys/revoke"))
                .then()
                .statusCode(200);
    }

    @Test
    void aNameIsNothingButAName() {
        String name = "<b>Bold</b> {0} ${apiKeysMailLink} 'it'";
        rows.endsIn(personal(name), TWENTY_DAYS);
        NewKey broken = personal("Broken");
        rows.change("update API_KEY set NAME = 'Broken' || chr(13) || chr(10) || 'Bcc: eve@example.com' where ID = '"
                + broken.id() + "'");
        rows.endsIn(broken, TWENTY_DAYS);

        Mail mail = mailbox.about("Bold", 1).get(0);
        assertThat(mail.subject()).contains(name);
        assertThat(mail.text()).contains(name);
        assertThat(mail.html())
                .contains("&lt;b&gt;Bold&lt;/b&gt; {0} ${apiKeysMailLink}")
                .doesNotContain("<b>");
        Mail joined = mailbox.about("Broken", 1).get(0);
        assertThat(joined.subject()).contains("Broken  Bcc: eve@example.com");
        assertThat(joined.headers()).noneMatch(header -> header.startsWith("Bcc"));
        assertThat(mailbox.recipients()).contains("alice@example.com").doesNotContain("eve@example.com");
    }

    @Test
    void whatCannotBeSentIsTriedAgainAndThenGivenUp() {
        mailbox.goAway();
        NewKey later = personal("Later");
        NewKey never = personal("Never");
        NewKey stale = personal("Stale");
        keys.act(later, "revoke");
        awaitLine(later, FIRST_FAILED);
        assertThat(rows.waits(later)).isTrue();
        keys.act(never, "revoke");
        awaitLine(never, FIRST_FAILED);
        rows.change("update API_KEY_NOTICE set ATTEMPTS = 4, NEXT_AT = 1 where KEY_ID = '" + never.id() + "'");
        Eventually.get(() -> rows.waits(never), waits -> !waits);
        awaitLine(never, " could not be sent and is given up");
        keys.act(stale, "revoke");
        awaitLine(stale, FIRST_FAILED);

        mailbox.comeBack();
        rows.change("update API_KEY_NOTICE set NEXT_AT = 1 where KEY_ID = '" + later.id() + "'");
        rows.change("update API_KEY_NOTICE set NEXT_AT = 1, MOMENT = MOMENT - 86400000 where KEY_ID = '" + stale.id()
                + "'");
        Eventually.get(() -> rows.waits(stale), waits -> !waits);

        mailbox.about("Later", 1);
        endOfTurn();
        assertThat(mailbox.about("Later")).hasSize(1);
        assertThat(mailbox.about("Never")).isEmpty();
        assertThat(mailbox.about("Stale")).isEmpty();
        assertThat(ourLines()).noneMatch(line -> line.contains("@example.com") || line.contains("sk_live_"));
    }

    @Test
    void whoeverFindsANoticeClaimedDoesNotSendIt() throws SQLException {
        mailbox.goAway();
        NewKey key = personal("Claimed");
        keys.act(key, "revoke");
        awaitLine(key, FIRST_FAILED);
        mailbox.comeBack();
        long soon = Instant.now().plusSeconds(3).toEpochMilli();
        String ofKey = " where KEY_ID = '" + key.id() + "'";
        try (Connection other = SharedCluster.database();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            rows.change("update API_KEY_NOTICE set NEXT_AT = " + soon + ofKey);
            assertThat(statement.executeUpdate("update API_KEY_NOTICE set NEXT_AT = " + (soon + 600_000)
                            + ", ATTEMPTS = ATTEMPTS + 1" + ofKey + " and NEXT_AT = " + soon))
                    .isEqualTo(1);
            Eventually.get(rows::blocked, sessions -> sessions > 0);
            other.commit();
        }
        endOfTurn();
        assertThat(mailbox.about("Claimed")).isEmpty();
        rows.awaitAttempts(key, 2);

        rows.change("update API_KEY_NOTICE set NEXT_AT = 1" + ofKey);
        mailbox.about("Claimed", 1);
    }

    @Test
    void anSmtpServerThatKeepsSilentHoldsUpNeitherOtherRealmsNorWhoDeletesTheKey() throws IOException {
        TestRealm slow = SharedCluster.newRealm();
        try (SilentServer server = new SilentServer()) {
            sendMailsTo(slow, server.settings());
            Keys there = new Keys(slow);
            NewKey held =
                    there.create(Map.of("name", "Held", "userId", slow.users().id("alice")));
            there.act(held, "revoke");
            Eventually.get(server::waiting, waiting -> waiting == 1);

            keys.act(personal("Meanwhile"), "revoke");
            slow.admin().delete(slow.adminUrl("/api-keys/" + held.id())).then().statusCode(204);
            mailbox.about("Meanwhile", 1);

            assertThat(server.waiting()).isEqualTo(1);
            sendMailsTo(slow, Map.of());
        }
    }

    @Test
    void aRealmThatSendsNoMailsQueuesNone() {
        TestRealm silent = SharedCluster.newRealm();
        silent.setAttribute("api-keys.expiry-notice", "30");
        Keys there = new Keys(silent);
        NewKey ending = there.create();
        rows.endsIn(ending, TWENTY_DAYS);
        NewKey revoked = there.create();
        there.act(revoked, "revoke");

        endOfTurn();

        assertThat(rows.of(ending)).isZero();
        assertThat(rows.of(revoked)).isZero();
    }

    /** A turn has begun and ended since: it has dealt with what was due now. */
    private void endOfTurn() {
        String name = "Sentinel " + UUID.randomUUID();
        rows.endsIn(personal(name), TWENTY_DAYS);
        mailbox.about(name, 1);
        Eventually.get(rows::waitingNow, waiting -> waiting == 0);
    }

    /** An attempt is counted when it begins; only the log tells that it has ended. */
    private static void awaitLine(NewKey key, String outcome) {
        Eventually.get(
                NoticesIT::ourLines, lines -> lines.stream().anyMatch(line -> line.contains(key.id() + outcome)));
    }

    private NewKey personal(String name) {
        return of(alice, name);
    }

    private NewKey of(String user, String name) {
        return keys.create(Map.of("name", name, "userId", user));
    }

    /** Of a client that a test may switch off. */
    private NewKey ofOther(String name) {
        allowOther(true);
        return keys.create(Map.of("name", name, "userId", alice, "clientId", OTHER));
    }

    private void allowOther(boolean allowed) {
        realm.clients().setAttribute(OTHER, "api-keys.enabled", Boolean.toString(allowed));
    }

    private static void sendMailsTo(TestRealm some, Map<String, String> server) {
        some.admin()
                .body(Map.of("smtpServer", server))
                .put(some.adminUrl(""))
                .then()
                .statusCode(204);
    }

    private static List<String> ourLines() {
        return SharedCluster.nodes().nodes().stream()
                .flatMap(node -> node.log().lines())
                .filter(line -> line.contains("dev.apikeys"))
                .toList();
    }

    private void setContact(String contact) {
        realm.clients().setAttribute("shop-backend", "api-keys.contact", contact);
    }
}
