package io.concordat.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time that this process and those it has started have used so far, by part: it says what
 * work costs, whatever else the machine does meanwhile. Read from {@code /proc}, so on Linux only;
 * all zero elsewhere.
 */
final class Cpu {

  /** Who uses it. */
  private enum Part {
    SERVICE("service and clients"),
    NEO4J("Neo4j"),
    MONGO("MongoDB-wire store"),
    POSTGRES("PostgreSQL");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    private static Part of(String commandLine) {
      if (commandLine.contains("Neo4jProcess")) {
        return NEO4J;
      }
      if (commandLine.contains("MongoProcess")) {
        return MONGO;
      }
      return commandLine.contains("postgres") && !commandLine.contains(".benchmarks.")
          ? POSTGRES
          : SERVICE;
    }
  }

  /** Milliseconds: all, of them compiling, of them collecting garbage. */
  private record Used(long all, long compiling, long collecting) {
    static final Used NOTHING = new Used(0, 0, 0);

    Used plus(Used more) {
      return new Used(all + more.all, compiling + more.compiling, collecting + more.collecting);
    }

    Used minus(Used before) {
      return new Used(
          all - before.all, compiling - before.compiling, collecting - before.collecting);
    }
  }

  /** Of a tick of the kernel's clock, as {@code /proc} counts: 100 a second on all of Linux. */
  private static final int TICK_MILLIS = 10;

  /** Fields after the closing bracket of the name, the first of them the third of all. */
  private static final int USER_TICKS = 11;

  private static final int SYSTEM_TICKS = 12;

  private final Map<Part, Used> used;

  private Cpu(Map<Part, Used> used) {
    this.used = used;
  }

  /** What has been used until now. */
  static Cpu now() {
    Map<Part, Used> used = new EnumMap<>(Part.class);
    Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .forEach(process -> {
          Path directory = Path.of("/proc", Long.toString(process.pid()));
          try {
            String command = Files.readString(directory.resolve("cmdline"));
            used.merge(Part.of(command), used(directory), Used::plus);
          } catch (IOException endedOrNotLinux) {
            used.merge(Part.SERVICE, Used.NOTHING, Used::plus);
          }
        });
    return new Cpu(used);
  }

  /** Milliseconds that all have used together since. */
  long millisSince(Cpu before) {
    return all() - before.all();
  }

  private long all() {
    return used.values().stream().mapToLong(Used::all).sum();
  }

  /**
   * Prints what has been used since, as a Markdown table.
   *
   * @param unit of what, such as {@code command}
   * @param count how many of them were done since
   */
  void printSince(Cpu before, String unit, double count) {
    System.out.printf(
        "%n| processor time, ms a %s | all | compiling | collecting garbage |%n", unit);
    System.out.println("|---|---|---|---|");
    Used sum = Used.NOTHING;
    for (Part part : Part.values()) {
      Used since =
          used.getOrDefault(part, Used.NOTHING).minus(before.used.getOrDefault(part, Used.NOTHING));
      sum = sum.plus(since);
      row(part.title, since, count);
    }
    row("**all**", sum, count);
  }

  private static void row(String title, Used since, double count) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f |%n",
        title,
        since.all / count,
        since.compiling / count,
        since.collecting / count);
  }

  private static Used used(Path process) throws IOException {
    long compiling = 0;
    long collecting = 0;
    for (Path thread : children(process.resolve("task"))) {
      try {
        String stat = Files.readString(thread.resolve("stat"));
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        if (name.matches("C[12] Compiler.*")) {
          compiling += millis(stat);
        } else if (name.matches("G1 .*|GC .*|VM Thread|VM Periodic.*")) {
          collecting += millis(stat);
        }
      } catch (IOException ended) {
        continue;
      }
    }
    return new Used(millis(Files.readString(process.resolve("stat"))), compiling, collecting);
  }

  private static List<Path> children(Path directory) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(children::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return children;
  }

  private static long millis(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return TICK_MILLIS
        * (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]));
  }
}
