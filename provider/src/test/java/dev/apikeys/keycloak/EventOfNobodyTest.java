package dev.apikeys.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

class EventOfNobodyTest {

    private final List<AdminEvent> heard = new ArrayList<>();

    @Test
    void listenersHearOfItWhereThereIsNoEventStore() {
        new EventOfNobody(session(), realm(), Clock.systemUTC(), Optional.empty())
                .report("id-of-the-key", "notice", JsonSerialization.createObjectNode());

        assertThat(heard).singleElement().satisfies(event -> assertThat(event.getResourcePath())
                .isEqualTo("api-keys/id-of-the-key/notice"));
    }

    private static RealmModel realm() {
        return answering(
                RealmModel.class,
                Map.of(
                        "getId",
                        "id",
                        "getName",
                        "demo",
                        "isAdminEventsEnabled",
                        true,
                        "isAdminEventsDetailsEnabled",
                        true,
                        "getEventsListenersStream",
                        Stream.of("listener")));
    }

    /** Of all providers there is a listener alone. */
    private KeycloakSession session() {
        EventListenerProvider listener = (EventListenerProvider) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EventListenerProvider.class},
                (proxy, method, arguments) -> {
                    heard.add((AdminEvent) arguments[0]);
                    return null;
                });
        EventListenerProviderFactory factory =
                answering(EventListenerProviderFactory.class, Map.of("getId", "listener", "isGlobal", false));
        KeycloakSessionFactory factories =
                answering(KeycloakSessionFactory.class, Map.of("getProviderFactoriesStream", Stream.of(factory)));
        return (KeycloakSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KeycloakSession.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getKeycloakSessionFactory")) {
                        return factories;
                    }
                    return arguments[0] == EventListenerProvider.class ? listener : null;
                });
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
