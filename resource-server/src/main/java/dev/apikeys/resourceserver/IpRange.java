package dev.apikeys.resourceserver;

import java.util.Optional;
import java.util.regex.Pattern;

/** An address or a CIDR range (RFC 4632, RFC 4291 §2.3). */
record IpRange(IpAddress network, int prefixLength) {

    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    /** Fails with what is allowed; host bits behind the prefix must be zero, so that a typing error is noticed. */
    static IpRange parse(String text) {
        int slash = text.indexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty() || (slash >= 0 && !LENGTH.matcher(length).matches())) {
            throw wrong(text);
        }
        int bits = slash < 0 ? address.get().bits() : Integer.parseInt(length);
        if (bits > address.get().bits() || !address.get().endsAfter(bits)) {
            throw wrong(text);
        }
        return new IpRange(address.get(), bits);
    }

    boolean contains(IpAddress address) {
        return network.sharesPrefix(address, prefixLength);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("trustedProxies: '" + text
                + "' is neither an IPv4 or IPv6 address nor a CIDR range such as 10.0.0.0/8 or 2001:db8::/32"
                + " whose bits behind the prefix are zero");
    }
}
