package dev.apikeys.keycloak.check;

import dev.apikeys.core.settings.ErrorFormat;
import dev.apikeys.keycloak.check.Answer.Accepted;
import dev.apikeys.keycloak.check.Answer.Limited;
import dev.apikeys.keycloak.check.Answer.Refused;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Clock;
import org.keycloak.models.RealmModel;

/** Answers as HTTP says them: a status, header fields and, for refusals, a body. */
record HttpAnswers(RealmModel realm, RefusalFormats formats, Clock clock) {

    static final String NO_STORE = "no-store";

    Response of(Answer answer) {
        if (answer instanceof Accepted accepted) {
            return accepted(accepted);
        }
        if (answer instanceof Limited limited) {
            ResponseBuilder response = refused(limited.refusal());
            describe(limited.key(), response);
            LimitHeaders.add(limited.limits(), clock.instant(), response);
            return response.build();
        }
        return refused(((Refused) answer).refusal()).build();
    }

    /** The media type of nothing: Keycloak takes an answer without one for a mistake. */
    private Response accepted(Accepted accepted) {
        ResponseBuilder response = Response.ok()
                .type(MediaType.TEXT_PLAIN_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header(HttpHeaders.CONTENT_LENGTH, 0);
        describe(accepted.key(), response);
        LimitHeaders.add(accepted.limits(), clock.instant(), response);
        accepted.token().ifPresent(token -> response.header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        return response.build();
    }

    private ResponseBuilder refused(Refusal refusal) {
        ErrorFormat format = formats.of(refusal);
        ResponseBuilder response = Response.status(refusal.status())
                .type(RefusalBody.mediaType(format))
                .entity(RefusalBody.of(refusal, format).toString())
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .header("X-Api-Key-Error", refusal.code());
        String challenge = refusal.challenge().text(realm.getName());
        if (!challenge.isEmpty()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        refusal.delay().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait.seconds()));
        return response;
    }

    /** All of them always, empty if need be: gateways replace only those fields of the caller that they find here. */
    private static void describe(KeyDetails key, ResponseBuilder response) {
        response.header("X-Api-Key-Id", key.id());
        response.header("X-Api-Key-Client", HeaderText.encoded(key.client()));
        response.header("X-Api-Key-Subject", HeaderText.encoded(key.subject()));
        response.header("X-Api-Key-Scope", HeaderText.encoded(key.scope()));
    }
}
