package dev.apikeys.keycloak;

import dev.apikeys.core.Parsed;
import dev.apikeys.core.ip.IpAddress;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Where a key was used. */
public final class CallerIp {

    /** The form parameter by which an authenticated resource server or gateway says where its caller is. */
    public static final String PARAMETER = "client_ip";

    private CallerIp() {}

    /** What an authenticated resource server says; empty when it says nothing. */
    public static Parsed<Optional<IpAddress>> saidIn(MultivaluedMap<String, String> form) {
        Optional<String> text =
                Optional.ofNullable(form.getFirst(PARAMETER)).map(String::strip).filter(some -> !some.isEmpty());
        Optional<IpAddress> address = text.flatMap(IpAddress::parse);
        return text.isPresent() && address.isEmpty()
                ? Parsed.bad("an IPv4 or IPv6 address without port")
                : Parsed.good(address);
    }

    /** The other end of the connection, as Keycloak's proxy settings see it. */
    public static Optional<IpAddress> ofConnection(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getConnection().getRemoteAddr())
                .flatMap(IpAddress::parse);
    }
}
