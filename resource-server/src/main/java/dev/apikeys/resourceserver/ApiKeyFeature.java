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
 * <p>A request that matches no resource method is answered by Jakarta REST itself (404, 405, 415), without a question; so is
 * OPTIONS where no resource method is for it, with the methods that are allowed. HEAD is protected as GET.
 */
public final class ApiKeyFeature implements DynamicFeature, AutoCloseable {

    /** Jersey makes its answers to OPTIONS resource methods; a browser's preflight has no key. */
    private static final String JERSEY_OPTIONS = "org.glassfish.jersey.server.wadl.processor.OptionsMethodProcessor$";

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
        Class<?> type = resource.getResourceClass();
        if (type.getName().startsWith(JERSEY_OPTIONS)) {
            return;
        }
        ResourceRule rule = ResourceRule.of(resource);
        context.register(new ApiKeyFilter(rule, type, configuration, answers, clock), Priorities.AUTHENTICATION);
    }

    /**
     * Reports the calls that were answered from memory and are not counted yet; without a cache there is nothing to do. It takes
     * twenty seconds and two request timeouts at most, and what is not reported then is not counted.
     */
    @Override
    public void close() {
        answers.close();
    }
}
