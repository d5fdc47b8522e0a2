package org.jielian.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds everything the system keeps between runs. Only one launcher works in it at a time, and nothing
 * is ever deleted from a folder that does not carry the launcher's own marker.
 */
final class DataFolder implements AutoCloseable {
    /** Says how far the clock of the system is put back. */
    static final String CLOCK = "clock";

    private static final String MARKER = ".jielian-data";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens the folder, made if it is not there; refuses one that holds other things or that another launcher uses. */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            if (!Files.exists(path.resolve(MARKER)) && !isEmpty(path)) {
                throw new StartProblem(
                        "%s holds files that are not this system's; choose an empty folder with --data.", path);
            }
            FileChannel channel =
                    FileChannel.open(path.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartProblem(
                        "Another launcher is using %s; stop it, or choose another folder with --data.", path);
            }
            return new DataFolder(path, channel, lock);
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot use %s as the data folder: %s.", path, e);
        }
    }

    /** Deletes everything but the marker, which stays locked. */
    void empty() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                if (!each.equals(path) && !each.equals(path.resolve(MARKER))) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot empty %s: %s.", path, e);
        }
    }

    Path path() {
        return path;
    }

    /** Puts the logs of the run before aside, so that a log tells of one run. */
    void setLogsAside() {
        Path previous = folder("logs/previous");
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder("logs"), "*.log")) {
            for (Path log : logs) {
                Files.move(log, previous.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot move the logs in %s: %s.", path, e);
        }
    }

    SystemClock clock() {
        return new SystemClock(path.resolve(CLOCK));
    }

    Path log(String part) {
        return folder("logs").resolve(part + ".log");
    }

    /** A folder in here, made if it is not there. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot make %s: %s.", path.resolve(name), e);
        }
    }

    /** The realm names the portal's address and is read once: a folder keeps the ports of its first start. */
    void bindTo(Ports ports) {
        Path file = path.resolve("ports");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, String.valueOf(ports.base()));
                return;
            }
            String base = Files.readString(file).strip();
            if (!base.equals(String.valueOf(ports.base()))) {
                throw new StartProblem(
                        "%s was set up with --ports %s; start it so, add --fresh, or choose another folder with --data.",
                        path, base);
            }
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot use %s: %s.", file, e);
        }
    }

    /** Whether this step was finished in an earlier run. */
    boolean isDone(String step) {
        return Files.exists(path.resolve(step + ".done"));
    }

    void markDone(String step) {
        try {
            Files.writeString(path.resolve(step + ".done"), "");
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot write to %s: %s.", path, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot give %s free: %s.", path, e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (NoSuchFileException e) {
            return true;
        }
    }
}
