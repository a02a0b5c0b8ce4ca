package dev.apikeys.keycloak.check;

import dev.apikeys.core.Parsed;
import dev.apikeys.keycloak.DenialEvents;
import dev.apikeys.keycloak.check.Answer.Refused;
import dev.apikeys.keycloak.check.Asker.Gateway;
import dev.apikeys.keycloak.keys.JsonFields;
import dev.apikeys.keycloak.outcomes.IdempotencyKey;
import dev.apikeys.keycloak.outcomes.OutcomeReports;
import dev.apikeys.keycloak.outcomes.ReportResult;
import dev.apikeys.keycloak.rest.Answers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** {@code /outcomes}: what became of calls, as those report it who may ask about the keys. All of a report counts, or nothing. */
public class OutcomesResource {

    private static final int MOST_BYTES = 256 * 1024;

    private final KeycloakSession session;
    private final Door door;
    private final Clock clock = Clock.systemUTC();

    public OutcomesResource(KeycloakSession session, DenialEvents denialEvents) {
        this.session = session;
        this.door = new Door(session, denialEvents);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(InputStream body) {
        return door.orUnavailable(() -> {
            GatewayOnly asker = door.gatewayOnly();
            return asker instanceof GatewayOnly.Known known
                    ? count(known.gateway(), known.fields(), body)
                    : refused(((GatewayOnly.Refused) asker).why());
        });
    }

    private Response count(Gateway reporter, JsonFields fields, InputStream body) {
        byte[] bytes = Answers.bytes(body, MOST_BYTES);
        if (bytes.length > MOST_BYTES) {
            fields.refuse("body", "", "at most " + MOST_BYTES + " bytes");
        }
        Optional<IdempotencyKey> name = name(fields);
        return name.isPresent() && fields.violations().isEmpty()
                ? answer(reports(reporter).count(name.get(), bytes))
                : refused(Refusal.badRequest(fields.violations()));
    }

    private Optional<IdempotencyKey> name(JsonFields fields) {
        List<String> lines =
                session.getContext().getHttpRequest().getHttpHeaders().getRequestHeader(IdempotencyKey.HEADER);
        List<String> written = lines == null ? List.of() : lines;
        Parsed<IdempotencyKey> name = IdempotencyKey.read(written);
        if (name instanceof Parsed.Bad<IdempotencyKey> bad) {
            fields.refuse(IdempotencyKey.HEADER, String.join(", ", written), bad.allowed());
        }
        return name.toOptional();
    }

    private OutcomeReports reports(Gateway reporter) {
        return new OutcomeReports(
                session,
                session.getContext().getRealm(),
                reporter.client(),
                (realm, clientId) -> new Audiences(realm).find(clientId, reporter.client()),
                clock.instant());
    }

    private Response answer(ReportResult result) {
        if (result instanceof ReportResult.Counted) {
            return Response.noContent()
                    .header(HttpHeaders.CACHE_CONTROL, HttpAnswers.NO_STORE)
                    .build();
        }
        return refused(ReportRefusals.of(result));
    }

    private Response refused(Refusal refusal) {
        return door.http().of(new Refused(refusal));
    }
}
