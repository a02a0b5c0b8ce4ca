package dev.apikeys.it.secrecy;

import static io.restassured.RestAssured.given;

import dev.apikeys.it.account.AccountApi;
import dev.apikeys.it.support.GithubAlerts;
import dev.apikeys.it.support.KeyRecords;
import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.Reports;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.it.tokens.KeyTokens;
import dev.apikeys.it.tokens.Presentation;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes keys through everything that can be done with them, in every state. */
final class EveryDoor {

    private static final String EXPORT = "/api-keys/export";

    private final TestRealm realm;
    private final Keys keys;
    private final KeyTokens tokens;
    private final List<String> issued = new ArrayList<>();
    private final List<String> outOfPlace = new ArrayList<>();

    EveryDoor(TestRealm realm) {
        this.realm = realm;
        this.keys = new Keys(realm);
        this.tokens = new KeyTokens(realm);
    }

    /** Returns the values that were made on the way. */
    List<String> walkThrough() {
        new Reports(realm).allow();
        realm.clients().setAttribute("demo-api", "api-keys.gateway", "true");
        ofAClient();
        ofAPerson();
        leaked();
        moved();
        beyondItsLimit();
        return List.copyOf(issued);
    }

    /** Returns the values of these that were typed into a search or a file of an import, where none belongs. */
    List<String> outOfPlace() {
        return List.copyOf(outOfPlace);
    }

    private void ofAClient() {
        NewKey key = keys.create(Map.of("metadata", Map.of("purpose", "walk"), "allowedIps", List.of("127.0.0.1")));
        present(issued(key.value()));
        misplace(key.value());
        mistype(key.value());
        String url = realm.adminUrl("/api-keys/" + key.id());
        present(rotated(realm.admin(), url));
        keys.change(key, Map.of("name", "walked"));
        new Reports(realm).send(List.of(Reports.entry(key.id(), "sent", 1)));
        for (String action : List.of("disable", "enable", "revoke")) {
            keys.act(key, action);
            present(key.value());
        }
        realm.admin().get(realm.adminUrl("/api-keys"));
        realm.admin().get(realm.adminUrl("/api-keys?search=" + outOfPlace(key.value())));
        realm.admin().get(url);
        realm.admin().get(url + "/usage");
        realm.admin().delete(url);
        present(key.value());
    }

    private void ofAPerson() {
        AccountApi alice = AccountApi.of(realm, "alice");
        NewKey own = alice.created(Map.of("name", "own", "clientId", "shop-backend", "scopes", List.of("calls:read")));
        present(issued(own.value()));
        present(rotated(realm.user("alice"), realm.realmUrl("/api-keys/account/" + own.id())));
        alice.list(Map.of());
        // where no key belongs
        alice.create("\"" + own.value() + "\"");
        alice.list(Map.of("search", outOfPlace(own.value())));
        alice.act(own.id(), "revoke");
    }

    private void leaked() {
        String shown = issued(keys.create().value());
        show(given().formParam("key", shown));
        present(shown);
        show(given().contentType(ContentType.JSON).body(Map.of("token", shown)));
        show(given().header("X-API-Key", shown));
        show(given().header("Authorization", "ApiKey " + shown));
        show(given().header("X-API-Key", shown).formParam("key", shown + "x"));
        GithubAlerts github = new GithubAlerts(realm);
        realm.setAttribute("api-keys.github-keys", github.publicKeys());
        realm.setAttribute("api-keys.github-leaks", "revoke");
        String found = issued(keys.create().value());
        String alert = GithubAlerts.about(found, found + "x", "garbage").replace("/.env", "/" + found + ".env");
        github.send(given(), alert, GithubAlerts.IDENTIFIER, "wrong");
        github.send(alert + "x");
        github.send(alert);
        present(found);
    }

    private void show(RequestSpecification request) {
        request.post(realm.realmUrl("/api-keys/revoke"));
    }

    /** The keys of two values are deleted first: a hash has one key only. */
    private void moved() {
        String first = deleted(keys.create());
        String next = deleted(keys.create());
        Map<String, Object> record = KeyRecords.of("walked", first);
        importAll(List.of(KeyRecords.with(record, "valueCreatedAt", "2022-01-01T00:00:00Z")));
        present(first);
        Map<String, Object> later = KeyRecords.with(record, "hash", KeyRecords.hex(next));
        importAll(List.of(
                KeyRecords.with(later, "valueCreatedAt", "2022-01-02T00:00:00Z"),
                record,
                KeyRecords.of("other", next),
                KeyRecords.with(KeyRecords.of("plain", first), "name", outOfPlace(first)),
                KeyRecords.with(KeyRecords.of("odd", ""), "hash", first)));
        present(next);
        realm.admin().get(realm.adminUrl(EXPORT));
        realm.admin().accept(ContentType.JSON).get(realm.adminUrl(EXPORT));
    }

    private String deleted(NewKey key) {
        realm.admin().delete(realm.adminUrl("/api-keys/" + key.id()));
        return issued(key.value());
    }

    private void importAll(List<Map<String, Object>> records) {
        for (String accept : List.of("*/*", "application/json")) {
            realm.admin().accept(accept).body(KeyRecords.json(records)).post(realm.adminUrl("/api-keys/import"));
        }
    }

    private void beyondItsLimit() {
        present(issued(keys.create(Map.of("limits", List.of("2/hour"))).value()));
    }

    private void misplace(String value) {
        keys.introspect(value, Map.of("scope", "calls:read " + value));
        check(value, Map.of("scope", value));
        check(value, Map.of("audience", value));
    }

    private void mistype(String value) {
        present(value + "x");
        present(value.substring(0, value.length() - 1));
    }

    private String issued(String value) {
        issued.add(value);
        return value;
    }

    private String outOfPlace(String value) {
        outOfPlace.add(value);
        return value;
    }

    private String rotated(RequestSpecification who, String key) {
        return issued(who.body(Map.of("overlap", 60)).post(key + "/rotate").path("key"));
    }

    private void present(String value) {
        keys.introspect(value, Map.of());
        keys.introspect(value, Map.of("token_type_hint", "api_key", "client_ip", "not an address", "cost", value));
        realm.introspect("other-api", "other-api-secret", value);
        realm.introspect("demo-api", value, value);
        check(value, Map.of());
        check(value, Map.of("token", "true"));
        given().header("X-API-Key", value).get(realm.realmUrl("/api-keys/check"));
        given().auth()
                .preemptive()
                .basic("demo-api", "demo-api-secret")
                .contentType(ContentType.JSON)
                .body(Map.of("checks", List.of(Map.of("key", value), Map.of("key", value, "scope", "calls:write"))))
                .post(realm.realmUrl("/api-keys/check/batch"));
        for (Presentation presentation : Presentation.values()) {
            tokens.request(presentation, value);
        }
        tokens.exchange(value, Map.of());
        realm.tokens().request(Map.of("grant_type", value, "client_id", value, "client_secret", value));
        realm.bearer(value).get(realm.adminUrl("/api-keys"));
        realm.bearer(value).get(realm.realmUrl("/api-keys/account"));
    }

    private void check(String value, Map<String, ?> query) {
        given().auth()
                .preemptive()
                .basic("demo-api", "demo-api-secret")
                .header("X-API-Key", value)
                .queryParams(query)
                .get(realm.realmUrl("/api-keys/check"));
    }
}
