package dev.apikeys.core.settings;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.key.SigningKeys;
import java.net.URI;

/** By which public keys GitHub's alerts are verified. */
public sealed interface GithubKeys {

    /** They are published there. */
    record Address(URI address) implements GithubKeys {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /**
     * The realm has the document that is published.
     *
     * @param text the document
     */
    record Document(String text, SigningKeys keys) implements GithubKeys {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Reads an https address or the document itself; one without TLS could be answered by anybody. */
    static Parsed<GithubKeys> parse(String text) {
        if (text.startsWith("{")) {
            return SigningKeys.parse(text).map(keys -> new Document(text, keys));
        }
        return SettingReaders.webAddress().apply(text).toOptional().stream()
                .filter(address -> "https".equalsIgnoreCase(address.getScheme()))
                .findFirst()
                .map(address -> Parsed.<GithubKeys>good(new Address(address)))
                .orElseGet(() -> Parsed.bad("an https address, or " + SigningKeys.ALLOWED));
    }
}
