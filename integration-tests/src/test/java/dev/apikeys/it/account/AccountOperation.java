package dev.apikeys.it.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An operation of the account API in a form that succeeds for the owner of the key.
 *
 * @param request asks on behalf of a caller, about the key with the id where it is about one
 */
public record AccountOperation(String name, BiFunction<AccountApi, String, Response> request) {

    public static Stream<AccountOperation> all() {
        return Stream.concat(
                Stream.of(
                        new AccountOperation("list", (api, id) -> api.list(Map.of())),
                        new AccountOperation("count", (api, id) -> api.count(Map.of())),
                        new AccountOperation("clients", (api, id) -> api.clients(Map.of())),
                        new AccountOperation("policies", (api, id) -> api.policies()),
                        new AccountOperation("scopes", (api, id) -> api.scopes(Map.of("clientId", "shop-backend"))),
                        new AccountOperation("create", (api, id) -> api.create(AccountApi.key()))),
                onOneKey());
    }

    public static Stream<AccountOperation> onOneKey() {
        return Stream.of(
                new AccountOperation("read", AccountApi::read),
                new AccountOperation("usage", (api, id) -> api.usage(id, Map.of())),
                new AccountOperation("update", (api, id) -> api.update(id, Map.of("name", "Changed"))),
                new AccountOperation("enable", (api, id) -> api.act(id, "enable")),
                new AccountOperation("rotate", (api, id) -> api.act(id, "rotate")),
                new AccountOperation("disable", (api, id) -> api.act(id, "disable")),
                new AccountOperation("revoke", (api, id) -> api.act(id, "revoke")));
    }

    public Response send(AccountApi api, String id) {
        return request.apply(api, id);
    }

    void assertAnswer(int status, AccountApi api, String id) {
        Response answer = send(api, id);
        assertThat(answer.statusCode()).as("%s: %s", name, answer.asString()).isEqualTo(status);
    }

    @Override
    public String toString() {
        return name;
    }
}
