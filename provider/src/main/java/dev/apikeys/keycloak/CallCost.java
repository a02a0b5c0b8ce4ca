package dev.apikeys.keycloak;

import dev.apikeys.core.Parsed;
import java.util.regex.Pattern;

/** How many calls a resource server or gateway says that one request counts for. */
public final class CallCost {

    /** What a request costs when nobody says anything. */
    public static final int ONE = 1;

    /** The most that one request may cost. */
    public static final int MOST = 1000;

    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,2}|1000");

    private CallCost() {}

    /** A whole number from 0, which only looks, to 1000. */
    public static Parsed<Integer> read(String text) {
        return FORM.matcher(text).matches()
                ? Parsed.good(Integer.parseInt(text))
                : Parsed.bad("a whole number from 0 to " + MOST);
    }
}
