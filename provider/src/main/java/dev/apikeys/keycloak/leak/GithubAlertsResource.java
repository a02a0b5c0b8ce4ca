package dev.apikeys.keycloak.leak;

import dev.apikeys.core.key.SigningKeys;
import dev.apikeys.core.settings.GithubLeaks;
import dev.apikeys.core.settings.RealmSettings;
import dev.apikeys.keycloak.rest.Answers;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /leaks/github}: takes the alerts that GitHub's secret scanning sends to its partners. Nothing of an alert is looked at
 * before its signature is known to be right, and whatever is wrong with that, the answer is the same.
 */
public class GithubAlertsResource {

    private static final String IDENTIFIER = "Github-Public-Key-Identifier";
    private static final String SIGNATURE = "Github-Public-Key-Signature";

    private final KeycloakSession session;
    private final LeakDoor door;

    public GithubAlertsResource(KeycloakSession session) {
        this.session = session;
        this.door = new LeakDoor(session);
    }

    @POST
    public Response alert(InputStream body) {
        GithubLeaks setting = door.setting(RealmSettings.GITHUB_LEAKS);
        Optional<Response> refusal = door.refusal(setting != GithubLeaks.OFF);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        byte[] bytes = Answers.bytes(body, GithubAlert.MOST_BYTES);
        if (bytes.length > GithubAlert.MOST_BYTES) {
            return LeakAnswers.refused(Response.Status.REQUEST_ENTITY_TOO_LARGE, "The alert is too long");
        }
        return unsigned(bytes).orElseGet(() -> GithubAlert.read(bytes)
                .map(findings -> end(findings, setting == GithubLeaks.DISABLE ? Step.DISABLE : Step.REVOKE))
                .orElseGet(() -> LeakAnswers.refused(
                        Response.Status.BAD_REQUEST, "The alert is no list of tokens, or too long a one")));
    }

    /** Why the alert is not taken for GitHub's; empty when it is. What cannot be judged now is not refused: it may be sent again. */
    private Optional<Response> unsigned(byte[] bytes) {
        Response forged = LeakAnswers.refused(Response.Status.FORBIDDEN, "The signature is not GitHub's");
        Optional<String> identifier = header(IDENTIFIER);
        Optional<String> signature = header(SIGNATURE);
        if (identifier.isEmpty() || signature.isEmpty()) {
            return Optional.of(forged);
        }
        Optional<SigningKeys> keys =
                new VerifyingKeys(session).find(door.setting(RealmSettings.GITHUB_KEYS), identifier.get());
        if (keys.isEmpty()) {
            return Optional.of(LeakAnswers.later("GitHub's public keys are not known now"));
        }
        return keys.get().verify(identifier.get(), signature.get(), bytes) ? Optional.empty() : Optional.of(forged);
    }

    private Response end(List<GithubFinding> findings, Step wanted) {
        Leaks leaks = new Leaks(session, wanted);
        return new GithubFeedback(finding -> leaks.end(finding.value(), finding.report(door.address())))
                .to(findings)
                .map(feedback -> Answers.of(Response.Status.OK, feedback).build())
                .orElseGet(() -> LeakAnswers.later("Not all of the findings could be ended"));
    }

    /** Empty unless there is exactly one. */
    private Optional<String> header(String name) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        List<String> lines = headers.getRequestHeader(name);
        return lines == null || lines.size() != 1 ? Optional.empty() : Optional.of(lines.get(0));
    }
}
