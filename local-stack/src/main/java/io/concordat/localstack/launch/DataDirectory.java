package io.concordat.localstack.launch;

import static io.concordat.localstack.launch.LaunchFailure.Reason.DATA_DIRECTORY;
import static io.concordat.localstack.launch.LaunchFailure.Reason.DISK_FULL;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.concordat.localstack.engine.Trees;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that one run holds and the next one comes up on.
 *
 * <p>The lock is the operating system's, so it never outlives the process; the process id in the
 * file only serves the messages.
 */
final class DataDirectory implements AutoCloseable {

  private static final String LOCK = "concordat.lock";
  private static final String SAMPLE = "sample-mesh.loaded";
  private static final String CLOCK = "clock.offset";
  private static final String CONNECTIONS = "stores.env";

  private final Path path;
  private final FileChannel channel;
  private final Optional<Long> untidyPredecessor;

  private DataDirectory(Path path, FileChannel channel, Optional<Long> untidyPredecessor) {
    this.path = path;
    this.channel = channel;
    this.untidyPredecessor = untidyPredecessor;
  }

  /**
   * Takes the directory for this process, creating it where there is none.
   *
   * @param fresh whether all that an earlier run left there is deleted
   * @throws LaunchFailure when another run holds it, it holds something else than our data, or the
   *     disk is too full
   */
  static DataDirectory take(Path path, boolean fresh, long leastFreeBytes) {
    @Nullable FileChannel channel = null;
    try {
      refuseForeign(path);
      Files.createDirectories(path);
      channel =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      String holder = read(channel);
      if (!lock(channel)) {
        throw new LaunchFailure(
            DATA_DIRECTORY,
            "The data directory %s is in use by another run%s: stop that one, or choose another with --data-dir."
                .formatted(path, holder.isEmpty() ? "" : " (process " + holder + ")"));
      }
      if (fresh) {
        empty(path);
      }
      refuseFullDisk(path, leastFreeBytes);
      write(channel, Long.toString(ProcessHandle.current().pid()));
      return new DataDirectory(
          path,
          channel,
          Optional.of(holder).filter(text -> text.matches("[0-9]+")).map(Long::valueOf));
    } catch (IOException e) {
      close(channel);
      throw new LaunchFailure(
          DATA_DIRECTORY, "Cannot use the data directory " + path + ": " + reason(e) + ".", e);
    } catch (LaunchFailure e) {
      close(channel);
      throw e;
    }
  }

  /** Where it is. */
  Path path() {
    return path;
  }

  /** The process id of the last run, when that was ended without a chance to tidy up. */
  Optional<Long> untidyPredecessor() {
    return untidyPredecessor;
  }

  /**
   * Which sample mesh was loaded to its end, as given to {@link #sampleLoaded}; absent when none
   * was.
   */
  Optional<String> loadedSample() {
    try {
      Path mark = path.resolve(SAMPLE);
      return Files.exists(mark) ? Optional.of(Files.readString(mark).trim()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** How far the server's clock stood ahead the last time; zero where it never did. */
  Duration clockOffset() {
    try {
      Path mark = path.resolve(CLOCK);
      return Files.exists(mark) ? Duration.parse(Files.readString(mark).trim()) : Duration.ZERO;
    } catch (IOException | DateTimeParseException e) {
      throw new LaunchFailure(
          DATA_DIRECTORY,
          "Cannot read how far the clock stood ahead in " + path.resolve(CLOCK) + ".",
          e);
    }
  }

  /** Remembers how far the server's clock stands ahead. */
  void clockSetAhead(Duration offset) {
    write(CLOCK, offset.toString());
  }

  /** Remembers that a sample mesh was loaded to its end. */
  void sampleLoaded(String which) {
    write(SAMPLE, which);
  }

  private void write(String name, String line) {
    try {
      Files.writeString(path.resolve(name), line + "\n");
    } catch (IOException e) {
      throw new LaunchFailure(
          DATA_DIRECTORY, "Cannot write to the data directory " + path + ": " + reason(e) + ".", e);
    }
  }

  /**
   * Writes the connection settings for other programs of this user, readable by nobody else;
   * returns the file.
   */
  Path writeConnections(List<String> lines) {
    Path file = path.resolve(CONNECTIONS);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.write(file, lines);
    } catch (IOException e) {
      throw new LaunchFailure(
          DATA_DIRECTORY, "Cannot write to the data directory " + path + ": " + reason(e) + ".", e);
    }
  }

  /** Gives the directory back, marked as left in order. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path.resolve(CONNECTIONS));
      channel.truncate(0);
    } catch (IOException e) {
      System.err.println("Cannot tidy up " + path + ": " + reason(e) + ".");
    } finally {
      close(channel);
    }
  }

  private static void refuseForeign(Path path) throws IOException {
    if (!Files.exists(path) || Files.exists(path.resolve(LOCK))) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new LaunchFailure(
          DATA_DIRECTORY, path + " is not a directory: choose another with --data-dir.");
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.findAny().isPresent()) {
        throw new LaunchFailure(
            DATA_DIRECTORY,
            path
                + " holds files that are not Concordat's: choose an empty or new directory with --data-dir.");
      }
    }
  }

  private static void empty(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      for (Path entry : entries.filter(entry -> !entry.endsWith(LOCK)).toList()) {
        Trees.delete(entry);
      }
    }
  }

  private static void refuseFullDisk(Path path, long leastFreeBytes) throws IOException {
    long free = Files.getFileStore(path).getUsableSpace();
    if (free < leastFreeBytes) {
      throw new LaunchFailure(
          DISK_FULL,
          "The disk of %s has %d MiB free, and at least %d MiB are needed: free some space, or choose another disk with --data-dir."
              .formatted(path, free >> 20, leastFreeBytes >> 20));
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    return UTF_8.decode(buffer.flip()).toString().trim();
  }

  private static void write(FileChannel channel, String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      System.err.println("Cannot close the lock file: " + reason(e) + ".");
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
