package dev.apikeys.keycloak.leak;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** The body of an alert (GitHub Docs, "Secret scanning partner program"). */
final class GithubAlert {

    static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_FINDINGS = 5_000;

    private static final ObjectReader READER =
            JsonSerialization.mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private GithubAlert() {}

    /** Empty when it is not a list of findings. */
    static Optional<List<GithubFinding>> read(byte[] body) {
        try {
            JsonNode json = READER.readTree(body);
            return json.isArray() && json.size() <= MOST_FINDINGS ? findings(json) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<GithubFinding>> findings(JsonNode json) {
        List<GithubFinding> findings = new ArrayList<>();
        for (JsonNode element : json) {
            JsonNode token = element.path("token");
            if (!token.isTextual() || token.textValue().isEmpty()) {
                return Optional.empty();
            }
            findings.add(GithubFinding.of(
                    token.textValue(),
                    element.path("type").asText(""),
                    element.path("url").asText(""),
                    element.path("source").asText("")));
        }
        return Optional.of(findings);
    }
}
