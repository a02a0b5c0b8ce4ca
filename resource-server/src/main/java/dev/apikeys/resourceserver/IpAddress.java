package dev.apikeys.resourceserver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address, read from its literal; an IPv4-mapped IPv6 address (RFC 4291 §2.5.5.2) is the IPv4 address. */
final class IpAddress {

    private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(PART + "(?:\\." + PART + "){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.{2,45}$)[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]*(?:" + IPV4 + ")?");

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Empty for all that is no literal: a name is never looked up. */
    static Optional<IpAddress> parse(String literal) {
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            // a dotted quad, or hexadecimal digits with a colon, which no host name has: read, not resolved
            return Optional.of(new IpAddress(InetAddress.getByName(literal).getAddress()));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    int bits() {
        return bytes.length * 8;
    }

    /** Whether the first bits are the same as the other's; addresses of different families never match. */
    boolean sharesPrefix(IpAddress other, int prefixLength) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit++) {
            if (((bytes[bit / 8] ^ other.bytes[bit / 8]) & (0x80 >>> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all bits behind the prefix are zero. */
    boolean endsAfter(int prefixLength) {
        for (int bit = prefixLength; bit < bits(); bit++) {
            if ((bytes[bit / 8] & (0x80 >>> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** A literal that every reader knows. */
    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
