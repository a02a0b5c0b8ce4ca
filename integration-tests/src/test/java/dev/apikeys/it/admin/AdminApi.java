package dev.apikeys.it.admin;

import dev.apikeys.it.support.TestRealm;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.function.Supplier;

/** The admin API of one realm as one caller sees it; every answer is held against the OpenAPI document. */
final class AdminApi {

    private final TestRealm realm;
    private final OpenApiContract contract;
    private final Supplier<RequestSpecification> caller;

    private AdminApi(TestRealm realm, OpenApiContract contract, Supplier<RequestSpecification> caller) {
        this.realm = realm;
        this.contract = contract;
        this.caller = caller;
    }

    /** As the administrator of the master realm. */
    static AdminApi of(TestRealm realm) {
        return of(realm, new OpenApiContract());
    }

    /** As the administrator of the master realm; the contract remembers what it was held against. */
    static AdminApi of(TestRealm realm, OpenApiContract contract) {
        return new AdminApi(realm, contract, realm::admin);
    }

    AdminApi as(Supplier<RequestSpecification> other) {
        return new AdminApi(realm, contract, other);
    }

    /** As somebody who has no token. */
    AdminApi asNobody() {
        return as(() -> RestAssured.given().contentType(ContentType.JSON));
    }

    /** As the same caller, who declares bodies as something else than JSON. */
    AdminApi sending(ContentType type) {
        return as(() -> caller.get().contentType(type));
    }

    /** As a user of the realm whose password is the name. */
    AdminApi asUser(String username) {
        String token = realm.tokens().password(username, username);
        return as(() -> realm.bearer(token));
    }

    Response list(Map<String, ?> query) {
        return request().queryParams(query).get(url(""));
    }

    Response count(Map<String, ?> query) {
        return request().queryParams(query).get(url("/count"));
    }

    /** Creates from anything that can be a body; text goes out as it is. */
    Response create(Object body) {
        return request().body(body).post(url(""));
    }

    /** Creates and expects success. */
    CreatedKey created(Map<String, ?> body) {
        return CreatedKey.of(create(body).then().statusCode(201).extract().response());
    }

    Response read(String id) {
        return request().get(url("/{id}"), id);
    }

    Response usage(String id, Map<String, ?> parameters) {
        return request().queryParams(parameters).get(url("/{id}/usage"), id);
    }

    Response update(String id, Object body) {
        return request().body(body).put(url("/{id}"), id);
    }

    Response delete(String id) {
        return request().delete(url("/{id}"), id);
    }

    /** Posts to {@code enable}, {@code disable}, {@code revoke} or {@code rotate} without a body. */
    Response act(String id, String action) {
        return request().post(url("/{id}/" + action), id);
    }

    Response rotate(String id, Object body) {
        return request().body(body).post(url("/{id}/rotate"), id);
    }

    Response scopes(Map<String, ?> query) {
        return request().queryParams(query).get(url("/scopes"));
    }

    Response acceptedBy(Object body) {
        return request().body(body).post(url("/accepted-by"));
    }

    Response createUiClient() {
        return request().post(url("/ui-client"));
    }

    Response clients(Map<String, ?> query) {
        return request().queryParams(query).get(url("/clients"));
    }

    Response policies() {
        return request().get(url("/policies"));
    }

    Response scopeGroups() {
        return request().get(url("/scope-groups"));
    }

    /** Imports an array of records, or whatever is given, and asks for the whole report at once. */
    Response importKeys(Object body) {
        return request().accept(ContentType.JSON).body(body).post(url("/import"));
    }

    Response exportKeys(Map<String, ?> query) {
        return request().accept(ContentType.JSON).queryParams(query).get(url("/export"));
    }

    Response defaultSettings() {
        return request().get(url("/settings/defaults"));
    }

    Response settings() {
        return request().get(url("/settings"));
    }

    Response changeSettings(Object body) {
        return request().body(body).put(url("/settings"));
    }

    /** What a resource server that the demo's keys are meant for learns about a value. */
    Response introspect(String value) {
        return realm.introspect("demo-api", "demo-api-secret", value);
    }

    private RequestSpecification request() {
        return caller.get().filter(contract);
    }

    private String url(String path) {
        return realm.adminUrl("/api-keys" + path);
    }
}
