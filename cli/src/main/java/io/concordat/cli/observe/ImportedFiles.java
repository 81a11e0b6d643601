package io.concordat.cli.observe;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.report.Escapes;
import io.concordat.results.CheckResult;
import io.concordat.results.Problem;
import io.concordat.results.file.CheckLines;
import io.concordat.results.file.ResultFiles;
import io.concordat.results.file.Results;
import io.concordat.results.file.Tool;
import io.concordat.results.file.Unreadable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads result files of other tools on this machine; what is sent are their results alone. */
final class ImportedFiles {

  private final Host host;
  private final Tool tool;
  private final @Nullable String manifest;
  private final @Nullable String contract;
  private final List<String> refused = new ArrayList<>();
  private final Map<String, Integer> others = new TreeMap<>();

  /**
   * Nothing is read yet.
   *
   * @param manifest of dbt; null for none
   * @param contract contract that results are about which name none; null for none
   */
  ImportedFiles(Host host, Tool tool, @Nullable String manifest, @Nullable String contract) {
    this.host = host;
    this.tool = tool;
    this.manifest = manifest;
    this.contract = contract;
  }

  /**
   * Reads one file.
   *
   * @throws Stop where it cannot be read as a whole
   */
  void read(String file, Consumer<Item> taken) {
    List<InputStream> streams = new ArrayList<>();
    try (InputStream in = opened(file);
        InputStream known = manifest == null ? InputStream.nullInputStream() : opened(manifest)) {
      if (manifest != null) {
        streams.add(known);
      }
      streams.add(in);
      Results results = ResultFiles.read(tool, streams);
      results.others().forEach((what, count) -> others.merge(what, count, Integer::sum));
      for (Problem problem : results.problems()) {
        refused.add(
            "%s:%d  %s  %s: %s"
                .formatted(
                    Escapes.line(file),
                    problem.place().line(),
                    Escapes.line(problem.place().path()),
                    problem.code(),
                    Escapes.line(problem.message())));
      }
      for (CheckResult check : results.checks()) {
        taken.accept(
            new Item(
                CheckLines.of(check.of(contract)),
                file,
                check.place().line(),
                check.place().path()));
      }
    } catch (Unreadable unreadable) {
      throw Stop.usage(
          "%s:%d: %s: %s (%s)%s"
              .formatted(
                  file,
                  unreadable.line(),
                  unreadable.code(),
                  unreadable.message(),
                  unreadable.path(),
                  manifest == null ? "" : " The place may be one of the manifest."));
    } catch (IOException broken) {
      throw Stop.usage(file + " cannot be read: " + broken.getMessage());
    }
  }

  private InputStream opened(String file) throws IOException {
    if (file.equals("-")) {
      return host.input();
    }
    Path path = host.resolve(file);
    if (Files.isDirectory(path)) {
      throw Stop.usage(file + " is a directory; name the files in it.");
    }
    try {
      return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    } catch (NoSuchFileException missing) {
      throw Stop.usage("There is no file " + file + ".");
    } catch (AccessDeniedException denied) {
      throw Stop.usage(file + " may not be read by this user.");
    }
  }

  /** What could not be read as a result, one line each. */
  List<String> refused() {
    return refused;
  }

  /** What stood in the files and is no check of data; empty where nothing did. */
  String others() {
    return others.entrySet().stream()
        .map(each -> each.getValue() + " of " + each.getKey())
        .collect(java.util.stream.Collectors.joining(", "));
  }
}
