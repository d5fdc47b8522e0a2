package org.jielian.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built project on this machine: where its packaged parts, its sample data and its Java are. */
record Installation(Path root) {

    /** Found through {@code -Djielian.root}, or as the folder above the working directory that holds the project. */
    static Installation find() {
        String given = System.getProperty("jielian.root");
        if (given != null) {
            return new Installation(Path.of(given).toAbsolutePath().normalize());
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("deploy/local/start"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new StartProblem(
                    "The project is not above %s; start with deploy/local/start.",
                    Path.of("").toAbsolutePath());
        }
        return new Installation(folder);
    }

    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Path jar(Service service) {
        Path jar = root.resolve("services/" + service.id() + "/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartProblem(
                    "%s is not built (%s is missing); run ./mvnw -DskipTests package.", service.id(), jar);
        }
        return jar;
    }

    Path sample() {
        return root.resolve("deploy/local/sample");
    }

    /** The folder in which what is built here once, for all data folders, is kept. */
    Path target() {
        return root.resolve("deploy/local/target");
    }

    Path keycloakArchive() {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(target(), "keycloak-quarkus-dist-*.zip")) {
            for (Path archive : found) {
                return archive;
            }
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot read %s: %s.", target(), e.getMessage());
        }
        throw new StartProblem("Keycloak's archive is not in %s; run ./mvnw -DskipTests package.", target());
    }
}
