package org.jielian.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's program files. They are unpacked and built for PostgreSQL once per checkout, and every data folder gets
 * its own home made of links to them, because Keycloak keeps its data in its home.
 */
final class KeycloakHome {
    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=true");

    private final Installation installation;
    private final DataFolder data;

    KeycloakHome(Installation installation, DataFolder data) {
        this.installation = installation;
        this.data = data;
    }

    /** Returns the home of this data folder, ready to be started. */
    Path prepare() {
        Path archive = installation.keycloakArchive();
        String version = archive.getFileName().toString().replaceAll("keycloak-quarkus-dist-(.*)\\.zip", "$1");
        Path home = data.path().resolve("keycloak-" + version);
        if (Files.exists(home)) {
            return home;
        }
        try {
            Path built = build(archive, version);
            Path half = data.path().resolve("keycloak-" + version + ".half");
            delete(half);
            link(built, half);
            return Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot prepare Keycloak in %s: %s.", home, e);
        }
    }

    private Path build(Path archive, String version) throws IOException {
        Path built = installation.target().resolve("keycloak-" + version);
        // Two systems that are started at the same time from one checkout must not build into each other.
        try (FileChannel channel = FileChannel.open(
                        installation.target().resolve("keycloak.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (Files.exists(built)) {
                return built;
            }
            Path half = installation.target().resolve("keycloak.half");
            delete(half);
            unpack(archive, half);
            Path unpacked = half.resolve("keycloak-" + version);
            runBuild(unpacked);
            Files.move(unpacked, built, StandardCopyOption.ATOMIC_MOVE);
            delete(half);
            return built;
        }
    }

    private void runBuild(Path unpacked) throws IOException {
        Path script = unpacked.resolve("bin/kc.sh");
        Path log = data.log("keycloak-build");
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "build");
        builder.command().addAll(BUILD_OPTIONS);
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment().put("JAVA", installation.java().toString());
        builder.environment().put("JAVA_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new StartProblem("Building Keycloak ended with code %d; its log is %s.", code, log);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StartProblem(e, "Stopped while Keycloak was being built.");
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(zip, path);
                    if (path.toString().endsWith(".sh") && !path.toFile().setExecutable(true)) {
                        throw new IOException("cannot make executable: " + path);
                    }
                }
            }
        }
    }

    /** Links where the file system can, copies where it cannot. */
    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    linkFile(each, target);
                }
            }
        }
    }

    private static void linkFile(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
