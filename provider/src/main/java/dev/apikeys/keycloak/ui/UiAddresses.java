package dev.apikeys.keycloak.ui;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** Where the page, its assets and the admin REST API are, behind whatever proxy and path Keycloak stands. */
public record UiAddresses(KeycloakSession session, RealmModel realm) {

    static final String THEME = "api-keys";

    /** The page below Keycloak's root. */
    static String path(RealmModel realm) {
        String name = URLEncoder.encode(realm.getName(), StandardCharsets.UTF_8).replace("+", "%20");
        return "/realms/" + name + "/api-keys/ui";
    }

    /** The page as users reach it: the address to which administrators come back after they have logged in. */
    public String page() {
        return authServer() + path(realm);
    }

    /** Keycloak's root for users and clients, without a slash at the end. */
    String authServer() {
        return withoutSlash(base(UrlType.FRONTEND));
    }

    /** Keycloak's root for administrators, without a slash at the end. */
    String admin() {
        return withoutSlash(base(UrlType.ADMIN));
    }

    /**
     * Scheme, host and port at which the page finds Keycloak: one, or two where administrators have an address of their own.
     *
     * @param admin whether that of administrators is among them
     */
    Stream<String> origins(boolean admin) {
        return (admin ? Stream.of(UrlType.FRONTEND, UrlType.ADMIN) : Stream.of(UrlType.FRONTEND))
                .map(this::base)
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                .distinct();
    }

    /**
     * An asset on the host at which the page was asked for.
     *
     * @param directory where the theme has its assets
     */
    String asset(String directory, String file) {
        String resources = Urls.themeRoot(base(UrlType.FRONTEND)).getRawPath();
        return String.join("/", resources, "admin", THEME, directory, file);
    }

    private URI base(UrlType type) {
        return session.getContext().getUri(type).getBaseUri();
    }

    private static String withoutSlash(URI uri) {
        return uri.toString().replaceAll("/+$", "");
    }
}
