package dev.apikeys.it.support;

import dev.apikeys.it.support.Keys.NewKey;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;

/** What the administrator sees of the use of a key. */
public record UsageOf(TestRealm realm, NewKey key) {

    /** The answer for the time that the parameters name. */
    public Response ask(Map<String, ?> parameters) {
        return realm.admin().queryParams(parameters).get(realm.adminUrl("/api-keys/" + key.id() + "/usage"));
    }

    /** The answer once so many calls have been written down. */
    public JsonPath after(long total) {
        return Eventually.get(this::now, usage -> usage.getLong("total") >= total);
    }

    /** The answer for the last 24 hours. */
    public JsonPath now() {
        return ask(Map.of()).then().statusCode(200).extract().jsonPath();
    }
}
