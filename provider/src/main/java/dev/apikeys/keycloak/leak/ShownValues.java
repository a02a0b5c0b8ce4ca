package dev.apikeys.keycloak.leak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apikeys.keycloak.KeyHeaders;
import dev.apikeys.keycloak.rest.Answers;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.http.HttpRequest;
import org.keycloak.util.JsonSerialization;

/** The values in a request, each once. Other fields mean nothing: RFC 7009 §2.1 has a {@code token_type_hint}, for example. */
record ShownValues(HttpRequest request) {

    /** More than any value needs. */
    private static final int MOST_BYTES = 8 * 1024;

    private static final Set<String> NAMES = Set.of("key", "token");

    /**
     * Empty when the body cannot be read.
     *
     * @param body of anything but a form, which Keycloak has read before it asks any resource
     */
    Set<String> with(InputStream body) {
        HttpHeaders headers = request.getHttpHeaders();
        Set<String> values = new LinkedHashSet<>(KeyHeaders.plain(headers));
        values.addAll(KeyHeaders.authorization(headers, KeyHeaders.API_KEY_SCHEME));
        MediaType type = headers.getMediaType();
        if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
            addForm(values);
        } else if (MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
            addJson(Answers.bytes(body, MOST_BYTES), values);
        }
        values.remove("");
        return values.stream().anyMatch(value -> value.length() > MOST_BYTES) ? Set.of() : values;
    }

    private void addForm(Set<String> values) {
        MultivaluedMap<String, String> form = request.getDecodedFormParameters();
        NAMES.forEach(name -> form.getOrDefault(name, List.of()).forEach(value -> values.add(value.strip())));
    }

    private static void addJson(byte[] bytes, Set<String> values) {
        try {
            JsonNode json = JsonSerialization.mapper.readTree(bytes);
            NAMES.forEach(name -> values.add(json.path(name).asText("").strip()));
        } catch (IOException | NumberFormatException e) {
            values.clear();
        }
    }
}
