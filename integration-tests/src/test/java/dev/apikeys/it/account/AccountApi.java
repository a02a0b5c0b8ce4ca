package dev.apikeys.it.account;

import dev.apikeys.it.admin.OpenApiContract;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The account API of one realm as one caller sees it; every answer is held against the OpenAPI document. */
public final class AccountApi {

    private static final String OWN = "/api-keys/account";

    private final TestRealm realm;
    private final OpenApiContract contract;
    private final Supplier<RequestSpecification> caller;
    private final String path;

    private AccountApi(TestRealm realm, OpenApiContract contract, Supplier<RequestSpecification> caller, String path) {
        this.realm = realm;
        this.contract = contract;
        this.caller = caller;
        this.path = path;
    }

    /** As a user of the realm whose password is the name. */
    public static AccountApi of(TestRealm realm, String username) {
        return of(realm, username, new OpenApiContract());
    }

    /** As a user of the realm whose password is the name; the contract remembers what it was held against. */
    public static AccountApi of(TestRealm realm, String username, OpenApiContract contract) {
        return with(realm, realm.tokens().password(username, username), contract);
    }

    /** As the bearer of a token. */
    static AccountApi with(TestRealm realm, String token) {
        return with(realm, token, new OpenApiContract());
    }

    private static AccountApi with(TestRealm realm, String token, OpenApiContract contract) {
        return new AccountApi(realm, contract, () -> realm.bearer(token), OWN);
    }

    /** As somebody who has no token. */
    public AccountApi asNobody() {
        return as(() -> RestAssured.given().contentType(ContentType.JSON));
    }

    /** As the same caller, who declares bodies as something else than JSON. */
    public AccountApi sending(ContentType type) {
        return as(() -> caller.get().contentType(type));
    }

    AccountApi as(Supplier<RequestSpecification> other) {
        return new AccountApi(realm, contract, other, path);
    }

    /** A key of {@code shop-backend} with the scope {@code calls:read}. */
    static Map<String, Object> key() {
        return new HashMap<>(Map.of("name", "My key", "clientId", "shop-backend", "scopes", List.of("calls:read")));
    }

    /** The same with one field as given. */
    static Map<String, Object> keyWith(String field, Object value) {
        Map<String, Object> key = key();
        key.put(field, value);
        return key;
    }

    /** A key of {@code shop-backend} that carries everything. */
    static Map<String, Object> keyWithFullAccess() {
        Map<String, Object> key = keyWith("fullAccess", true);
        key.remove("scopes");
        return key;
    }

    public Response list(Map<String, ?> query) {
        return request().queryParams(query).get(url(""));
    }

    public Response count(Map<String, ?> query) {
        return request().queryParams(query).get(url("/count"));
    }

    /** Creates from anything that can be a body; text goes out as it is. */
    public Response create(Object body) {
        return request().body(body).post(url(""));
    }

    /** Creates and expects success. */
    public NewKey created(Map<String, ?> body) {
        Response response = create(body);
        response.then().statusCode(201);
        return new NewKey(response.path("id"), response.path("key"));
    }

    public Response read(String id) {
        return request().get(url("/{id}"), id);
    }

    public Response usage(String id, Map<String, ?> query) {
        return request().queryParams(query).get(url("/{id}/usage"), id);
    }

    public Response update(String id, Object body) {
        return request().body(body).put(url("/{id}"), id);
    }

    /** Posts to {@code enable}, {@code disable}, {@code revoke} or {@code rotate} without a body. */
    public Response act(String id, String action) {
        return request().post(url("/{id}/" + action), id);
    }

    public Response rotate(String id, Object body) {
        return request().body(body).post(url("/{id}/rotate"), id);
    }

    public Response scopes(Map<String, ?> query) {
        return request().queryParams(query).get(url("/scopes"));
    }

    public Response clients(Map<String, ?> query) {
        return request().queryParams(query).get(url("/clients"));
    }

    public Response policies() {
        return request().get(url("/policies"));
    }

    private RequestSpecification request() {
        return caller.get().filter(contract);
    }

    private String url(String below) {
        return realm.realmUrl(path + below);
    }
}
