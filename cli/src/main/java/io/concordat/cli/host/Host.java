package io.concordat.cli.host;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the command finds around it.
 *
 * @param environment the environment variables
 * @param directory the working directory, absolute
 * @param input standard input
 * @param terminal whether standard output is a terminal
 * @param secret asks a person for a secret without showing it, given what to ask; answers null
 *     where there is nobody to ask
 */
public record Host(
    Map<String, String> environment,
    Path directory,
    InputStream input,
    boolean terminal,
    Function<String, char @Nullable []> secret) {

  public Host {
    environment = Map.copyOf(environment);
    directory = directory.toAbsolutePath().normalize();
  }

  /** An environment variable; null where it is not set or empty. */
  public @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** A path as it was typed, from the working directory. */
  public Path resolve(String typed) {
    return directory.resolve(typed);
  }
}
