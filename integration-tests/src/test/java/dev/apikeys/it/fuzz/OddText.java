package dev.apikeys.it.fuzz;

import java.util.List;

/** Texts that readers stumble over. */
final class OddText {

    private static final List<String> KNOWN = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\t",
            "a\r\nX-Injected: yes",
            "\u007f",
            "\u0085",
            "\u2028",
            "\u202ednuora",
            "\ufeff",
            "\uffff",
            "\ud800",
            "a\udfff",
            "\ud83d\ude00",
            "e\u0301\u0301\u0301",
            "İıſßK",
            "١٢٣",
            "null",
            "undefined",
            "true",
            "-",
            "*",
            "%",
            "%00",
            "%s%n%x",
            "..",
            "../../../../etc/passwd",
            "\\",
            "\"",
            "'",
            "' or '1'='1' --",
            "$1",
            "${jndi:ldap://127.0.0.1:1/a}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "{\"a\":1}",
            "[]",
            "a,b,,c",
            ";",
            "=",
            "a=b&c=d",
            "http://127.0.0.1:1/",
            "eyJhbGciOiJub25lIn0.e30.",
            "a.b.c",
            "Basic",
            "Bearer ",
            "Basic AA==",
            "Basic OjpfOg==",
            "Basic %%%",
            "ApiKey ",
            "ApiKey\tx",
            "\"a\";q=1",
            "\"default\";r=50;t=30");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "00",
            "1",
            "-1",
            "+1",
            "1.0",
            "1e3",
            "1e400",
            "-1e-400",
            "1e999999999",
            "0x10",
            "NaN",
            "Infinity",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775807",
            "9223372036854775808",
            "999999999999999999999999999999");

    private static final List<String> MOMENTS = List.of(
            "2027-01-31T00:00:00Z",
            "2027-01-31",
            "2027-02-30T00:00:00Z",
            "2027-01-31T24:00:00Z",
            "2027-01-31T00:00:00+01:00",
            "2016-12-31T23:59:60Z",
            "1970-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "+292278994-08-17T07:12:55.807Z",
            "-292275055-05-16T16:47:04.192Z");

    private static final List<String> ADDRESSES = List.of(
            "127.0.0.1",
            "127.1",
            "0177.0.0.1",
            "2130706433",
            "256.0.0.1",
            "1.2.3.4:80",
            "localhost",
            "::",
            "::1",
            ":::",
            "::ffff:127.0.0.1",
            "::ffff:0:0/96",
            "fe80::1%eth0",
            "[::1]:80",
            "1.2.3.4/0",
            "1.2.3.4/33",
            "0.0.0.0/0",
            "::/129",
            "10.0.0.0/08",
            "for=127.0.0.1;proto=https",
            "for=\"[2001:db8::1]:47011\"",
            "unknown",
            "1.2.3.4, 5.6.7.8, ",
            ", , ,");

    private static final List<String> LIMITS = List.of(
            "60/minute",
            "5/10s",
            "0/1s",
            "-1/s",
            "1/0s",
            "1/",
            "/1",
            "1000000001/hour",
            "1/9223372036854775807s",
            "1/367d",
            "60/month",
            "1/1s,1/1s,1/1s",
            "1 / minute");

    private static final List<List<String>> KINDS = List.of(KNOWN, KNOWN, NUMBERS, MOMENTS, ADDRESSES, LIMITS);

    private OddText() {}

    static String any(Chance chance) {
        return switch (chance.below(12)) {
            case 0 -> scramble(chance, chance.below(40));
            case 1 -> chance.of("a", "é", "😀", "\0", " ", "(", "[").repeat(length(chance));
            case 2 -> String.valueOf((char) chance.below(0x10000));
            default -> chance.of(chance.of(KINDS));
        };
    }

    static String number(Chance chance) {
        return chance.of(NUMBERS);
    }

    /** The text with one place changed. */
    static String changed(Chance chance, String text) {
        if (text.isEmpty()) {
            return any(chance);
        }
        int at = chance.below(text.length());
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        return switch (chance.below(8)) {
            case 0 -> before + after;
            case 1 -> before + scramble(chance, 1) + text.substring(at);
            case 2 -> before + Character.toUpperCase(text.charAt(at)) + after;
            case 3 -> before;
            case 4 -> text + any(chance);
            case 5 -> text + text;
            case 6 -> before + chance.of("\0", "%00", " ", "\n", "é", "０") + after;
            default -> before + (char) (text.charAt(at) ^ (1 << chance.below(7))) + after;
        };
    }

    /** Now and then as long as a field of the database, a header, or more. */
    private static int length(Chance chance) {
        return switch (chance.below(60)) {
            case 0 -> 70_000;
            case 1 -> 300_000;
            default -> chance.of(2, 37, 64, 255, 256, 257, 1_000, 1_001, 2_001, 4_001, 7_000);
        };
    }

    private static String scramble(Chance chance, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(chance.percent(70) ? (char) (' ' + chance.below(95)) : (char) chance.below(0x10000));
        }
        return text.toString();
    }
}
