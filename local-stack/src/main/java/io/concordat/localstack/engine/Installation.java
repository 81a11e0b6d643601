package io.concordat.localstack.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The built source tree that the engine processes are started from.
 *
 * @param root the directory with the root pom and {@code local-stack/}
 */
public record Installation(Path root) {

  private static final String MARK = "local-stack/neo4j/pom.xml";

  /**
   * Finds the tree from the working directory upwards; the system property {@code concordat.home}
   * overrides it.
   *
   * @throws EngineFailure when neither leads to one
   */
  public static Installation find() {
    String home = System.getProperty("concordat.home");
    Path from = Path.of(home == null ? System.getProperty("user.dir", "") : home).toAbsolutePath();
    for (@Nullable Path at = from; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(MARK))) {
        return new Installation(at);
      }
    }
    throw new EngineFailure(
        "No Concordat source tree (a directory with " + MARK + ") at or above " + from + ".");
  }

  /**
   * The class path of an engine's own process.
   *
   * @param module the directory under {@code local-stack}
   * @throws EngineFailure when it is not built
   */
  String classPath(String module) {
    Path target = root.resolve("local-stack").resolve(module).resolve("target");
    Path classes = target.resolve("classes");
    Path libraries = target.resolve("lib");
    if (!Files.isDirectory(classes.resolve("io")) || !Files.isDirectory(libraries)) {
      throw new EngineFailure(
          "%s is not built: run ./mvnw -q -B -pl local-stack/%s compile in %s."
              .formatted(target, module, root));
    }
    return classes + File.pathSeparator + libraries + File.separator + "*";
  }

  /** Where the PostgreSQL binaries are unpacked, once per build. */
  Path unpackedPostgres() {
    return root.resolve("local-stack").resolve("target");
  }

  /**
   * The start of a command line for a JVM of the same JDK, with the class path of an engine's
   * module.
   */
  List<String> java(String module, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath(module));
    return command;
  }

  /** The Java program of the JDK that this JVM runs on. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
