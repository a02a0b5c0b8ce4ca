package dev.apikeys.keycloak.check;

import java.util.Set;
import java.util.TreeSet;

/** What {@code WWW-Authenticate} asks for (RFC 9110 §11.6.1, RFC 6750 §3). */
sealed interface Challenge {

    /** Nothing: authenticating would not help. */
    record None() implements Challenge {}

    /** The credentials of a gateway. */
    record Gateway() implements Challenge {}

    /** A key; nobody presented one, so that nothing can be said of it (RFC 6750 §3.1). */
    record AnyKey() implements Challenge {}

    /** A key that is good. */
    record GoodKey(String description) implements Challenge {}

    /**
     * A key that may do more.
     *
     * @param scopes all that the operation needs
     */
    record StrongerKey(String description, Set<String> scopes) implements Challenge {}

    /** The value of the header field; blank for none. One line: some gateways pass on no more than one. */
    default String text(String realm) {
        String of = "realm=" + HeaderText.quoted(realm);
        String key = "ApiKey " + of + ", Bearer " + of;
        if (this instanceof Gateway) {
            return "Basic " + of;
        }
        if (this instanceof AnyKey) {
            return key;
        }
        if (this instanceof GoodKey good) {
            return key + error("invalid_token", good.description());
        }
        if (this instanceof StrongerKey stronger) {
            String scope = stronger.scopes().isEmpty()
                    ? ""
                    : ", scope=" + HeaderText.quoted(String.join(" ", new TreeSet<>(stronger.scopes())));
            return key + error("insufficient_scope", stronger.description()) + scope;
        }
        return "";
    }

    private static String error(String error, String description) {
        return ", error=\"" + error + "\", error_description=" + HeaderText.quoted(description);
    }
}
