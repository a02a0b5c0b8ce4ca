package dev.apikeys.it.admin;

import io.restassured.response.Response;

/** A key that a test has made or rotated. */
record CreatedKey(String id, String value) {

    static CreatedKey of(Response response) {
        return new CreatedKey(response.path("id"), response.path("key"));
    }

    /** Not the value: a failing test must not print it. */
    @Override
    public String toString() {
        return "key " + id;
    }
}
