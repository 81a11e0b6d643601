package io.concordat.cli.remote;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens that {@code login} keeps, each for one server, in a file that only its owner can read:
 * {@code $XDG_CONFIG_HOME/concordat/credentials.json}, or below {@code ~/.config}.
 *
 * @param server the server that is asked where none is named; null where none was logged in to
 * @param tokens by server
 */
public record Credentials(@Nullable String server, Map<String, String> tokens) {

  /** Nothing kept. */
  public static final Credentials NONE = new Credentials(null, Map.of());

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  public Credentials {
    tokens = Map.copyOf(tokens);
  }

  /** Where they are kept; empty where neither a home nor a configuration directory is known. */
  public static Optional<Path> file(Host host) {
    String configuration = host.variable("XDG_CONFIG_HOME");
    if (configuration != null && Path.of(configuration).isAbsolute()) {
      return Optional.of(Path.of(configuration, "concordat", "credentials.json"));
    }
    String home = host.variable("HOME");
    return home == null
        ? Optional.empty()
        : Optional.of(host.resolve(home).resolve(".config/concordat/credentials.json"));
  }

  /**
   * Reads what is kept; none where there is no file.
   *
   * @throws Stop where the file is there and cannot be used
   */
  public static Credentials read(Host host) {
    Path file = file(host).orElse(null);
    if (file == null) {
      return NONE;
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
      Map<String, String> tokens = new TreeMap<>();
      root.path("tokens")
          .properties()
          .forEach(token -> tokens.put(token.getKey(), token.getValue().asString("")));
      return new Credentials(root.path("server").asStringOpt().orElse(null), tokens);
    } catch (NoSuchFileException notLoggedIn) {
      return NONE;
    } catch (IOException | JacksonException broken) {
      throw Stop.usage(file + " cannot be read. Delete it and log in again: concordat login");
    }
  }

  /** The same with a token for a server, which becomes the one that is asked by default. */
  public Credentials with(String address, String token) {
    Map<String, String> all = new TreeMap<>(tokens);
    all.put(address, token);
    return new Credentials(address, all);
  }

  /** The same without the token of a server. */
  public Credentials without(String address) {
    Map<String, String> all = new TreeMap<>(tokens);
    all.remove(address);
    return new Credentials(address.equals(server) ? null : server, all);
  }

  /**
   * Keeps them, readable by the owner alone from the first byte on.
   *
   * @return the file
   * @throws Stop where they cannot be written
   */
  public Path write(Host host) {
    Path file =
        file(host)
            .orElseThrow(() ->
                Stop.usage(
                    "Neither HOME nor XDG_CONFIG_HOME is set: there is no place to keep a token."));
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("server", server);
    ObjectNode all = root.putObject("tokens");
    new TreeMap<>(tokens).forEach(all::put);
    byte[] text =
        JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(root)
            .getBytes(StandardCharsets.UTF_8);
    try {
      Path directory = Files.createDirectories(directoryOf(file), mode("rwx------"));
      Path fresh = Files.createTempFile(directory, "credentials", ".tmp", mode("rw-------"));
      try {
        Files.write(fresh, text);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException full) {
      throw Stop.usage("The token cannot be kept in " + file + ": " + full.getMessage());
    }
    return file;
  }

  private static Path directoryOf(Path file) {
    Path directory = file.getParent();
    if (directory == null) {
      throw new IllegalStateException("the file is below a directory");
    }
    return directory;
  }

  private static FileAttribute<?>[] mode(String mode) {
    if (!POSIX) {
      return new FileAttribute<?>[0];
    }
    Set<java.nio.file.attribute.PosixFilePermission> permissions =
        PosixFilePermissions.fromString(mode);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  /** Tells servers, never tokens. */
  @Override
  public String toString() {
    return "Credentials[" + tokens.keySet() + "]";
  }
}
