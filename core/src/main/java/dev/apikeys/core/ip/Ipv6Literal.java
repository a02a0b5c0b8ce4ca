package dev.apikeys.core.ip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text forms of RFC 4291 §2.2: groups, one {@code ::}, and a dotted quad at the end. */
final class Ipv6Literal {

    private static final int GROUPS = 8;
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private Ipv6Literal() {}

    static Optional<byte[]> parse(String literal) {
        int gap = literal.indexOf("::");
        if (gap < 0) {
            return groups(literal).filter(all -> all.size() == GROUPS).map(Ipv6Literal::bytes);
        }
        String tail = literal.substring(gap + 2);
        Optional<List<Integer>> before =
                literal.substring(0, gap).contains(".") ? Optional.empty() : groupsOrNone(literal.substring(0, gap));
        Optional<List<Integer>> after = tail.contains("::") ? Optional.empty() : groupsOrNone(tail);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        int zeros = GROUPS - before.get().size() - after.get().size();
        if (zeros < 1) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(before.get());
        for (int i = 0; i < zeros; i++) {
            all.add(0);
        }
        all.addAll(after.get());
        return Optional.of(bytes(all));
    }

    private static Optional<List<Integer>> groupsOrNone(String text) {
        return text.isEmpty() ? Optional.of(List.of()) : groups(text);
    }

    private static Optional<List<Integer>> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (GROUP.matcher(parts[i]).matches()) {
                groups.add(Integer.parseInt(parts[i], 16));
            } else if (last && Ipv4Literal.parse(parts[i]).isPresent()) {
                ByteBuffer quad = ByteBuffer.wrap(Ipv4Literal.parse(parts[i]).get());
                groups.add(quad.getShort() & 0xffff);
                groups.add(quad.getShort() & 0xffff);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }

    private static byte[] bytes(List<Integer> groups) {
        ByteBuffer bytes = ByteBuffer.allocate(GROUPS * 2);
        groups.forEach(group -> bytes.putShort(group.shortValue()));
        return bytes.array();
    }

    /** RFC 5952 §4: lower case, no leading zeros, the first of the longest runs of zero groups as {@code ::}. */
    static String format(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<String> groups = new ArrayList<>();
        while (buffer.hasRemaining()) {
            groups.add(Integer.toHexString(buffer.getShort() & 0xffff));
        }
        for (int length = GROUPS; length > 1; length--) {
            int start = Collections.indexOfSubList(groups, Collections.nCopies(length, "0"));
            if (start >= 0) {
                return String.join(":", groups.subList(0, start))
                        + "::"
                        + String.join(":", groups.subList(start + length, GROUPS));
            }
        }
        return String.join(":", groups);
    }
}
