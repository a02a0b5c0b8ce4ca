package dev.apikeys.keycloak.ui;

import dev.apikeys.keycloak.directory.DocumentedApis;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.RealmModel;

/**
 * What browsers are told to keep to on the page.
 *
 * @param ready whether the page has a client to log in with, and so a reason to call Keycloak's address for administrators
 * @param apis what the page's documentation of APIs is about
 */
record UiHeaders(RealmModel realm, UiAddresses addresses, boolean ready, DocumentedApis apis) {

    Map<String, String> all() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", policy());
        headers.put("Cache-Control", "no-store");
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("X-Robots-Tag", "none");
        BrowserSecurityHeaders transport = BrowserSecurityHeaders.STRICT_TRANSPORT_SECURITY;
        String ofRealm =
                realm.getBrowserSecurityHeaders().getOrDefault(transport.getKey(), transport.getDefaultValue());
        if (ofRealm != null && !ofRealm.isEmpty()) {
            headers.put(transport.getHeaderName(), ofRealm);
        }
        return headers;
    }

    /**
     * Content Security Policy Level 3: everything from Keycloak itself, nothing inline, in no frame. Where APIs are documented,
     * the page may call them, too: documents name their servers themselves.
     */
    private String policy() {
        Stream<String> schemes = ready ? apis.schemes().map(scheme -> scheme + ":") : Stream.empty();
        String callable = Stream.concat(addresses.origins(ready), schemes).collect(Collectors.joining(" "));
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "font-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self' " + callable,
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }
}
