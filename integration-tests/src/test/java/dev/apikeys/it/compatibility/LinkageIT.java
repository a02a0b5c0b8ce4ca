package dev.apikeys.it.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.server.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The jar is compiled against one Keycloak and runs in many. What it refers to is looked up in the distribution under test,
 * along the ways, too, that no other test goes.
 */
class LinkageIT {

    private static final String PREFIX = "dev/apikeys/";

    @Test
    void allThatTheJarRefersToIsInTheDistribution() throws IOException {
        Path provider = provider();
        List<Path> jars = Stream.concat(
                        Stream.of(provider),
                        ClassPool.jars(Workspace.current().distribution().resolve("lib/lib")).stream())
                .toList();
        try (ClassPool pool = new ClassPool(jars)) {
            List<ClassFile> ours = classes(provider, pool);
            assertThat(ours).hasSizeGreaterThan(100);
            assertThat(ours.stream().flatMap(new Linkage(pool)::problems)).isEmpty();
        }
    }

    @Test
    void whatIsMissingIsFound() throws IOException {
        try (ClassPool pool = new ClassPool(List.of())) {
            assertThat(new Linkage(pool).problems(ClassFile.read(misfit())))
                    .containsExactlyInAnyOrder(
                            "Misfit needs java/lang/Nothing ",
                            "Misfit needs java/lang/Nothing go()V",
                            "Misfit needs java/lang/String vanish()V",
                            "Misfit does not implement run()V");
        }
    }

    private static Path provider() throws IOException {
        return ClassPool.jars(Workspace.current().providers()).get(0);
    }

    private static List<ClassFile> classes(Path jar, ClassPool pool) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(".class"))
                    .map(name -> pool.find(name.substring(0, name.length() - ".class".length())))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** A {@link Runnable} that cannot run, and calls what there is not. */
    private static byte[] misfit() {
        ClassWriter misfit = new ClassWriter(0);
        misfit.visit(Opcodes.V17, 0, "Misfit", null, "java/lang/Object", new String[] {"java/lang/Runnable"});
        MethodVisitor method = misfit.visitMethod(Opcodes.ACC_STATIC, "calls", "()V", null, null);
        method.visitCode();
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Nothing", "go", "()V", false);
        method.visitLdcInsn("text");
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "length", "()I", false);
        method.visitInsn(Opcodes.POP);
        method.visitLdcInsn("text");
        method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "vanish", "()V", false);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        misfit.visitEnd();
        return misfit.toByteArray();
    }
}
