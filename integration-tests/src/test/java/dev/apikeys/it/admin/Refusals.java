package dev.apikeys.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** Answers 400, each of which names the field, what was written there and what is allowed. */
final class Refusals {

    private Refusals() {}

    /** One field was refused, and nothing else. */
    static void assertRefused(Response response, String field, String value, String allowed) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.<String>path("field")).as(response.asString()).isEqualTo(field);
        assertThat(response.<String>path("errorMessage"))
                .startsWith(field + ": '" + value + "' is not allowed; allowed: ")
                .contains(allowed);
    }

    /** Several fields were refused in one answer. */
    static void assertAllRefused(Response response, String... fields) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        List<Map<String, String>> errors = response.path("errors");
        assertThat(errors).extracting(error -> error.get("field")).containsExactlyInAnyOrder(fields);
        assertThat(errors).allSatisfy(error -> assertThat(error.get("errorMessage"))
                .startsWith(error.get("field") + ": '")
                .contains("' is not allowed; allowed: "));
    }
}
