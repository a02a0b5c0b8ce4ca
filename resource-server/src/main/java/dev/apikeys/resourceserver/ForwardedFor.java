package dev.apikeys.resourceserver;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Believes a trusted proxy, and whom it believes in turn, from the right; what stands to the left of the first address
 * that is no trusted proxy was written by the caller.
 */
final class ForwardedFor implements CallerAddress {

    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern WITH_PORT =
            Pattern.compile("([0-9.]+):[0-9]{1,5}|\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?");

    private final ConnectionAddress connection;
    private final List<IpRange> trusted;

    ForwardedFor(ConnectionAddress connection, List<IpRange> trusted) {
        this.connection = connection;
        this.trusted = List.copyOf(trusted);
    }

    @Override
    public Optional<String> of(ContainerRequestContext request) {
        Optional<IpAddress> caller = Optional.ofNullable(connection.of(request)).flatMap(ForwardedFor::peer);
        List<String> hops = hops(request);
        for (int i = hops.size() - 1; i >= 0 && caller.filter(this::isTrusted).isPresent(); i--) {
            caller = IpAddress.parse(withoutPort(hops.get(i)));
        }
        return caller.map(IpAddress::toString);
    }

    private boolean isTrusted(IpAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** A proxy adds to the header or adds a header; both read in the same order. */
    private static List<String> hops(ContainerRequestContext request) {
        List<String> hops = new ArrayList<>();
        for (String header : request.getHeaders().getOrDefault(HEADER, List.of())) {
            hops.addAll(Arrays.stream(header.split(",", -1)).map(String::strip).toList());
        }
        return hops;
    }

    /** Servers append the zone of link-local addresses. */
    private static Optional<IpAddress> peer(String address) {
        int zone = address.indexOf('%');
        return IpAddress.parse(zone < 0 ? address : address.substring(0, zone));
    }

    private static String withoutPort(String hop) {
        Matcher port = WITH_PORT.matcher(hop);
        if (!port.matches()) {
            return hop;
        }
        return port.group(1) == null ? port.group(2) : port.group(1);
    }
}
