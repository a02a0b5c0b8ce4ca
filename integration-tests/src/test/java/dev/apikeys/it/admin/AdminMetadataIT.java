package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata are carried through as they are: to administrators and to resource servers. */
class AdminMetadataIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private static final ObjectMapper EXACT =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final AdminApi api = AdminApi.of(realm);

    @BeforeAll
    static void makeRoom() {
        realm.setAttribute("api-keys.max-active-per-client", "1000");
    }

    @Nested
    class OfANewKey {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"team\":\"billing\",\"nested\":{\"list\":[1,true,null,\"x\",{\"y\":[]}]}}",
                    "{\"\":\"empty name\",\"ключ\":\"🔑\",\"sql\":\"'; DROP TABLE API_KEY;--\",\"nul\":\"\\u0000\"}",
                    "{\"long\":12345678901234567890123,\"exact\":0.1000000000000000055511151231257827}",
                    "{\"large\":1e400,\"small\":-2.5e-400,\"huge\":1e999999999}"
                })
        void areReadAndIntrospectedAsTheyWereWritten(String metadata) {
            Response created = api.create(body(metadata));
            assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
            CreatedKey key = CreatedKey.of(created);
            assertThat(json(created.asString()).path("metadata")).isEqualTo(json(metadata));
            assertThat(json(api.read(key.id()).asString()).path("metadata")).isEqualTo(json(metadata));
            assertThat(json(api.introspect(key.value()).asString()).at("/api_key/metadata"))
                    .isEqualTo(json(metadata));
        }

        @Test
        void mayHave4000Characters() {
            String metadata = "{\"x\":\"" + "y".repeat(3_992) + "\"}";
            assertThat(metadata).hasSize(4_000);
            api.create(body(metadata)).then().statusCode(201);
        }

        @Test
        void areEmptyWhenThereAreNone() {
            api.create(NewKeys.without("metadata")).then().body("metadata", anEmptyMap());
            api.create(NewKeys.with("metadata", null)).then().body("metadata", anEmptyMap());
        }
    }

    @Nested
    class OfAChangedKey {

        private final String id =
                api.created(NewKeys.with("metadata", Map.of("team", "billing"))).id();

        @Test
        void areReplacedAsAWhole() {
            String answer = api.update(id, "{\"metadata\":{\"tier\":2.50}}").asString();
            assertThat(json(answer).path("metadata")).isEqualTo(json("{\"tier\":2.50}"));
        }

        @Test
        void areEmptyAfterNull() {
            api.update(id, NewKeys.only("metadata", null)).then().body("metadata", anEmptyMap());
        }
    }

    private static String body(String metadata) {
        return "{\"name\":\"Metadata\",\"clientId\":\"shop-backend\",\"scopes\":[\"calls:read\"],\"metadata\":"
                + metadata + "}";
    }

    private static JsonNode json(String text) {
        try {
            return EXACT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
