package dev.apikeys.it.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that people gave cannot end the line or the quotation that they stand in. */
class HeaderSafetyIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final Checks checks = new Checks(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @ParameterizedTest
    @CsvSource({"café 100%, caf%C3%A9 100%25", "a\"b\\c;d, a\"b\\c;d", "two\u2028lines, two%E2%80%A8lines"})
    void theNameOfAClientIsEncoded(String clientId, String written) {
        realm.clients()
                .create(Map.of(
                        "clientId",
                        clientId,
                        "serviceAccountsEnabled",
                        true,
                        "attributes",
                        Map.of("api-keys.enabled", "true"),
                        "optionalClientScopes",
                        List.of("calls:read")));
        NewKey key = keys.create(Map.of("clientId", clientId));

        checks.ask(key).then().statusCode(200).header("X-Api-Key-Client", written);
    }

    @Test
    void aRequiredScopeEndsNoQuotation() {
        Response answer = checks.ask(keys.create(), Map.of("scope", "x',y=z;realm=evil"));

        assertThat(answer.header("WWW-Authenticate")).endsWith("scope=\"x',y=z;realm=evil\"");
    }

    @Test
    void aLineBreakInAParameterStartsNoHeaderField() {
        Response answer = checks.gateway()
                .header("X-API-Key", keys.create().value())
                .urlEncodingEnabled(false)
                .get(checks.url() + "?scope=a%0D%0AX-Evil:%201");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().hasHeaderWithName("X-Evil")).isFalse();
    }
}
