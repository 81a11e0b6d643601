package io.concordat.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files of the repository that no module owns. */
final class RepositoryFiles {

  private RepositoryFiles() {}

  /** A path below the root of the repository, wherever the test was started. */
  static Path path(String relative) {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.exists(at.resolve("mvnw"))) {
      at = at.getParent();
    }
    if (at == null) {
      throw new IllegalStateException("the tests run outside of the repository");
    }
    return at.resolve(relative).normalize();
  }

  /** The text of a file. */
  static String read(String relative) throws IOException {
    return Files.readString(path(relative));
  }

  /** {@code docker-compose.yml}; a key that stands twice in a map is an error. */
  static ComposeFile compose() {
    try {
      Object root =
          new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
              .loadFromString(read("docker-compose.yml"));
      return new ComposeFile(mapping(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> mapping(Object node) {
    if (node == null) {
      return Map.of();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) node).forEach((key, value) -> map.put(key.toString(), value));
    Object merged = map.remove("<<");
    mapping(merged).forEach(map::putIfAbsent);
    return map;
  }

  /** The file as a whole. */
  record ComposeFile(Map<String, Object> root) {

    /** A map at the top, empty where there is none. */
    Map<String, Object> map(String key) {
      return mapping(root.get(key));
    }

    /** All services, with what they merge in. */
    List<ComposeService> services() {
      return map("services").entrySet().stream()
          .map(entry -> new ComposeService(entry.getKey(), mapping(entry.getValue())))
          .toList();
    }

    /** One service. */
    ComposeService service(String name) {
      return new ComposeService(name, mapping(map("services").get(name)));
    }
  }

  /** One service. */
  record ComposeService(String name, Map<String, Object> settings) {

    boolean has(String key) {
      return settings.containsKey(key);
    }

    /** A plain value as text, empty where there is none. */
    String text(String key) {
      Object value = settings.get(key);
      return value == null ? "" : value.toString();
    }

    /** A map, empty where there is none. */
    Map<String, Object> map(String key) {
      return mapping(settings.get(key));
    }

    /** A list, empty where there is none. */
    List<Object> list(String key) {
      Object value = settings.get(key);
      return value == null ? List.of() : List.copyOf((List<?>) value);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
