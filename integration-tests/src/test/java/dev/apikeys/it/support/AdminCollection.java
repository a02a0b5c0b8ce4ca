package dev.apikeys.it.support;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One collection of Keycloak's admin REST API, whose members are called by name instead of by id. */
public final class AdminCollection {

    private final Supplier<RequestSpecification> admin;
    private final String url;
    private final String nameField;

    AdminCollection(Supplier<RequestSpecification> admin, String url, String nameField) {
        this.admin = admin;
        this.url = url;
        this.nameField = nameField;
    }

    /** Returns the id of the member with exactly this name. */
    public String id(String name) {
        List<Map<String, Object>> found = admin.get()
                .queryParam(nameField, name)
                .get(url)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it." + nameField + " == '" + name + "' }");
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " members named " + name + " at " + url);
        }
        return String.valueOf(found.get(0).get("id"));
    }

    /** Returns the whole representation of the member. */
    public Map<String, Object> get(String name) {
        return admin.get().get(member(name)).then().statusCode(200).extract().path("$");
    }

    /** Returns the id of the new member. */
    public String create(Map<String, ?> representation) {
        String location = admin.get()
                .body(representation)
                .post(url)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Reads the representation, changes it and writes it back. */
    public void update(String name, Consumer<Map<String, Object>> change) {
        Map<String, Object> representation = new HashMap<>(get(name));
        change.accept(representation);
        admin.get().body(representation).put(member(name)).then().statusCode(204);
    }

    /** Changes one attribute of the member and leaves the others alone. */
    public void setAttribute(String name, String attribute, String value) {
        update(name, representation -> {
            Map<Object, Object> attributes =
                    new HashMap<>(representation.get("attributes") instanceof Map<?, ?> present ? present : Map.of());
            attributes.put(attribute, value);
            representation.put("attributes", attributes);
        });
    }

    public void delete(String name) {
        admin.get().delete(member(name)).then().statusCode(204);
    }

    /** Returns the address of the member, for the resources below it. */
    public String member(String name) {
        return url + "/" + id(name);
    }
}
