package dev.apikeys.it.scenarios;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.gateways.EchoApi;
import dev.apikeys.it.gateways.Recipe;
import dev.apikeys.it.gateways.RequiresNginx;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import dev.apikeys.server.NginxServer;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds 001, 003 and 004: what callers send is a bearer token. Each API is behind the nginx that compose runs. */
@RequiresNginx
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BearerProductsIT {

    @RegisterExtension
    static final TestRealm voiceRealm = TestRealm.from("voice-agents-realm.json");

    @RegisterExtension
    static final TestRealm callScalerRealm = TestRealm.from("callscaler-realm.json");

    @RegisterExtension
    static final TestRealm openCxRealm = TestRealm.from("opencx-realm.json");

    private final Product voice = Product.of(voiceRealm, "voice-agents", "workspace");
    private final Product callScaler = Product.of(callScalerRealm, "callscaler", "business");
    private final Product openCx = Product.of(openCxRealm, "opencx", "workspace");
    private final EchoApi api = EchoApi.start();
    private Map<Product, NginxServer> gateways = Map.of();

    @BeforeAll
    void startGateways() {
        gateways = List.of(voice, callScaler, openCx).stream()
                .collect(Collectors.toMap(Function.identity(), this::gateway));
    }

    private NginxServer gateway(Product product) {
        String credentials = Recipe.base64(product.api() + ":" + product.secret());
        return Recipe.start(product.realm(), api, Map.of("AUDIENCE", product.api(), "GATEWAY_BASIC", credentials));
    }

    @AfterAll
    void stop() {
        gateways.values().forEach(NginxServer::close);
        api.close();
    }

    @Test
    void aKeyOfTheVoiceAgentsComesAsABearerToken() {
        comesAsABearerToken(voice, "/contacts");
    }

    @Test
    void aKeyOfCallScalerComesAsABearerToken() {
        comesAsABearerToken(callScaler, "/calls");
    }

    @Test
    void aKeyOfOpenCxComesAsABearerToken() {
        comesAsABearerToken(openCx, "/contacts");
    }

    private void comesAsABearerToken(Product product, String path) {
        NewKey key = product.create(Map.of());

        bearing(key).get(url(product, path)).then().statusCode(200).body("headers.x-api-key-id", equalTo(key.id()));
        given().get(url(product, path)).then().statusCode(401);
        product.introspect(key, Map.of("token_type_hint", "access_token", "cost", 0))
                .then()
                .body("token_type", equalTo("Bearer"));
        product.act(key, "revoke").then().statusCode(200);
        bearing(key).get(url(product, path)).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({"GET, 200, 403", "POST, 403, 200", "PATCH, 403, 200", "DELETE, 403, 200"})
    void readAllowsGetAndWriteAllowsPostPatchAndDelete(String method, int reading, int writing) {
        String contact = url(voice, "/contacts/1");

        bearing(voice.scoped("contacts:read")).request(method, contact).then().statusCode(reading);
        bearing(voice.scoped("contacts:write")).request(method, contact).then().statusCode(writing);
    }

    private static RequestSpecification bearing(NewKey key) {
        return given().header("Authorization", "Bearer " + key.value());
    }

    private String url(Product product, String path) {
        return gateways.get(product).url(path);
    }
}
