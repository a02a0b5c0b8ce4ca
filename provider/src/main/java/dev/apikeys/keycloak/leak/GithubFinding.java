package dev.apikeys.keycloak.leak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.key.KeyHash;
import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.LeakReporter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.util.JsonSerialization;

/**
 * One element of an alert: a text that looks like a key, and where GitHub found it.
 *
 * @param type the name under which GitHub knows our pattern
 */
record GithubFinding(KeyValue value, String type, Optional<String> url, Optional<String> source) {

    private static final int LONGEST_URL = 500;
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z_]{1,40}");

    /** Takes only what events can show: neither credentials nor a query, and nothing in which the text itself stands. */
    static GithubFinding of(String token, String type, String url, String source) {
        return new GithubFinding(
                KeyValue.of(token),
                type,
                place(url).filter(place -> !PathText.of(place).mayShow(token)),
                Optional.of(source).filter(text -> SOURCE.matcher(text).matches()));
    }

    private static Optional<String> place(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) && uri.getHost() != null && url.length() <= LONGEST_URL;
            return web ? Optional.of("https://" + uri.getHost() + uri.getRawPath()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Report report(Optional<String> address) {
        return new Report(LeakReporter.GITHUB, address, url, source);
    }

    /** What GitHub wants to know; the text itself does not go back over the net. */
    ObjectNode feedback(boolean isKey) {
        return JsonSerialization.createObjectNode()
                .put("token_hash", KeyHash.of(value).hex())
                .put("token_type", type)
                .put("label", isKey ? "true_positive" : "false_positive");
    }
}
