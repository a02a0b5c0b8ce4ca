package dev.apikeys.resourceserver;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whom to ask about keys, as whom, and how to answer callers. Immutable; made by {@link #at} or {@link #atKeycloak}. */
public final class ApiKeyConfiguration {

    private static final int LONGEST_CACHE = 300;

    private final Builder settings;

    private final CallerAddress callerAddress;

    private ApiKeyConfiguration(Builder settings) {
        this.settings = settings;
        this.callerAddress = settings.callerAddress == null
                ? new ForwardedFor(settings.connection, settings.trustedProxies)
                : settings.callerAddress;
    }

    /** With Keycloak's address, such as {@code https://id.example.com}, and the realm's name. */
    public static Builder atKeycloak(URI keycloak, String realm) {
        return at(IntrospectionAddress.atKeycloak(keycloak, realm));
    }

    /** With the address of a token introspection endpoint (RFC 7662). */
    public static Builder at(URI introspection) {
        Requirement.check(
                IntrospectionAddress.canBeAsked(introspection),
                "introspection",
                introspection,
                "an http or https address without user");
        return new Builder(introspection);
    }

    URI introspectionUri() {
        return settings.introspection;
    }

    String clientId() {
        return settings.clientId;
    }

    Supplier<String> clientSecret() {
        return settings.clientSecret;
    }

    CallerAddress callerAddress() {
        return callerAddress;
    }

    Duration connectTimeout() {
        return settings.connectTimeout;
    }

    Duration requestTimeout() {
        return settings.requestTimeout;
    }

    int cacheSeconds() {
        return settings.cacheSeconds;
    }

    ErrorBody errorBody() {
        return settings.errorBody;
    }

    String challengeRealm() {
        return settings.challengeRealm;
    }

    boolean optional() {
        return settings.optional;
    }

    /** Settings with their defaults. A wrong value fails with the setting, the value and what is allowed. */
    public static final class Builder {

        private final URI introspection;
        private String clientId = "";
        private Supplier<String> clientSecret = () -> "";
        private ConnectionAddress connection = request -> null;
        private List<IpRange> trustedProxies = List.of();
        private @Nullable CallerAddress callerAddress;
        private Duration connectTimeout = Duration.ofSeconds(2);
        private Duration requestTimeout = Duration.ofSeconds(5);
        private int cacheSeconds;
        private ErrorBody errorBody = ErrorBody.errorObject();
        private String challengeRealm = "api";
        private boolean optional;

        private Builder(URI introspection) {
            this.introspection = introspection;
        }

        /**
         * The confidential client that stands for this API in Keycloak; keys must be in its audience.
         *
         * @param secret asked for each request, so that it can be replaced without a restart
         */
        public Builder client(String id, Supplier<String> secret) {
            Requirement.check(!id.isBlank(), "client", id, "the id of a confidential client");
            clientId = id;
            clientSecret = secret;
            return this;
        }

        /** Who is at the other end of a connection; without it nobody knows, and keys restricted to addresses are refused. */
        public Builder connection(ConnectionAddress address) {
            connection = address;
            return this;
        }

        /** Addresses and CIDR ranges of the proxies whose {@code X-Forwarded-For} is believed; none unless set. */
        public Builder trustedProxies(String... ranges) {
            trustedProxies = Arrays.stream(ranges).map(IpRange::parse).toList();
            return this;
        }

        /** Takes the place of connection and trusted proxies. */
        public Builder callerAddress(CallerAddress address) {
            callerAddress = address;
            return this;
        }

        /** Two seconds unless set. */
        public Builder connectTimeout(Duration time) {
            Requirement.check(time.toMillis() > 0, "connectTimeout", time, "a time of at least a millisecond");
            connectTimeout = time;
            return this;
        }

        /** From the question to the end of the answer, a second attempt included; five seconds unless set. */
        public Builder requestTimeout(Duration time) {
            Requirement.check(time.toMillis() > 0, "requestTimeout", time, "a time of at least a millisecond");
            requestTimeout = time;
            return this;
        }

        /** For how long a good answer, and so a key revoked meanwhile, may be used again; 0 unless set: not at all. */
        public Builder cacheSeconds(int seconds) {
            Requirement.check(
                    seconds >= 0 && seconds <= LONGEST_CACHE,
                    "cacheSeconds",
                    seconds,
                    "a number of seconds from 0 to " + LONGEST_CACHE);
            cacheSeconds = seconds;
            return this;
        }

        /** The shape of refusals; {@link ErrorBody#errorObject()} unless set. */
        public Builder errorBody(ErrorBody shape) {
            errorBody = shape;
            return this;
        }

        /** The realm that {@code WWW-Authenticate} names; {@code api} unless set. */
        public Builder challengeRealm(String name) {
            challengeRealm = name;
            return this;
        }

        /**
         * Lets calls without any key through to methods that require no particular scope; they have no principal. A key
         * that is presented must be good all the same.
         */
        public Builder optional() {
            optional = true;
            return this;
        }

        public ApiKeyConfiguration build() {
            Requirement.check(!clientId.isEmpty(), "client", clientId, "the id of a confidential client");
            return new ApiKeyConfiguration(copy());
        }

        /** What is built stays as it is when the builder is used on. */
        private Builder copy() {
            Builder copy = new Builder(introspection);
            copy.clientId = clientId;
            copy.clientSecret = clientSecret;
            copy.connection = connection;
            copy.trustedProxies = trustedProxies;
            copy.callerAddress = callerAddress;
            copy.connectTimeout = connectTimeout;
            copy.requestTimeout = requestTimeout;
            copy.cacheSeconds = cacheSeconds;
            copy.errorBody = errorBody;
            copy.challengeRealm = challengeRealm;
            copy.optional = optional;
            return copy;
        }
    }
}
