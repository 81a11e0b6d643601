package io.concordat.localstack.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The PostgreSQL programs of this operating system and processor, unpacked.
 *
 * @param home the directory with {@code bin}
 * @param prefix what goes before a program so that it runs as this user
 */
record PostgresBinaries(Path home, List<String> prefix) {

  private static final String VERSION = "18.6";

  /** Unpacks the programs into a directory unless an earlier call, by any process, has done so. */
  static synchronized PostgresBinaries unpackInto(Path parent) {
    String platform = platform();
    Path home = parent.resolve("postgres-" + VERSION + "-" + platform);
    try {
      Files.createDirectories(parent);
      if (!Files.exists(home)) {
        try (FileChannel channel =
                FileChannel.open(
                    parent.resolve("postgres.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          if (held.isValid() && !Files.exists(home)) {
            unpack(platform, home);
          }
        }
      }
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot unpack PostgreSQL into " + parent + ": " + e.getMessage() + ".", e);
    }
    return new PostgresBinaries(home, runAsOrdinaryUser());
  }

  /** The command line of one of the programs, such as {@code initdb}. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static void unpack(String platform, Path home) throws IOException {
    String resource = "/postgres-" + platform + ".txz";
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(resource)) {
      if (archive == null) {
        throw new EngineFailure(
            "There is no PostgreSQL for " + platform + " among the local stack's libraries.");
      }
      Path draft = Files.createTempDirectory(home.resolveSibling("."), "postgres-unpacking");
      TarXz.unpack(archive, draft.toRealPath());
      try {
        Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, home);
      }
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    if (system.contains("linux") && (arm || intel)) {
      return arm ? "linux-arm_64" : "linux-x86_64";
    }
    if (system.contains("mac") && (arm || intel)) {
      return arm ? "darwin-arm_64" : "darwin-x86_64";
    }
    throw new EngineFailure(
        "The local stack runs on Linux and macOS (amd64, arm64), not on "
            + system
            + " "
            + processor
            + ".");
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own, root's processes are
   * nobody's.
   */
  private static List<String> runAsOrdinaryUser() {
    try {
      Path self = Path.of("/proc/self");
      if (!Files.exists(self) || !Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))) {
        return List.of();
      }
      Process probe = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true).start();
      probe.getInputStream().readAllBytes();
      if (probe.waitFor() == 0) {
        return List.of("unshare", "-U");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new EngineFailure(
          "PostgreSQL does not run as root, and the tool 'unshare' (util-linux) that works around it is missing: "
              + "install it or use an ordinary user.",
          e);
    }
    throw new EngineFailure(
        "PostgreSQL does not run as root, and this system allows no user namespaces: use an ordinary user.");
  }
}
