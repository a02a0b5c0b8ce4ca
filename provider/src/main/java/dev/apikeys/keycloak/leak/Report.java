package dev.apikeys.keycloak.leak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.model.LeakReporter;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/**
 * Who says that somebody else has a value, and where they found it.
 *
 * @param address whence the report came
 * @param url where the value stands, without what could be a secret
 * @param source in which kind of place that is, in the reporter's words
 */
record Report(LeakReporter reporter, Optional<String> address, Optional<String> url, Optional<String> source) {

    ObjectNode json() {
        ObjectNode json = JsonSerialization.createObjectNode().put("reportedBy", reporter.code());
        url.ifPresent(text -> json.put("url", text));
        source.ifPresent(text -> json.put("source", text));
        return json;
    }
}
