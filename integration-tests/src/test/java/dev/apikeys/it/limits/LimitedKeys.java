package dev.apikeys.it.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** Keys with limits, and calls that are counted at introspection by {@code demo-api}. */
final class LimitedKeys {

    private final Keys keys;

    LimitedKeys(TestRealm realm) {
        this.keys = new Keys(realm);
    }

    /** A key of {@code shop-backend} with limits of its own; with none at all when none is given. */
    NewKey create(String... limits) {
        return keys.create(Map.of("limits", List.of(limits)));
    }

    /** A key of another client, with limits of its own. */
    NewKey createFor(String clientId, String... limits) {
        return keys.create(Map.of("clientId", clientId, "limits", List.of(limits)));
    }

    /** Gives the key these limits of its own instead of those that it had. */
    void change(NewKey key, String... limits) {
        keys.change(key, Map.of("limits", List.of(limits)));
    }

    /** A call that costs what calls usually cost. */
    Response call(NewKey key) {
        return keys.introspect(key);
    }

    Response call(NewKey key, int cost) {
        return keys.introspect(key.value(), Map.of("cost", cost));
    }

    /** So many calls, all of which are let through. */
    void use(NewKey key, int calls) {
        for (int call = 0; call < calls; call++) {
            isAllowed(call(key));
        }
    }

    /** A call that costs nothing. */
    Response look(NewKey key) {
        Response answer = call(key, 0);
        isAllowed(answer);
        return answer;
    }

    /** What the limits that hold for the key leave, in the order of the answer. */
    List<Integer> remaining(NewKey key) {
        return Reported.remaining(look(key));
    }

    static void isAllowed(Response answer) {
        assertThat(answer.<Boolean>path("active")).as(answer.asString()).isTrue();
    }

    /** The call was refused because of a limit, and for no other reason. */
    static ValidatableResponse isLimited(Response answer) {
        return answer.then()
                .statusCode(200)
                .body("active", equalTo(false))
                .body("error", equalTo("rate_limit_exceeded"));
    }
}
