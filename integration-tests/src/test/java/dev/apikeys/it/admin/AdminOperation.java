package dev.apikeys.it.admin;

import dev.apikeys.it.support.KeyRecords;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An operation of the API in a form that succeeds for whoever may.
 *
 * @param request asks on behalf of a caller, about the key with the id where it is about one
 */
record AdminOperation(String name, BiFunction<AdminApi, String, Response> request) {

    static Stream<AdminOperation> all() {
        return Stream.concat(
                Stream.of(
                        new AdminOperation("list", (api, id) -> api.list(Map.of())),
                        new AdminOperation("count", (api, id) -> api.count(Map.of())),
                        new AdminOperation("clients", (api, id) -> api.clients(Map.of())),
                        new AdminOperation("policies", (api, id) -> api.policies()),
                        new AdminOperation("scope groups", (api, id) -> api.scopeGroups()),
                        new AdminOperation("scopes", (api, id) -> api.scopes(Map.of("clientId", "shop-backend"))),
                        new AdminOperation("create", (api, id) -> api.create(NewKeys.named("Made by an operation"))),
                        new AdminOperation(
                                "accepted by",
                                (api, id) -> api.acceptedBy(Map.of("clientId", "shop-backend", "fullAccess", true))),
                        new AdminOperation("create ui client", (api, id) -> api.createUiClient()),
                        new AdminOperation(
                                "import",
                                (api, id) -> api.importKeys(
                                        List.of(KeyRecords.of("by an operation", "a value by an operation")))),
                        new AdminOperation("export", (api, id) -> api.exportKeys(Map.of())),
                        new AdminOperation("read settings", (api, id) -> api.settings()),
                        new AdminOperation("read defaults", (api, id) -> api.defaultSettings()),
                        new AdminOperation(
                                "change settings", (api, id) -> api.changeSettings(Map.of("freshness", 30)))),
                onOneKey());
    }

    static Stream<AdminOperation> onOneKey() {
        return Stream.of(
                new AdminOperation("read", AdminApi::read),
                new AdminOperation("usage", (api, id) -> api.usage(id, Map.of())),
                new AdminOperation("update", (api, id) -> api.update(id, Map.of("name", "Changed"))),
                new AdminOperation("enable", (api, id) -> api.act(id, "enable")),
                new AdminOperation("disable", (api, id) -> api.act(id, "disable")),
                new AdminOperation("revoke", (api, id) -> api.act(id, "revoke")),
                new AdminOperation("rotate", (api, id) -> api.act(id, "rotate")),
                new AdminOperation("delete", AdminApi::delete));
    }

    Response send(AdminApi api, String id) {
        return request.apply(api, id);
    }

    @Override
    public String toString() {
        return name;
    }
}
