package dev.apikeys.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.Test;

class ListParametersTest {

    @Test
    void filtersAreNamedInTheirOrderAndNothingElseOfTheQueryIs() {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>();
        query.putSingle("status", "active");
        query.putSingle("clientId", "shop");
        query.putSingle("max", "10");
        query.putSingle("sk_live_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9", "");

        assertThat(new ListParameters(query).filtersNamed()).containsExactly("clientId", "status");
    }
}
