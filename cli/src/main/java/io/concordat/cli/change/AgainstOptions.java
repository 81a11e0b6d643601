package io.concordat.cli.change;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.input.Input;
import io.concordat.cli.input.Inputs;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.report.Sheet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is compared with what. */
final class AgainstOptions {

  private static final String SERVER = "server";

  @Option(
      names = "--against",
      paramLabel = "REF",
      description = {
        "What to compare with: a git reference such as main or HEAD~1,",
        "'server' for the version in force, or 'server:VERSION'."
      })
  private @Nullable String against;

  @Option(
      names = "--consumers",
      description = "Ask the server which consumers a breaking change concerns.")
  private boolean consumers;

  @Mixin private ServerOptions server = new ServerOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = {
        "With --against: files and directories (default: the working directory).",
        "Without: the document before and the document after."
      })
  private List<String> files = List.of();

  private String before() {
    if (against != null) {
      return against;
    }
    return files.isEmpty() ? "" : files.getFirst();
  }

  /** The server that is asked; only where one is needed. */
  ServerOptions server() {
    return server;
  }

  /**
   * Compares both sides.
   *
   * @throws Stop where that is not possible
   */
  List<Sheet> sheets(Host host, boolean breakingOnly) {
    Comparing comparing = new Comparing(before(), breakingOnly);
    List<Sheet> sheets = pairs(host).stream().map(comparing::sheet).toList();
    if (!consumers) {
      return sheets;
    }
    try (Remote remote = server.remote(host)) {
      return sheets.stream().map(sheet -> Breaks.withReaders(remote, sheet)).toList();
    }
  }

  /**
   * Reads both sides.
   *
   * @throws Stop where that is not possible
   */
  private List<Pair> pairs(Host host) {
    if (against == null) {
      return two(host);
    }
    List<String> typed = files.isEmpty() ? List.of(".") : files;
    boolean version = against.startsWith(SERVER + ":");
    if (version || against.equals(SERVER)) {
      try (Remote remote = server.remote(host)) {
        String wanted = version ? against.substring(SERVER.length() + 1) : null;
        return ServerPairs.of(remote, Inputs.read(host, typed), wanted);
      }
    }
    return GitPairs.of(host, typed, against);
  }

  private List<Pair> two(Host host) {
    if (files.size() != 2) {
      throw Stop.usage(
          "Name the document before and the document after, or say with --against what to compare with.");
    }
    Input before = one(host, files.getFirst());
    Input after = one(host, files.getLast());
    return List.of(new Pair(after.name(), before, after));
  }

  private static Input one(Host host, String typed) {
    return typed.equals("-")
        ? Inputs.read(host, List.of(typed)).getFirst()
        : Inputs.file(host.resolve(typed), typed);
  }
}
