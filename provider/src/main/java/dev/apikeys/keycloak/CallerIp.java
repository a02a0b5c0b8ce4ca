package dev.apikeys.keycloak;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.ip.IpAddress;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Where a key was used. */
public final class CallerIp {

    /** The parameter by which an authenticated resource server or gateway says where its caller is. */
    public static final String PARAMETER = "client_ip";

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private CallerIp() {}

    /** Reads the literal of an address. */
    public static Parsed<IpAddress> read(String text) {
        return IpAddress.parse(text)
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad("an IPv4 or IPv6 address without port"));
    }

    /** What an authenticated resource server says; empty when it says nothing. */
    public static Parsed<Optional<IpAddress>> saidIn(MultivaluedMap<String, String> form) {
        return Optional.ofNullable(form.getFirst(PARAMETER))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> read(text).map(Optional::of))
                .orElseGet(() -> Parsed.good(Optional.empty()));
    }

    /**
     * What an authenticated gateway says in {@code X-Forwarded-For}: the rightmost entry, which the gateway itself
     * appended. All others are whatever the caller wrote. Empty when there is none, or none that is an address.
     */
    public static Optional<IpAddress> forwardedBy(HttpHeaders headers) {
        List<String> lines = headers.getRequestHeader(FORWARDED_FOR);
        if (lines == null || lines.isEmpty()) {
            return Optional.empty();
        }
        String last = lines.get(lines.size() - 1);
        return IpAddress.parse(last.substring(last.lastIndexOf(',') + 1).strip());
    }

    /** The other end of the connection, as Keycloak's proxy settings see it. */
    public static Optional<IpAddress> ofConnection(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getConnection().getRemoteAddr())
                .flatMap(IpAddress::parse);
    }
}
