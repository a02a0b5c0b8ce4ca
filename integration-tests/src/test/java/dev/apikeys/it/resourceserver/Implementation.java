package dev.apikeys.it.resourceserver;

import dev.apikeys.it.support.TestRealm;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** An implementation of Jakarta REST, with the class path that the build has put together for it. */
enum Implementation {
    JERSEY("jersey.classpath", "dev.apikeys.it.resourceserver.app.JerseyApp"),
    RESTEASY("resteasy.classpath", "dev.apikeys.it.resourceserver.app.ResteasyApp");

    private final String classPath;
    private final String application;

    Implementation(String classPath, String application) {
        this.classPath = classPath;
        this.application = application;
    }

    /** The application in front of the realm, told what else is given; see {@code AppSettings}. */
    ProtectedApi start(TestRealm realm, String... more) {
        Map<String, String> settings = new TreeMap<>();
        String issuer = realm.realmUrl("");
        settings.put("keycloak", issuer.substring(0, issuer.indexOf("/realms/")));
        settings.put("realm", realm.name());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return start(settings);
    }

    @SuppressWarnings("unchecked") // the type that the application classes declare
    private ProtectedApi start(Map<String, String> settings) {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());
        thread.setContextClassLoader(loader);
        try {
            var start = (Function<Map<String, String>, Map.Entry<URI, AutoCloseable>>)
                    loader.loadClass(application).getDeclaredConstructor().newInstance();
            Map.Entry<URI, AutoCloseable> started = start.apply(settings);
            return new ProtectedApi(started.getKey(), started.getValue(), loader);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private URL[] urls() {
        String jars = System.getProperty(classPath);
        if (jars == null) {
            throw new IllegalStateException(
                    "System property " + classPath + " is not set: integration-tests/pom.xml does");
        }
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(getClass().getProtectionDomain().getCodeSource().getLocation());
            for (String jar : jars.split(File.pathSeparator, -1)) {
                urls.add(new File(jar).toURI().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return urls.toArray(URL[]::new);
    }
}
