package dev.apikeys.keycloak.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.keycloak.check.Answer.Refused;
import dev.apikeys.keycloak.check.Asker.Gateway;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /check/batch}: several keys in one call, for gateways only. Nothing is counted unless all of it can be read. */
public class BatchResource {

    private final Door door;

    BatchResource(Door door) {
        this.door = door;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(InputStream body) {
        return door.orUnavailable(() -> {
            GatewayOnly asker = door.gatewayOnly();
            return asker instanceof GatewayOnly.Known known
                    ? answer(known.gateway(), body)
                    : refused(((GatewayOnly.Refused) asker).why());
        });
    }

    private Response answer(Gateway gateway, InputStream body) {
        Batch batch = Batch.read(body, door.audiences(), gateway);
        if (!batch.violations().isEmpty()) {
            return refused(Refusal.badRequest(batch.violations()));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode results = json.putArray("results");
        batch.questions()
                .forEach(question -> results.add(BatchJson.of(door.keyCheck().answer(question))));
        return Response.ok(json.toString())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, HttpAnswers.NO_STORE)
                .build();
    }

    private Response refused(Refusal refusal) {
        return door.http().of(new Refused(refusal));
    }
}
