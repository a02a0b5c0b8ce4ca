package dev.apikeys.it.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.apikeys.it.support.Keys;
import dev.apikeys.it.support.Keys.NewKey;
import dev.apikeys.it.support.ShopScopes;
import dev.apikeys.it.support.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeGroupsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    private final Keys keys = new Keys(realm);
    private final ShopScopes scopes = new ShopScopes(realm);

    @BeforeAll
    static void allowManyKeys() {
        Keys.allowMany(realm);
    }

    @Nested
    class AGroup {

        @Test
        void givesTheScopesThatItIncludesAndNoOthers() {
            scopes.group("contact-manager", "contacts:read", "contacts:write");
            NewKey key = of("contact-manager");

            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("contacts:read", "contacts:write");
            assertThat(scopes.effective(key)).containsExactlyInAnyOrder("contacts:read", "contacts:write");
        }

        @Test
        void isNamedInTheAnswerToResourceServersButIsNoScope() {
            scopes.group("caller", "calls:read");
            NewKey key = of("caller");

            keys.introspect(key)
                    .then()
                    .body("scope", equalTo("calls:read"))
                    .body("api_key.scope_groups", equalTo(List.of("caller")));
            keys.introspect(key.value(), Map.of("scope", "caller"))
                    .then()
                    .body("active", equalTo(false))
                    .body("missing_scope", equalTo("caller"));
        }

        @Test
        void addsToTheScopesThatTheKeyNamesItself() {
            scopes.group("adder", "contacts:read");
            NewKey key = keys.create(Map.of("scopeGroups", List.of("adder"), "scopes", List.of("calls:write")));

            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("contacts:read", "calls:write");
        }

        @Test
        void givesWhatTheGroupsWithinItGive() {
            scopes.group("outer", "middle", "inner", "calls:read");
            scopes.group("middle", "inner");
            scopes.group("inner", "contacts:read");

            assertThat(scopes.introspected(of("outer"))).containsExactlyInAnyOrder("calls:read", "contacts:read");
            assertThat(scopes.introspected(of("middle"))).containsExactly("contacts:read");
        }

        @ParameterizedTest
        @ValueSource(strings = {"contacts:all", "contacts:*", "*", "read-all"})
        void mayHaveAnyNameAndGivesOnlyWhatItLists(String name) {
            scopes.group(name, "contacts:read", "calls:read");

            assertThat(scopes.introspected(of(name))).containsExactlyInAnyOrder("contacts:read", "calls:read");
        }

        @Test
        void listsItsMembersBetweenAnyWhiteSpace() {
            scopes.group("spacious", " contacts:read \n\t calls:read  ");

            assertThat(scopes.introspected(of("spacious"))).containsExactlyInAnyOrder("contacts:read", "calls:read");
        }
    }

    @Nested
    class NothingIsGivenBy {

        @Test
        void aMemberThatTheClientDoesNotHaveUntilItHasIt() {
            scopes.create("cases:read");
            scopes.group("case-reader", "cases:read", "calls:read");
            NewKey key = of("case-reader");

            assertThat(scopes.introspected(key)).containsExactly("calls:read");

            scopes.assign("cases:read");
            assertThat(scopes.introspected(key)).containsExactlyInAnyOrder("calls:read", "cases:read");
        }

        @Test
        void aMemberThatDoesNotExist() {
            scopes.group("dreamer", "dreams:read", "calls:read");

            assertThat(scopes.introspected(of("dreamer"))).containsExactly("calls:read");
        }

        @Test
        void offlineAccessAsAMember() {
            scopes.group("immortal", "offline_access", "calls:read");

            assertThat(scopes.introspected(of("immortal"))).containsExactly("calls:read");
        }

        @Test
        void aGroupWithoutMembers() {
            scopes.group("hollow", "");
            NewKey key = keys.create(Map.of("scopeGroups", List.of("hollow")));

            assertThat(scopes.introspected(key)).containsExactly("calls:read");
            assertThat(scopes.effective(of("hollow"))).isEmpty();
        }

        @Test
        void aWildcardThatIsNoGroup() {
            scopes.create("calls:*");
            scopes.assign("calls:*");
            NewKey key = keys.create(Map.of("scopes", List.of("calls:*")));

            assertThat(scopes.introspected(key)).containsExactly("calls:*");
            keys.introspect(key.value(), Map.of("scope", "calls:read")).then().body("active", equalTo(false));
        }

        @Test
        void theGroupItselfEvenWhenItIsAssignedToTheClient() {
            scopes.group("assigned-group", "contacts:read");
            scopes.assign("default", "assigned-group");

            assertThat(scopes.introspected(of("assigned-group"))).containsExactly("contacts:read");
            assertThat(scopes.effective(keys.create(Map.of("scopes", List.of(), "fullAccess", true))))
                    .doesNotContain("assigned-group");
        }
    }

    @Nested
    class ReadAndWrite {

        @ParameterizedTest
        @ValueSource(strings = {"contacts:read", "contacts:write", "calls:read", "calls:write"})
        void areIndependentOfEachOther(String scope) {
            NewKey key = keys.create(Map.of("scopes", List.of(scope)));

            assertThat(scopes.introspected(key)).isEqualTo(Set.of(scope));
            for (String other : List.of("contacts:read", "contacts:write", "calls:read", "calls:write")) {
                keys.introspect(key.value(), Map.of("scope", other))
                        .then()
                        .body("active", equalTo(other.equals(scope)));
            }
        }
    }

    private NewKey of(String group) {
        return keys.create(Map.of("scopes", List.of(), "scopeGroups", List.of(group)));
    }
}
