package dev.apikeys.it.compatibility;

import dev.apikeys.it.compatibility.ClassFile.Reference;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What would become a {@link LinkageError} when a class runs among the classes of a pool. */
record Linkage(ClassPool pool) {

    /** In words; nothing when the class fits. */
    Stream<String> problems(ClassFile type) {
        Stream<String> missing = type.references().stream()
                .filter(reference -> !exists(reference))
                .map(reference -> type.name() + " needs " + reference.owner() + " " + reference.member());
        return type.isAbstract() ? missing : Stream.concat(missing, leftOpen(type));
    }

    private boolean exists(Reference reference) {
        if (reference.owner().startsWith("[")) {
            return true;
        }
        return reference.member().isEmpty()
                ? pool.find(reference.owner()).isPresent()
                : pool.declares(reference.owner(), reference.member());
    }

    private Stream<String> leftOpen(ClassFile type) {
        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        collect(type, open, closed);
        return open.stream()
                .filter(method -> !closed.contains(method))
                .map(method -> type.name() + " does not implement " + method);
    }

    private void collect(ClassFile type, Set<String> open, Set<String> closed) {
        open.addAll(type.open());
        type.members().stream().filter(member -> !type.open().contains(member)).forEach(closed::add);
        type.parents().flatMap(parent -> pool.find(parent).stream()).forEach(parent -> collect(parent, open, closed));
    }
}
