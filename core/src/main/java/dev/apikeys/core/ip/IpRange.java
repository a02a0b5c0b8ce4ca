package dev.apikeys.core.ip;

import dev.apikeys.core.Parsed;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address or a CIDR range (RFC 4632, RFC 4291 §2.3).
 *
 * @param network the first address of the range
 * @param prefixLength how many leading bits count
 */
public record IpRange(IpAddress network, int prefixLength) {

    static final String ALLOWED =
            "an IPv4 or IPv6 address (203.0.113.7, 2001:db8::7) or a CIDR range (203.0.113.0/24, 2001:db8::/32)";

    private static final int MAPPED_BITS = 96;
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** Reads an address or a range; host bits behind the prefix must be zero, so that a typing error is noticed. */
    public static Parsed<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> bytes = IpAddress.bytesOf(slash < 0 ? text : text.substring(0, slash));
        if (bytes.isEmpty()) {
            return Parsed.bad(ALLOWED);
        }
        IpAddress address = IpAddress.ofBytes(bytes.get());
        if (slash < 0) {
            return Parsed.good(new IpRange(address, address.bits()));
        }
        String length = text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches()) {
            return Parsed.bad(ALLOWED);
        }
        boolean mapped = address.bits() < bytes.get().length * 8;
        return of(address, Integer.parseInt(length) - (mapped ? MAPPED_BITS : 0));
    }

    private static Parsed<IpRange> of(IpAddress address, int prefixLength) {
        if (prefixLength < 0 || prefixLength > address.bits()) {
            return Parsed.bad(ALLOWED);
        }
        IpAddress network = address.masked(prefixLength);
        return network.equals(address)
                ? Parsed.good(new IpRange(network, prefixLength))
                : Parsed.bad("a range whose bits behind the prefix are zero: " + network + "/" + prefixLength);
    }

    boolean contains(IpAddress address) {
        return network.matches(address, prefixLength);
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return prefixLength == network.bits() ? network.toString() : network + "/" + prefixLength;
    }
}
