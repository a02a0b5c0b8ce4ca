package dev.apikeys.keycloak.rest;

import java.util.regex.Pattern;

/** How ids of keys look: what looks otherwise is not asked of the database. */
public final class KeyIds {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private KeyIds() {}

    public static boolean isOne(String text) {
        return UUID.matcher(text).matches();
    }
}
