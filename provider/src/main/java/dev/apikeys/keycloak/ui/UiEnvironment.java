package dev.apikeys.keycloak.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/**
 * What the page is told about itself, in the manner of Keycloak's consoles. Where administrators have an address of their
 * own, nobody learns it here before there is a client to log in with.
 *
 * @param locale the language in which it is shown, as a tag of BCP 47
 */
record UiEnvironment(String locale, ObjectNode json) {

    static UiEnvironment of(RealmModel realm, UiAddresses addresses, UiClient client, String locale) {
        ObjectNode json = JsonSerialization.createObjectNode();
        json.put("realm", realm.getName());
        String displayName = realm.getDisplayName();
        json.put("displayName", displayName == null || displayName.isBlank() ? realm.getName() : displayName);
        json.put("serverBaseUrl", addresses.authServer());
        json.put("authServerUrl", addresses.authServer());
        json.put("page", addresses.page());
        json.put("clientId", UiClient.CLIENT_ID);
        json.put("ready", client.isReady());
        json.put("exists", client.exists());
        if (client.isReady()) {
            json.put("adminBaseUrl", addresses.admin());
        }
        json.put("managementClientId", client.managementClientId());
        json.put("locale", locale);
        ArrayNode locales = json.putArray("locales");
        if (realm.isInternationalizationEnabled()) {
            realm.getSupportedLocalesStream().sorted().forEach(locales::add);
        }
        return new UiEnvironment(locale, json);
    }

    /** JSON that can stand in HTML: nothing in it ends the element around it. */
    String text() {
        return json.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
