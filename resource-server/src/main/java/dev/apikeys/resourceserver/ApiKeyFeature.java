package dev.apikeys.resourceserver;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger;
import java.time.Clock;

/**
 * Protects every resource method of the application that it is registered with, unless {@link Unprotected} says
 * otherwise. Register one instance, as a singleton, and close it when the application ends.
 *
 * <p>Keycloak counts a call when it is asked about it. When the connection to it breaks before the head of an answer is there,
 * it is asked once more, and may have counted the first question already: such a call may count twice. Without an answer
 * the call is refused with 503.
 *
 * <p>Sub-resource locators run before the key is looked at, whatever they do; what they return is protected by its own rules
 * and by those of the classes that led there.
 *
 * <p>A request that matches no resource method is answered by Jakarta REST itself (404, 405, 415), without a question.
 */
public final class ApiKeyFeature implements DynamicFeature, AutoCloseable {

    private final ApiKeyConfiguration configuration;
    private final Answers answers;
    private final Clock clock = Clock.systemUTC();

    public ApiKeyFeature(ApiKeyConfiguration configuration) {
        this.configuration = configuration;
        Logger log = System.getLogger(ApiKeyFeature.class.getPackageName());
        Introspection introspection =
                new HttpIntrospection(configuration, new OutageLog(log, configuration.introspectionUri(), clock));
        int seconds = configuration.cacheSeconds();
        this.answers = seconds == 0
                ? Answers.direct(introspection)
                : new ReportingAnswers(new CachedAnswers(introspection, seconds, clock), seconds, log);
    }

    /** Fails when the annotations contradict each other, and when one stands on a sub-resource locator. */
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        ResourceRule rule = ResourceRule.of(resource);
        Class<?> type = resource.getResourceClass();
        context.register(new ApiKeyFilter(rule, type, configuration, answers, clock), Priorities.AUTHENTICATION);
    }

    /** Reports the calls that were answered from memory and are not counted yet; without a cache there is nothing to do. */
    @Override
    public void close() {
        answers.close();
    }
}
