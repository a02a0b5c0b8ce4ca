package dev.apikeys.resourceserver;

import dev.apikeys.resourceserver.Answer.Active;
import dev.apikeys.resourceserver.Answer.Inactive;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** In front of one resource method: asks about the key, lets the call through or answers it, and tells the limits. */
final class ApiKeyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADERS = "dev.apikeys.headers";

    private final ResourceRule rule;
    private final Class<?> resource;
    private final ApiKeyConfiguration configuration;
    private final Answers answers;
    private final RefusalResponse refusals;
    private final Clock clock;

    ApiKeyFilter(
            ResourceRule rule, Class<?> resource, ApiKeyConfiguration configuration, Answers answers, Clock clock) {
        this.rule = rule;
        this.resource = resource;
        this.configuration = configuration;
        this.answers = answers;
        this.refusals = new RefusalResponse(configuration.errorBody(), configuration.challengeRealm());
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        ResourceRule all = LocatingResources.with(rule, resource, request);
        if (!all.open()) {
            protect(all.scopes(), request);
        }
    }

    private void protect(Set<String> required, ContainerRequestContext request) {
        Optional<PresentedKey> key = PresentedKey.in(request);
        if (key.isPresent()) {
            check(new Question(key.get(), required, callerIp(request)), request);
        } else if (!configuration.optional() || !required.isEmpty()) {
            request.abortWith(refusals.missing());
        }
    }

    private Optional<String> callerIp(ContainerRequestContext request) {
        return configuration
                .callerAddress()
                .of(request)
                .flatMap(IpAddress::parse)
                .map(IpAddress::toString);
    }

    private void check(Question question, ContainerRequestContext request) {
        Answer answer = answers.ask(question);
        if (answer instanceof Active active) {
            tellLimits(active.limits(), request);
            Set<String> missing = missing(active, question.scopes());
            if (missing.isEmpty()) {
                accept(ApiKeyPrincipal.of(active), request);
            } else {
                request.abortWith(refusals.lacking(missing));
            }
        } else if (answer instanceof Inactive inactive) {
            tellLimits(limits(inactive, question), request);
            request.abortWith(refusals.of(inactive, question.scopes()));
        } else {
            request.abortWith(refusals.unavailable());
        }
    }

    /** Whatever was asked: an introspection endpoint that ignores required scopes must not open the door. */
    private Set<String> missing(Active active, Set<String> required) {
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(active.scopes());
        return missing;
    }

    /** A refusal for lack of a scope counts nothing, and Keycloak does not say where the limits stand unless asked. */
    private List<RateLimit> limits(Inactive inactive, Question question) {
        boolean ask = inactive.limits().isEmpty() && inactive.because(Denial.INSUFFICIENT_SCOPE);
        return ask && answers.look(question.withoutScopes()) instanceof Active active
                ? active.limits()
                : inactive.limits();
    }

    private static void accept(ApiKeyPrincipal principal, ContainerRequestContext request) {
        boolean secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        request.setSecurityContext(new ApiKeySecurityContext(principal, secure));
        request.setProperty(ApiKeyPrincipal.PROPERTY, principal);
    }

    private void tellLimits(List<RateLimit> limits, ContainerRequestContext request) {
        request.setProperty(HEADERS, RateLimitHeaders.of(limits, clock.instant()));
    }

    /** On every response, also on refusals and on the application's own errors. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(HEADERS) instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> response.getHeaders().putSingle(String.valueOf(name), value));
        }
    }
}
