package dev.apikeys.it.support;

import static io.restassured.RestAssured.given;

import dev.apikeys.server.RunningKeycloak;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test class's own realm on the shared server, imported from realm-export before its first test and removed after its
 * last: {@code @RegisterExtension static final TestRealm realm = TestRealm.fromDemo();}.
 */
public final class TestRealm implements BeforeAllCallback {

    private static final AdminToken SHARED_TOKEN = new AdminToken(SharedKeycloak::server);

    private final RealmFile file;
    private final Supplier<RunningKeycloak> server;
    private final AdminToken adminToken;
    private final String name;

    private TestRealm(RealmFile file, Supplier<RunningKeycloak> server, AdminToken adminToken) {
        this(
                file,
                server,
                adminToken,
                file.name() + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private TestRealm(RealmFile file, Supplier<RunningKeycloak> server, AdminToken adminToken, String name) {
        this.file = file;
        this.server = server;
        this.adminToken = adminToken;
        this.name = name;
    }

    /** A copy of the realm that the demo shows. */
    public static TestRealm fromDemo() {
        return from("demo-realm.json");
    }

    /** A copy of the realm in {@code realm-export/<file>}. */
    public static TestRealm from(String file) {
        return new TestRealm(RealmFile.read(file), SharedKeycloak::server, SHARED_TOKEN);
    }

    /** A realm of a new name as the representation describes it; {@link #whileImported} makes it. */
    public static TestRealm of(Map<String, Object> representation) {
        return new TestRealm(new RealmFile(representation), SharedKeycloak::server, SHARED_TOKEN);
    }

    /** A copy of the realm on a server of the test's own; {@link #whileImported} makes it. */
    public static TestRealm onServer(RunningKeycloak server, String file) {
        return new TestRealm(RealmFile.read(file), () -> server, new AdminToken(() -> server));
    }

    /** Nested classes find the import of the class around them; JUnit closes it with that class. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(ExtensionContext.Namespace.create(TestRealm.class))
                .getOrComputeIfAbsent(this, TestRealm::importFile);
    }

    public String name() {
        return name;
    }

    /** The realm's issuer with a path below it, such as {@code /protocol/openid-connect/token}. */
    public String realmUrl(String path) {
        return server.get().url() + "/realms/" + name + path;
    }

    /** The realm's admin REST API with a path below it, such as {@code /clients}. */
    public String adminUrl(String path) {
        return server.get().url() + "/admin/realms/" + name + path;
    }

    /** A JSON request as the administrator of the master realm. */
    public RequestSpecification admin() {
        return bearer(adminToken());
    }

    /** An access token of the administrator of the master realm. */
    public String adminToken() {
        return adminToken.value();
    }

    /** A JSON request with an access token. */
    public RequestSpecification bearer(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }

    /** A JSON request as a user of this realm whose password is the name, as in the demo realm. */
    public RequestSpecification user(String username) {
        return bearer(tokens().password(username, username));
    }

    public Tokens tokens() {
        return new Tokens(realmUrl(""));
    }

    public AdminCollection clients() {
        return new AdminCollection(this::admin, adminUrl("/clients"), "clientId");
    }

    public AdminCollection users() {
        return new AdminCollection(this::admin, adminUrl("/users"), "username");
    }

    public AdminCollection clientScopes() {
        return new AdminCollection(this::admin, adminUrl("/client-scopes"), "name");
    }

    /** Keys, user federation and whatever else the realm has providers of. */
    public AdminCollection components() {
        return new AdminCollection(this::admin, adminUrl("/components"), "name");
    }

    /** Changes one attribute of the realm and leaves the others alone. */
    public void setAttribute(String attribute, String value) {
        Map<String, String> attributes = new HashMap<>(
                admin().get(adminUrl("")).then().statusCode(200).extract().<Map<String, String>>path("attributes"));
        attributes.put(attribute, value);
        admin().body(Map.of("attributes", attributes)).put(adminUrl("")).then().statusCode(204);
    }

    /** Creates a key as the administrator; the answer has its value. */
    public Response createKey(Map<String, ?> key) {
        return admin().body(key).post(adminUrl("/api-keys"));
    }

    /** Asks as a resource server with nothing but the token. */
    public Response introspect(String resourceServer, String secret, String token) {
        return introspect(resourceServer, secret, token, Map.of());
    }

    /** Asks as a resource server with further parameters of RFC 7662 or of this extension. */
    public Response introspect(String resourceServer, String secret, String token, Map<String, ?> more) {
        return tokens().introspect(resourceServer, secret, token, more);
    }

    /** The same realm on another server that has taken over the database. */
    public TestRealm on(RunningKeycloak other) {
        return new TestRealm(file, () -> other, new AdminToken(() -> other), name);
    }

    /** Imports the realm for good: its server does not outlive the test. */
    public void importNow() {
        importFile();
    }

    /** Runs what needs a realm that comes and goes within one method. */
    public void whileImported(Runnable test) {
        importFile();
        try {
            test.run();
        } finally {
            remove();
        }
    }

    /** For realms on a server of the test's own, which end with it. */
    public AutoCloseable importFile() {
        admin().body(file.renamed(name))
                .post(server.get().url() + "/admin/realms")
                .then()
                .statusCode(201);
        return this::remove;
    }

    private void remove() {
        admin().delete(adminUrl("")).then().statusCode(204);
    }
}
