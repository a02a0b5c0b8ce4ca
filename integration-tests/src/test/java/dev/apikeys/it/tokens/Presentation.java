package dev.apikeys.it.tokens;

import io.restassured.specification.RequestSpecification;

/** Where a request carries a key. */
public enum Presentation {
    BASIC {
        @Override
        RequestSpecification put(RequestSpecification request, String clientId, String value) {
            return request.auth().preemptive().basic(clientId, value);
        }
    },
    FORM {
        @Override
        RequestSpecification put(RequestSpecification request, String clientId, String value) {
            return request.formParam("client_id", clientId).formParam("client_secret", value);
        }
    },
    HEADER {
        @Override
        RequestSpecification put(RequestSpecification request, String clientId, String value) {
            return request.formParam("client_id", clientId).header("X-API-Key", value);
        }
    },
    HEADER_ALONE {
        @Override
        RequestSpecification put(RequestSpecification request, String clientId, String value) {
            return request.header("X-API-Key", value);
        }
    },
    SCHEME {
        @Override
        RequestSpecification put(RequestSpecification request, String clientId, String value) {
            return request.formParam("client_id", clientId).header("Authorization", "ApiKey " + value);
        }
    },
    SCHEME_ALONE {
        @Override
        RequestSpecification put(RequestSpecification request, String clientId, String value) {
            return request.header("Authorization", "ApiKey " + value);
        }
    };

    /** Lets the request carry the value; not every place has room for a client id. */
    abstract RequestSpecification put(RequestSpecification request, String clientId, String value);
}
