package dev.apikeys.it.tokens;

import dev.apikeys.it.support.Keys.NewKey;
import io.restassured.response.Response;
import java.util.Map;

/** How a token is got with a key. */
public enum Way {
    CLIENT_CREDENTIALS {
        @Override
        public Response answer(KeyTokens tokens, String value) {
            return tokens.request(Presentation.BASIC, value);
        }
    },
    EXCHANGE {
        @Override
        public Response answer(KeyTokens tokens, String value) {
            return tokens.exchange(value, Map.of());
        }
    };

    /** The answer to a token request with the value of a key. */
    public abstract Response answer(KeyTokens tokens, String value);

    String token(KeyTokens tokens, NewKey key) {
        return answer(tokens, key.value()).then().statusCode(200).extract().path("access_token");
    }
}
