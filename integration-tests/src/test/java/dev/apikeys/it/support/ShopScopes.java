package dev.apikeys.it.support;

import dev.apikeys.it.support.Keys.NewKey;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The client scopes that keys of {@code shop-backend} can carry, for tests that change them. */
public final class ShopScopes {

    private static final String SHOP = "shop-backend";

    private final TestRealm realm;

    public ShopScopes(TestRealm realm) {
        this.realm = realm;
    }

    /** Makes a client scope that puts {@code demo-api} into the audience; it is not assigned yet. */
    public String create(String name) {
        return create(name, "demo-api");
    }

    /** Makes a client scope that puts the resource server into the audience; it is not assigned yet. */
    public String create(String name, String resourceServer) {
        return realm.clientScopes()
                .create(Map.of(
                        "name",
                        name,
                        "protocol",
                        "openid-connect",
                        "attributes",
                        Map.of("include.in.token.scope", "true"),
                        "protocolMappers",
                        List.of(audienceMapper(resourceServer))));
    }

    /** Makes a scope group. */
    public String group(String name, String... includes) {
        return realm.clientScopes()
                .create(Map.of(
                        "name",
                        name,
                        "protocol",
                        "openid-connect",
                        "attributes",
                        Map.of("api-keys.scope-group", "true", "api-keys.includes", String.join(" ", includes))));
    }

    /** Lets a group include these names and no others. */
    public void regroup(String group, String... includes) {
        realm.clientScopes().setAttribute(group, "api-keys.includes", String.join(" ", includes));
    }

    /** Assigns the client scope to the shop as an optional one. */
    public void assign(String scope) {
        assign("optional", scope);
    }

    /** Assigns the client scope to the shop as a {@code default} or {@code optional} one. */
    public void assign(String kind, String scope) {
        realm.admin().put(assignment(kind, scope)).then().statusCode(204);
    }

    /** Takes the optional client scope from the shop. */
    public void unassign(String scope) {
        realm.admin().delete(assignment("optional", scope)).then().statusCode(204);
    }

    /** What the key is told to carry at introspection by {@code demo-api}; nothing when it is inactive there. */
    public Set<String> introspected(NewKey key) {
        return words(new Keys(realm).introspect(key).path("scope"));
    }

    /** What an administrator is told that the key carries. */
    public Set<String> effective(NewKey key) {
        Response read = realm.admin().get(realm.adminUrl("/api-keys/" + key.id()));
        read.then().statusCode(200);
        return new TreeSet<>(read.<List<String>>path("effectiveScopes"));
    }

    /** The words of a scope claim, which may be absent. */
    public static Set<String> words(@Nullable String scope) {
        return Optional.ofNullable(scope)
                .filter(text -> !text.isBlank())
                .map(text -> Set.of(text.split(" ")))
                .orElse(Set.of());
    }

    private String assignment(String kind, String scope) {
        return realm.clients().member(SHOP) + "/" + kind + "-client-scopes/"
                + realm.clientScopes().id(scope);
    }

    private static Map<String, Object> audienceMapper(String resourceServer) {
        return Map.of(
                "name",
                "audience " + resourceServer,
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                Map.of(
                        "included.client.audience", resourceServer,
                        "access.token.claim", "true",
                        "introspection.token.claim", "true",
                        "id.token.claim", "false"));
    }
}
