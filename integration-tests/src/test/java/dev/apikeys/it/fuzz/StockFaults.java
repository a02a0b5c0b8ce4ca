package dev.apikeys.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Requests on which Keycloak fails before or after any code of the extension, and so without it, too;
 * {@link StockFaultsIT} holds each of them against such a server.
 */
@SuppressWarnings("ImmutableEnumChecker") // a draft is sent, and never changed
enum StockFaults {

    /** What adds security headers to answers throws. Doors of the extension refuse such requests before, once Keycloak asks them. */
    UNREADABLE_MEDIA_TYPE(500, new Draft("", "GET", ".well-known/openid-configuration").header("Content-Type", "/")) {
        @Override
        boolean isIn(Draft draft) {
            return !draft.reachesTheExtension()
                    && draft.values("Content-Type")
                            .anyMatch(type -> !MEDIA_TYPE.matcher(type).matches());
        }

        @Override
        boolean isLoggedAs(String entry) {
            return entry.contains(NO_MEDIA_TYPE)
                    && entry.contains("DefaultSecurityHeadersProvider.addHeaders(")
                    && !entry.contains("dev.apikeys");
        }
    },

    /** The reader of client credentials throws, which is logged as if it were an error; 401 in Keycloak 26.6. */
    CREDENTIALS_OF_UNREADABLE_MEDIA_TYPE(Set.of(400, 401), introspection().header("Content-Type", "/")) {
        @Override
        boolean isLoggedAs(String entry) {
            return entry.contains(NO_MEDIA_TYPE) && isOfAClientsCredentials(entry);
        }
    },

    /** The reader of forms throws, before anybody has asked for one. */
    BROKEN_PERCENT_ENCODING(500, introspection().form("token", "a").rawForm("scope", "%zz")) {
        @Override
        boolean isIn(Draft draft) {
            return draft.values("Content-Type").anyMatch(type -> type.startsWith("application/x-www-form-urlencoded"))
                    && BROKEN.matcher(text(draft)).find();
        }

        @Override
        boolean isLoggedAs(String entry) {
            return entry.contains("Failed to decode URL")
                    && entry.contains("FormBodyHandler.handle(")
                    && !entry.contains("dev.apikeys");
        }
    },

    /** The reader of forms throws, before anybody has asked for one. */
    BROKEN_MULTIPART(
            500,
            introspection()
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .rawForm("token", "a")) {
        @Override
        boolean isIn(Draft draft) {
            return draft.values("Content-Type").anyMatch(type -> type.startsWith("multipart/form-data"));
        }

        @Override
        boolean isLoggedAs(String entry) {
            return entry.contains("Connection terminated parsing multipart request") && !entry.contains("dev.apikeys");
        }
    },

    /** What answers preflights of CORS is taken for an answer itself. */
    PREFLIGHT_OF_NOTHING(500, new Draft("", "OPTIONS", "/admin/%2f/realms")) {
        @Override
        boolean isIn(Draft draft) {
            return draft.method.equals("OPTIONS") && draft.path.matches("/admin/(?!realms/).*");
        }

        @Override
        boolean isLoggedAs(String entry) {
            return entry.contains("No serializer found for class")
                    && entry.contains("org.keycloak.services.resources.admin.AdminCorsPreflightService");
        }
    },

    /** What looks for an administrator's realm in the token's issuer finds none. */
    TOKEN_WITHOUT_ISSUER(500, new Draft("", "GET", "/admin/realms").bearer(TokenText.of("{\"sub\":\"a\"}"))) {
        @Override
        boolean isIn(Draft draft) {
            return draft.path.startsWith("/admin")
                    && draft.values("Authorization")
                            .anyMatch(line -> TokenText.isIn(line) && !TokenText.names(line, "iss"));
        }

        @Override
        boolean isLoggedAs(String entry) {
            return entry.contains("AccessToken.getIssuer()\" is null")
                    && entry.contains("AdminRoot.authenticateRealmAdminRequest(")
                    && !entry.contains("dev.apikeys");
        }
    },

    /** PostgreSQL refuses to look for the realm. */
    NUL_IN_REALM(500, new Draft("", "GET", "/realms/a%00b")) {
        @Override
        boolean isIn(Draft draft) {
            return draft.path.matches("(/admin)?/realms/[^/]*%00.*");
        }

        @Override
        boolean isLoggedAs(String entry) {
            return isRefusedByTheDatabase(entry)
                    && entry.contains("JpaRealmProvider.getRealmByName(")
                    && !entry.contains("dev.apikeys");
        }
    },

    /** PostgreSQL refuses to look for the client, and then to store the event that says so. */
    NUL_IN_CLIENT_ID(
            500,
            introspection().form("client_id", "a\0b").form("client_secret", "c").form("token", "d")) {
        @Override
        boolean isIn(Draft draft) {
            return draft.path.contains("/protocol/openid-connect/token")
                    && (hasNul(text(draft))
                            || draft.values("Authorization")
                                    .filter(line -> line.startsWith(BasicLine.SCHEME))
                                    .anyMatch(line -> hasNul(BasicLine.inside(line))));
        }

        @Override
        boolean isLoggedAs(String entry) {
            return isRefusedByTheDatabase(entry)
                    && ((entry.contains("JpaRealmProvider.getClientByClientId(") && isOfAClientsCredentials(entry))
                            || (entry.contains("EventBuilder.send(")
                                    && (entry.contains("TokenIntrospectionEndpoint.authorizeClient(")
                                            || entry.contains("AuthenticationProcessor.handleClientAuthException("))
                                    && !entry.contains("dev.apikeys")));
        }
    },

    /** The reader of client credentials throws, which is logged as if it were an error; 401 in Keycloak 26.6. */
    BROKEN_CREDENTIALS(Set.of(400, 401), introspection().form("token", "a").basic("%zz", "b")) {
        @Override
        boolean isLoggedAs(String entry) {
            return entry.contains("BasicAuthHelper$RFC6749.parseHeader(") && isOfAClientsCredentials(entry);
        }
    };

    private static final String NO_MEDIA_TYPE = "Failed to parse media type";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w!#$&^.+*-]+/[\\w!#$&^.+*-]+\\s*(;.*)?");
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** Nobody is answered when the caller hangs up, or breaks the framing, while the body is read. */
    private static final List<String> HUNG_UP =
            List.of("ClosedChannelException", "HttpClosedException", "Invalid character in chunk size");

    /** What Keycloak without the extension answers to the sample, each version one of them. */
    final Set<Integer> statuses;

    /** A request with the fault; the path is relative to the realm when it does not begin with a slash. */
    final Draft sample;

    StockFaults(int status, Draft sample) {
        this(Set.of(status), sample);
    }

    StockFaults(Set<Integer> statuses, Draft sample) {
        this.statuses = statuses;
        this.sample = sample;
    }

    /** Whether the request may be answered with 500 on account of it. */
    boolean isIn(Draft draft) {
        return false;
    }

    /** Whether the entry, with its stack trace, is what the log says of it. */
    abstract boolean isLoggedAs(String entry);

    static boolean know(Draft draft, HttpAnswer answer) {
        return answer.status() == 500 && Arrays.stream(values()).anyMatch(fault -> fault.isIn(draft));
    }

    /** Whether the log, with its stack trace, says one of them; or of callers that hang up, outside of the extension. */
    static boolean explain(String entry) {
        return Arrays.stream(values()).anyMatch(fault -> fault.isLoggedAs(entry))
                || (HUNG_UP.stream().anyMatch(entry::contains) && !entry.contains("dev.apikeys"));
    }

    private static Draft introspection() {
        return new Draft("introspection", "POST", "protocol/openid-connect/token/introspect");
    }

    private static String text(Draft draft) {
        return new String(Wire.body(draft), StandardCharsets.UTF_8);
    }

    private static boolean hasNul(String text) {
        return text.contains("\0") || text.contains("%00");
    }

    private static boolean isRefusedByTheDatabase(String entry) {
        return entry.contains("invalid byte sequence for encoding \"UTF8\": 0x00");
    }

    /** Keycloak's own reader, at Keycloak's own endpoints: the extension calls it, too, but then as another door. */
    private static boolean isOfAClientsCredentials(String entry) {
        return entry.contains("authenticators.client.ClientIdAndSecretAuthenticator.authenticateClient(")
                && entry.contains("org.keycloak.protocol.oidc.endpoints.Token")
                && !entry.contains("dev.apikeys.keycloak.check");
    }
}
