package dev.apikeys.keycloak.keys;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apikeys.core.scope.ScopeGroups;
import dev.apikeys.core.scope.ScopeName;
import dev.apikeys.keycloak.directory.ClientScopes;
import dev.apikeys.keycloak.directory.ScopeGroupAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.util.JsonSerialization;

/** What keys of a client can be given, for people who choose: scopes by resource, and scope groups. */
public final class CatalogueJson {

    private CatalogueJson() {}

    public static ObjectNode write(ClientScopes scopes) {
        ObjectNode json = JsonSerialization.createObjectNode();
        ArrayNode resources = json.putArray("resources");
        Map<String, ArrayNode> scopesByResource = new TreeMap<>();
        for (ClientScopeModel scope : scopes.assigned()) {
            ScopeName name = ScopeName.parse(scope.getName());
            ArrayNode ofResource = scopesByResource.computeIfAbsent(name.resource(), resource -> {
                ObjectNode entry = resources.addObject();
                entry.put("resource", resource);
                return entry.putArray("scopes");
            });
            ObjectNode entry = ofResource.addObject();
            entry.put("name", scope.getName());
            entry.put("action", name.action());
            describe(scope, entry);
        }
        ArrayNode groups = json.putArray("groups");
        ScopeGroups expansion = scopes.expansion();
        scopes.groups().forEach(group -> write(group, expansion, scopes, groups.addObject()));
        return json;
    }

    /** The same without what has no effect, for people who need not know what there is beside. */
    public static ObjectNode writeEffective(ClientScopes scopes) {
        ObjectNode json = write(scopes);
        ArrayNode groups = json.putArray("groups");
        scopes.groups().forEach(group -> {
            ObjectNode entry = JsonSerialization.createObjectNode();
            write(group, scopes.expansion(), scopes, entry);
            entry.putArray("withoutEffect");
            if (!entry.path("includes").isEmpty()) {
                groups.add(entry);
            }
        });
        return json;
    }

    /** Members that the client does not have grant nothing, and neither does a group that includes itself. */
    private static void write(ClientScopeModel group, ScopeGroups expansion, ClientScopes scopes, ObjectNode json) {
        json.put("name", group.getName());
        describe(group, json);
        ScopeGroupAttributes.bestFor(group).ifPresent(text -> json.put("bestFor", text));
        ArrayNode includes = json.putArray("includes");
        ArrayNode withoutEffect = json.putArray("withoutEffect");
        expansion.expand(group.getName()).stream()
                .sorted()
                .forEach(name -> (scopes.isAssigned(name) ? includes : withoutEffect).add(name));
        Optional<List<String>> cycle = expansion.cycle(group.getName());
        if (cycle.isPresent()) {
            ArrayNode names = json.putArray("cycle");
            cycle.get().forEach(names::add);
        }
    }

    private static void describe(ClientScopeModel scope, ObjectNode json) {
        Optional.ofNullable(scope.getDescription())
                .filter(text -> !text.isBlank())
                .ifPresent(text -> json.put("description", text));
    }
}
