package io.concordat.cli.observe;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.results.file.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concordat observe}. */
@Command(
    name = "observe",
    description = "Sends what was seen of promises: from files, standard input, or options.",
    footer = {
      "",
      "Files hold one observation a line, or a JSON list; - is standard input. They are sent in",
      "batches. A batch whose answer did not come is sent again with the same key, and so it is by",
      "a second run of the command: nothing counts twice.",
      "",
      "With --from, files are results of another tool. They are read on this machine; sent is what",
      "each check found, and the server ties it to what contracts promise.",
      "",
      "Examples:",
      "  concordat observe observations.ndjson",
      "  concordat observe --from dbt target/run_results.json --manifest target/manifest.json",
      "  concordat observe --contract payments/settlements/daily \\",
      "    --commitment freshness:settlement.business_date --value 35 --unit min",
      "",
      "Exit codes: 0 sent, 1 some were refused, 2 bad usage or unreadable input, 3 server or",
      "network."
    })
public final class Observe implements Callable<Integer> {

  private static final int MOST = 10_000;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files, or - for standard input.")
  private List<String> files = List.of();

  @ArgGroup(exclusive = false, heading = "One observation by options:%n")
  private @Nullable OneObservation one;

  @Option(
      names = "--from",
      paramLabel = "TOOL",
      description =
          "The files are results of dbt, great-expectations, soda or datacontract, or checks in"
              + " Concordat's own form.")
  private @Nullable String from;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "dbt's manifest.json: it says what each test looks at.")
  private @Nullable String manifest;

  @Option(
      names = "--about",
      paramLabel = "ID",
      description = "With --from: the contract that results are about which name none.")
  private @Nullable String about;

  @Option(
      names = "--batch",
      paramLabel = "NUMBER",
      description = "Observations of a batch, 1 to 10000 (default: ${DEFAULT-VALUE}).")
  private int batch = 1_000;

  @Option(
      names = "--key",
      paramLabel = "TEXT",
      description =
          "Begins the idempotency key of each batch (default: it is made of what the batch holds).")
  private @Nullable String key;

  @Option(
      names = "--tries",
      paramLabel = "NUMBER",
      description = "How often a batch is sent before it is given up (default: ${DEFAULT-VALUE}).")
  private int tries = 6;

  @Option(
      names = "--strict",
      description = "End with 1 also where something sent cannot be held against a promise.")
  private boolean strict;

  @Option(names = "--dry-run", description = "Show what would be sent, and send nothing.")
  private boolean dryRun;

  @Mixin private ServerOptions server = new ServerOptions();

  /** The command for a run. */
  public Observe(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    check();
    if (from != null) {
      return results(tool(from));
    }
    if (dryRun) {
      readAll(item ->
          spec.commandLine().getOut().println(new String(item.json(), StandardCharsets.UTF_8)));
      return ExitCode.FINE.code();
    }
    Tale tale = new Tale(spec.commandLine().getOut(), spec.commandLine().getErr(), "observation");
    try (Remote remote = server.remote(host)) {
      Sender sender = new Sender(remote, "/api/v1/observations", key, batch, tries, tale);
      readAll(sender::add);
      sender.flush();
    } finally {
      spec.commandLine().getOut().println(tale.summary());
    }
    return ended(tale);
  }

  private int results(Tool tool) {
    Tale tale = new Tale(spec.commandLine().getOut(), spec.commandLine().getErr(), "result");
    ImportedFiles imported = new ImportedFiles(host, tool, manifest, about);
    try (Remote remote = server.remote(host)) {
      String path = "/api/v1/observations/checks" + (dryRun ? "?dryRun=true" : "");
      Sender sender = new Sender(remote, path, key, batch, tries, tale);
      files.forEach(file -> imported.read(file, sender::add));
      sender.flush();
    } finally {
      imported.refused().forEach(tale::refusedHere);
      if (!imported.others().isEmpty()) {
        spec.commandLine()
            .getErr()
            .println("Passed over, since they check no data: " + imported.others() + ".");
      }
      spec.commandLine().getOut().println(tale.summary() + (dryRun ? " Nothing was stored." : ""));
    }
    return ended(tale);
  }

  private static Tool tool(String word) {
    return Tool.of(word)
        .orElseThrow(() ->
            Stop.usage(
                "--from is one of dbt, great-expectations, soda, datacontract and checks, not "
                    + word
                    + "."));
  }

  private int ended(Tale tale) {
    boolean wrong = tale.refused() > 0 || strict && tale.loose() > 0;
    return (wrong ? ExitCode.VIOLATIONS : ExitCode.FINE).code();
  }

  private void check() {
    if ((one == null) == files.isEmpty()) {
      throw Stop.usage(
          "Name files to send (- for standard input), or one observation with --contract and"
              + " --commitment; not both.");
    }
    if (from == null ? manifest != null || about != null : one != null) {
      throw Stop.usage("--manifest and --about go with --from and files.");
    }
    if (manifest != null && !"dbt".equals(from)) {
      throw Stop.usage("--manifest goes with --from dbt.");
    }
    if (batch < 1 || batch > MOST) {
      throw Stop.usage("--batch must be between 1 and " + MOST + ", not " + batch + ".");
    }
    if (tries < 1) {
      throw Stop.usage("--tries must be 1 or more, not " + tries + ".");
    }
    if (key != null && (key.isBlank() || key.length() > 180)) {
      throw Stop.usage("--key must have 1 to 180 characters.");
    }
  }

  private void readAll(Consumer<Item> taken) {
    if (one != null) {
      taken.accept(one.item());
      return;
    }
    for (String file : files) {
      if (file.equals("-")) {
        read("stdin", host.input(), taken);
      } else {
        readFile(file, taken);
      }
    }
  }

  private void readFile(String file, Consumer<Item> taken) {
    Path path = host.resolve(file);
    if (Files.isDirectory(path)) {
      throw Stop.usage(file + " is a directory; name the files in it.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      read(file, in, taken);
    } catch (NoSuchFileException missing) {
      throw Stop.usage("There is no file " + file + ".");
    } catch (AccessDeniedException denied) {
      throw Stop.usage(file + " may not be read by this user.");
    } catch (IOException broken) {
      throw Stop.usage(file + " cannot be read: " + broken.getMessage());
    }
  }

  private static void read(String name, InputStream in, Consumer<Item> taken) {
    try {
      Source.read(name, in, taken);
    } catch (Source.Broken broken) {
      throw Stop.usage(
          broken.getMessage()
              + " What stands before is sent; the rest is not, and neither are"
              + " the files after it.");
    } catch (IOException broken) {
      throw Stop.usage(name + " cannot be read: " + broken.getMessage());
    }
  }
}
