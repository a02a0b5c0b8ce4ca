package dev.apikeys.it.tokens;

import dev.apikeys.it.support.Keys.NewKey;
import io.restassured.response.Response;
import java.util.Map;

/** How a token is got with a key. */
enum Way {
    CLIENT_CREDENTIALS {
        @Override
        Response answer(KeyTokens tokens, String value) {
            return tokens.request(Presentation.BASIC, value);
        }
    },
    EXCHANGE {
        @Override
        Response answer(KeyTokens tokens, String value) {
            return tokens.exchange(value, Map.of());
        }
    };

    abstract Response answer(KeyTokens tokens, String value);

    String token(KeyTokens tokens, NewKey key) {
        return answer(tokens, key.value()).then().statusCode(200).extract().path("access_token");
    }
}
