package dev.apikeys.it.support;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A realm representation as it is in realm-export, where demo and tests share it. */
record RealmFile(Map<String, Object> representation) {

    static RealmFile read(String file) {
        try {
            return new RealmFile(new ObjectMapper()
                    .readValue(Workspace.current().realms().resolve(file).toFile(), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return String.valueOf(representation.get("realm"));
    }

    /** What is imported under this name: the file, and {@link RealmKeyPairs}. */
    Map<String, Object> renamed(String name) {
        Map<String, Object> renamed = new HashMap<>(representation);
        renamed.put("realm", name);
        Object components = representation.getOrDefault("components", Map.of());
        renamed.put("components", RealmKeyPairs.addTo((Map<?, ?>) components));
        return renamed;
    }
}
