package dev.apikeys.it.usage;

import dev.apikeys.it.support.Eventually;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.TestRealm;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;

/** What the administrator sees of the use of a key. */
record UsageOf(TestRealm realm, NewKey key) {

    Response ask(Map<String, ?> parameters) {
        return realm.admin().queryParams(parameters).get(realm.adminUrl("/api-keys/" + key.id() + "/usage"));
    }

    /** The answer once so many calls have been written down. */
    JsonPath after(long total) {
        return Eventually.get(this::now, usage -> usage.getLong("total") >= total);
    }

    JsonPath now() {
        return ask(Map.of()).then().statusCode(200).extract().jsonPath();
    }
}
