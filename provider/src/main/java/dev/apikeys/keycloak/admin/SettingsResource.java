package dev.apikeys.keycloak.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.RealmKeys;
import dev.apikeys.keycloak.keys.SettingsJson;
import dev.apikeys.keycloak.rest.Answers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What the realm lays down for its keys; who may see and change realms may see and change this. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SettingsResource {

    private final RealmModel realm;
    private final RealmKeys realmKeys;
    private final AdminPermissionEvaluator auth;
    private final KeyEvents events;

    SettingsResource(RealmModel realm, RealmKeys realmKeys, AdminPermissionEvaluator auth, KeyEvents events) {
        this.realm = realm;
        this.realmKeys = realmKeys;
        this.auth = auth;
        this.events = events;
    }

    @GET
    public Response read() {
        auth.realm().requireViewRealm();
        return Answers.ok(SettingsJson.write(realmKeys.settings()));
    }

    /** What holds for settings that the realm does not lay down. */
    @GET
    @Path("defaults")
    public Response defaults() {
        auth.realm().requireViewRealm();
        return Answers.ok(SettingsJson.write(new RealmSettings(attribute -> Optional.empty())));
    }

    /** Changes what is given; {@code null} goes back to the default. */
    @PUT
    public Response update(String body) {
        auth.realm().requireManageRealm();
        SettingsJson.Reading reading = SettingsJson.read(Answers.object(body));
        Answers.refuseIfAny(reading.violations());
        Answers.refuseIfAny(reading.violationsTogether(realmKeys.settings()));
        reading.attributes()
                .forEach((attribute, text) -> text.ifPresentOrElse(
                        value -> realm.setAttribute(attribute, value), () -> realm.removeAttribute(attribute)));
        ObjectNode settings = SettingsJson.write(realmKeys.settings());
        events.updated(settings);
        return Answers.ok(settings);
    }
}
