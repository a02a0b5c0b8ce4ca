package dev.apikeys.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    @Test
    void theNameOfARealmEndsNoQuotation() {
        assertThat(new Challenge.AnyKey().text("odd \"realm\\\""))
                .isEqualTo("ApiKey realm=\"odd %22realm%5C%22\", Bearer realm=\"odd %22realm%5C%22\"");
    }

    @Test
    void scopesStandInOneParameterInTheOrderOfTheirNames() {
        assertThat(new Challenge.StrongerKey("more", Set.of("b", "a")).text("demo"))
                .endsWith("error=\"insufficient_scope\", error_description=\"more\", scope=\"a b\"");
    }

    @Test
    void nothingIsAskedForWhereAuthenticatingWouldNotHelp() {
        assertThat(new Challenge.None().text("demo")).isEmpty();
    }
}
