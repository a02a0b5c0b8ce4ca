package dev.apikeys.it.compatibility;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of itself and of others. Names are internal ones, such as {@code java/lang/String}; a member is its
 * name followed by its descriptor.
 *
 * @param members what it declares
 * @param open its abstract methods
 * @param references what its constant pool names, but for the class itself
 */
record ClassFile(
        String name,
        boolean isAbstract,
        Optional<String> superName,
        List<String> interfaces,
        Set<String> members,
        Set<String> open,
        Set<Reference> references) {

    private static final int CLASS = 7;
    private static final Set<Integer> MEMBERS = Set.of(9, 10, 11);

    /**
     * A class, or one of its members.
     *
     * @param member empty for the class itself
     */
    record Reference(String owner, String member) {}

    static ClassFile read(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        Set<String> members = new HashSet<>();
        Set<String> open = new HashSet<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        members.add(name + descriptor);
                        if ((access & Opcodes.ACC_ABSTRACT) != 0) {
                            open.add(name + descriptor);
                        }
                        return null;
                    }

                    @Override
                    public @Nullable FieldVisitor visitField(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            @Nullable Object value) {
                        members.add(name + descriptor);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        return new ClassFile(
                reader.getClassName(),
                (reader.getAccess() & Opcodes.ACC_ABSTRACT) != 0,
                Optional.ofNullable(reader.getSuperName()),
                List.of(reader.getInterfaces()),
                members,
                open,
                references(reader));
    }

    /** Its superclass first. */
    Stream<String> parents() {
        return Stream.concat(superName.stream(), interfaces.stream());
    }

    private static Set<Reference> references(ClassReader reader) {
        Set<Reference> references = new HashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int index = 1; index < reader.getItemCount(); index++) {
            int item = reader.getItem(index);
            int tag = item == 0 ? 0 : reader.readByte(item - 1);
            if (tag == CLASS) {
                references.add(new Reference(reader.readUTF8(item, buffer), ""));
            } else if (MEMBERS.contains(tag)) {
                int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
                references.add(new Reference(
                        reader.readClass(item, buffer),
                        reader.readUTF8(nameAndType, buffer) + reader.readUTF8(nameAndType + 2, buffer)));
            }
        }
        references.remove(new Reference(reader.getClassName(), ""));
        return references;
    }
}
