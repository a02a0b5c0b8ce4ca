package dev.apikeys.it.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * An operation of the account API in a form that succeeds for the owner of the key.
 *
 * @param success what it answers then
 * @param request asks on behalf of a caller, about the key with the id where it is about one
 */
public record AccountOperation(String name, Kind kind, int success, BiFunction<AccountApi, String, Response> request) {

    static final String NAME_OF_NEW_KEY = "Made by an operation";

    /** What it takes to be allowed. */
    enum Kind {
        /** Seeing the account. */
        READ,
        /** Changing the account, and a client that offers self-service. */
        RENEW,
        /** Changing the account. */
        TAKE_AWAY
    }

    public static Stream<AccountOperation> all() {
        return Stream.concat(
                Stream.of(
                        new AccountOperation("list", Kind.READ, 200, (api, id) -> api.list(Map.of())),
                        new AccountOperation("count", Kind.READ, 200, (api, id) -> api.count(Map.of())),
                        new AccountOperation("clients", Kind.READ, 200, (api, id) -> api.clients(Map.of())),
                        new AccountOperation("policies", Kind.READ, 200, (api, id) -> api.policies()),
                        new AccountOperation(
                                "scopes", Kind.READ, 200, (api, id) -> api.scopes(Map.of("clientId", "shop-backend"))),
                        new AccountOperation(
                                "create",
                                Kind.RENEW,
                                201,
                                (api, id) -> api.create(AccountApi.keyWith("name", NAME_OF_NEW_KEY)))),
                onOneKey());
    }

    public static Stream<AccountOperation> onOneKey() {
        return Stream.of(
                new AccountOperation("read", Kind.READ, 200, AccountApi::read),
                new AccountOperation("usage", Kind.READ, 200, (api, id) -> api.usage(id, Map.of())),
                new AccountOperation("update", Kind.RENEW, 200, (api, id) -> api.update(id, Map.of("name", "Changed"))),
                new AccountOperation("enable", Kind.RENEW, 200, (api, id) -> api.act(id, "enable")),
                new AccountOperation("rotate", Kind.RENEW, 200, (api, id) -> api.act(id, "rotate")),
                new AccountOperation("disable", Kind.TAKE_AWAY, 200, (api, id) -> api.act(id, "disable")),
                new AccountOperation("revoke", Kind.TAKE_AWAY, 200, (api, id) -> api.act(id, "revoke")));
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
