package dev.apikeys.keycloak.admin;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** The forms of imports and exports. */
final class TransferMedia {

    /** One JSON value in each line. */
    static final String NDJSON = "application/x-ndjson";

    private static final MediaType NDJSON_TYPE = MediaType.valueOf(NDJSON);

    private TransferMedia() {}

    /** Whether that is what the caller sends. */
    static boolean isLines(KeycloakSession session) {
        MediaType sent = session.getContext().getHttpRequest().getHttpHeaders().getMediaType();
        return sent != null && sent.isCompatible(NDJSON_TYPE);
    }

    /** Whether the caller asks for JSON and does not say that lines will do as well. */
    static boolean prefersJson(KeycloakSession session) {
        List<MediaType> accepted =
                accepted(session.getContext().getHttpRequest().getHttpHeaders());
        return !accepted.isEmpty()
                && accepted.get(0).isCompatible(MediaType.APPLICATION_JSON_TYPE)
                && !accepted.get(0).isWildcardSubtype();
    }

    /** What cannot be read prefers nothing. */
    private static List<MediaType> accepted(HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** A body that is written as it is made; nobody may keep it. */
    static Response answer(boolean json, StreamingOutput body) {
        CacheControl noStore = new CacheControl();
        noStore.setNoStore(true);
        return Response.ok(body)
                .type(json ? MediaType.APPLICATION_JSON : NDJSON)
                .cacheControl(noStore)
                .build();
    }
}
