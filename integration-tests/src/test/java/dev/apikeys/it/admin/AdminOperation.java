package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An operation of the API in a form that succeeds for whoever may.
 *
 * @param success what it answers then
 * @param request asks on behalf of a caller, about the key with the id where it is about one
 */
record AdminOperation(String name, Kind kind, int success, BiFunction<AdminApi, String, Response> request) {

    static final String NAME_OF_NEW_KEY = "Made by an operation";

    /** What it takes to be allowed. */
    enum Kind {
        LIST,
        READ,
        CREATE,
        CHANGE,
        SETTINGS
    }

    static Stream<AdminOperation> all() {
        return Stream.concat(
                Stream.of(
                        new AdminOperation("list", Kind.LIST, 200, (api, id) -> api.list(Map.of())),
                        new AdminOperation("count", Kind.LIST, 200, (api, id) -> api.count(Map.of())),
                        new AdminOperation("clients", Kind.LIST, 200, (api, id) -> api.clients(Map.of())),
                        new AdminOperation("policies", Kind.LIST, 200, (api, id) -> api.policies()),
                        new AdminOperation("scope groups", Kind.LIST, 200, (api, id) -> api.scopeGroups()),
                        new AdminOperation(
                                "scopes", Kind.READ, 200, (api, id) -> api.scopes(Map.of("clientId", "shop-backend"))),
                        new AdminOperation(
                                "create", Kind.CREATE, 201, (api, id) -> api.create(NewKeys.named(NAME_OF_NEW_KEY))),
                        new AdminOperation(
                                "accepted by",
                                Kind.CREATE,
                                200,
                                (api, id) -> api.acceptedBy(Map.of("clientId", "shop-backend", "fullAccess", true))),
                        new AdminOperation("create ui client", Kind.CREATE, 201, (api, id) -> api.createUiClient()),
                        new AdminOperation("read settings", Kind.SETTINGS, 200, (api, id) -> api.settings()),
                        new AdminOperation("read defaults", Kind.SETTINGS, 200, (api, id) -> api.defaultSettings()),
                        new AdminOperation(
                                "change settings",
                                Kind.SETTINGS,
                                200,
                                (api, id) -> api.changeSettings(Map.of("freshness", 30)))),
                onOneKey());
    }

    static Stream<AdminOperation> onOneKey() {
        return Stream.of(
                new AdminOperation("read", Kind.READ, 200, AdminApi::read),
                new AdminOperation("usage", Kind.READ, 200, (api, id) -> api.usage(id, Map.of())),
                new AdminOperation("update", Kind.CHANGE, 200, (api, id) -> api.update(id, Map.of("name", "Changed"))),
                new AdminOperation("enable", Kind.CHANGE, 200, (api, id) -> api.act(id, "enable")),
                new AdminOperation("disable", Kind.CHANGE, 200, (api, id) -> api.act(id, "disable")),
                new AdminOperation("revoke", Kind.CHANGE, 200, (api, id) -> api.act(id, "revoke")),
                new AdminOperation("rotate", Kind.CHANGE, 200, (api, id) -> api.act(id, "rotate")),
                new AdminOperation("delete", Kind.CHANGE, 204, AdminApi::delete));
    }

    static Stream<AdminOperation> beyondTheList() {
        return all().filter(operation -> operation.kind() != Kind.LIST);
    }

    boolean reads() {
        return kind == Kind.LIST || kind == Kind.READ;
    }

    Response send(AdminApi api, String id) {
        return request.apply(api, id);
    }

    void assertAnswer(int status, AdminApi api, String id) {
        Response answer = send(api, id);
        assertThat(answer.statusCode()).as("%s: %s", name, answer.asString()).isEqualTo(status);
    }

    @Override
    public String toString() {
        return name;
    }
}
