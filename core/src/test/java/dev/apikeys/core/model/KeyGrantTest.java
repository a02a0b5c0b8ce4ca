package dev.apikeys.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apikeys.core.ip.AllowedIps;
import dev.apikeys.core.limit.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyGrantTest {

    @Test
    void laterChangesOfTheSetDoNotWidenTheGrant() {
        Set<String> scopeIds = new HashSet<>(Set.of("calls-read"));
        KeyGrant grant = new KeyGrant(false, scopeIds);
        scopeIds.add("calls-write");

        assertThat(grant.scopeIds()).containsExactly("calls-read");
        assertThatThrownBy(() -> grant.scopeIds().add("calls-write")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void laterChangesOfTheListDoNotWidenTheLimits() {
        RateLimit limit = new RateLimit(60, Duration.ofMinutes(1));
        List<RateLimit> limits = new ArrayList<>(List.of(limit));
        KeyRestrictions restrictions = new KeyRestrictions(AllowedIps.ALL, Optional.of(limits));
        limits.clear();

        assertThat(restrictions.limits()).contains(List.of(limit));
    }
}
