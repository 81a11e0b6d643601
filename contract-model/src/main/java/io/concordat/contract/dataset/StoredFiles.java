package io.concordat.contract.dataset;

import io.concordat.messages.mesh.DatasetName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files and directories as lineage events name them. Of a location with a pattern, the directory
 * above the first pattern is named, as the readers of many files do; {@code {model}} stands for the
 * object.
 */
final class StoredFiles {

  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/]*)(/.*)?", Pattern.DOTALL);

  private static final Pattern AZURE =
      Pattern.compile("([^./]+)\\.(?:blob|dfs)\\.core\\.windows\\.net");

  private static final Pattern PATTERN = Pattern.compile("[*?{\\[]");

  private StoredFiles() {}

  /**
   * The names of what is stored at a location.
   *
   * @param location an address or an absolute path, null where not given
   * @param object name of the object
   */
  static List<DatasetName> named(@Nullable String location, String object) {
    if (location == null) {
      return List.of();
    }
    String place = location.strip().replace("{model}", object);
    if (place.startsWith("/")) {
      return file("file", place);
    }
    Matcher address = ADDRESS.matcher(place);
    if (!address.matches()) {
      return List.of();
    }
    String authority = address.group(2);
    String path = address.group(3) == null ? "/" : address.group(3);
    return switch (address.group(1).toLowerCase(Locale.ROOT)) {
      case "s3", "s3a", "s3n" -> key("s3://" + authority, path);
      case "gs", "gcs" -> key("gs://" + authority, path);
      case "abfss", "abfs" -> key("abfss://" + authority, path);
      case "wasbs", "wasb" -> key("wasbs://" + authority, path);
      case "https" -> azure(authority, path);
      case "hdfs" -> file("hdfs://" + authority, path);
      case "dbfs" -> file("dbfs://" + authority, path);
      case "file" -> file(authority.isEmpty() ? "file" : "file://" + authority, path);
      default -> List.of();
    };
  }

  /** Azure's storage under the addresses of its two drivers. */
  private static List<DatasetName> azure(String host, String path) {
    Matcher account = AZURE.matcher(host);
    int end = path.indexOf('/', 1);
    if (!account.matches() || end < 2) {
      return List.of();
    }
    String container = path.substring(1, end) + "@" + account.group(1);
    String rest = path.substring(end);
    return List.of("abfss://" + container + ".dfs", "wasbs://" + container + ".blob").stream()
        .flatMap(start -> key(start + ".core.windows.net", rest).stream())
        .toList();
  }

  /** An object store's keys begin without a slash; the whole store is named by one. */
  private static List<DatasetName> key(String namespace, String path) {
    String directory = directory(path);
    return List.of(
        new DatasetName(namespace, directory.length() > 1 ? directory.substring(1) : directory));
  }

  private static List<DatasetName> file(String namespace, String path) {
    return List.of(new DatasetName(namespace, directory(path)));
  }

  private static String directory(String path) {
    Matcher pattern = PATTERN.matcher(path);
    String plain =
        pattern.find() ? path.substring(0, path.lastIndexOf('/', pattern.start())) : path;
    String trimmed = plain.replaceAll("/+$", "");
    return trimmed.isEmpty() ? "/" : trimmed;
  }
}
