package dev.apikeys.keycloak.leak;

import dev.apikeys.core.key.KeyValue;
import dev.apikeys.core.model.LeakReporter;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.StorageOutage;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /revoke}: whoever has the value of a key may end it, and needs nothing else. What they could do with the value is worse,
 * and whoever finds one in public has no account here. As at the endpoint of RFC 7009, the answer does not say whether
 * there was such a key.
 */
public class RevocationResource {

    private final KeycloakSession session;
    private final LeakDoor door;

    public RevocationResource(KeycloakSession session) {
        this.session = session;
        this.door = new LeakDoor(session);
    }

    /** One method for bodies of all kinds and for none. */
    @POST
    public Response revoke(InputStream body) {
        Optional<Response> refusal = door.refusal(door.setting(RealmSettings.REVOKE_BY_POSSESSION));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        HttpRequest request = session.getContext().getHttpRequest();
        if (!request.getUri().getQueryParameters().isEmpty()) {
            return LeakAnswers.refused(
                    Response.Status.BAD_REQUEST, "Addresses are logged: nothing of the request stands in the query");
        }
        Set<String> values = new ShownValues(request).with(body);
        if (values.size() != 1) {
            return LeakAnswers.refused(
                    Response.Status.BAD_REQUEST,
                    "One value is needed: in the form or the JSON object of the body as key or token, in X-API-Key, or in"
                            + " Authorization: ApiKey");
        }
        return end(KeyValue.of(values.iterator().next()));
    }

    /** Who hears nothing but an error of ours would not show the value again (RFC 7009 §2.2.1). */
    private Response end(KeyValue value) {
        Report report = new Report(LeakReporter.POSSESSOR, door.address(), Optional.empty(), Optional.empty());
        return StorageOutage.answer(
                session,
                () -> {
                    new Leaks(session, Step.REVOKE).end(value, report);
                    return LeakAnswers.done();
                },
                () -> LeakAnswers.later(StorageOutage.DESCRIPTION, StorageOutage.RETRY_SECONDS));
    }
}
