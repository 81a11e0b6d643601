package io.concordat.cli.exchange;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.policy.SavedPolicies;
import io.concordat.cli.report.Escapes;
import io.concordat.contract.foundation.Foundation;
import io.concordat.draft.Draft;
import io.concordat.draft.DraftException;
import io.concordat.draft.DraftTerms;
import io.concordat.draft.DraftWriter;
import io.concordat.draft.Drafts;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.policy.SemanticType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a new contract says, and where it goes. */
final class DraftOptions {

  @Option(names = "--name", paramLabel = "TEXT", description = "Name for people.")
  private @Nullable String name;

  @Option(names = "--purpose", paramLabel = "TEXT", description = "What the data is for.")
  private @Nullable String purpose;

  @Option(names = "--owner", paramLabel = "USER", description = "Who owns the contract.")
  private @Nullable String owner;

  @Option(
      names = "--latency",
      paramLabel = "SPAN",
      description = "How old the data may be, such as 4h.")
  private @Nullable String latency;

  @Option(
      names = "--upstream",
      split = ",",
      paramLabel = "ID",
      description = "Contracts that this one derives from.")
  private @Nullable List<String> upstream;

  @Option(names = "--no-upstream", description = "It derives from no contract.")
  private boolean source;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Of the source: sql, avro, json-schema, dbt or data (default: told by the file).")
  private @Nullable String format;

  @Option(
      names = "--policies",
      paramLabel = "FILE",
      description =
          "Suggest semantic types of a saved policy set (default: those that a mesh starts with).")
  private @Nullable String policies;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "File to write, - for standard output (default: <contract>.odcs.yaml).")
  private @Nullable String target;

  @Option(names = "--force", description = "Replace the file that is there.")
  private boolean force;

  /**
   * Writes a contract.
   *
   * @param from the file that it begins from; null for an example field
   * @throws Stop where the source cannot be read or the file cannot be written
   */
  void write(Host host, CommandSpec spec, String id, @Nullable String from) {
    try {
      DraftTerms terms =
          DraftTerms.of(id)
              .withName(name)
              .withPurpose(purpose)
              .withOwner(owner)
              .withLatency(latency)
              .withUpstream(source ? List.of() : upstream);
      Draft draft = draft(host, from);
      String text = DraftWriter.write(draft, terms, registry(host));
      PrintWriter err = spec.commandLine().getErr();
      draft.notes().forEach(note -> err.println("Not taken over: " + Escapes.line(note)));
      put(host, spec, id, text);
    } catch (DraftException unreadable) {
      throw Stop.usage((from == null ? "" : from + ": ") + String.valueOf(unreadable.getMessage()));
    } catch (InvalidValue invalid) {
      throw Stop.usage("'" + id + "': " + invalid.getMessage());
    }
  }

  private Draft draft(Host host, @Nullable String from) {
    if (from == null) {
      if (format != null) {
        throw Stop.usage("--format goes with a source to begin from.");
      }
      return Drafts.empty();
    }
    if (format != null && !Drafts.formats().contains(format)) {
      throw Stop.usage(
          "There is no source format '%s'. There are: %s."
              .formatted(format, String.join(", ", Drafts.formats())));
    }
    if (!Files.isRegularFile(host.resolve(from))) {
      throw Stop.usage("There is no file " + from + ".");
    }
    return Drafts.fromFile(host.resolve(from), format);
  }

  private List<SemanticType> registry(Host host) {
    return policies == null
        ? Foundation.semanticTypes()
        : SavedPolicies.read(host.resolve(policies), policies).semanticTypes();
  }

  private void put(Host host, CommandSpec spec, String id, String text) {
    PrintWriter out = spec.commandLine().getOut();
    if ("-".equals(target)) {
      out.print(text);
      return;
    }
    String file = target == null ? id.substring(id.lastIndexOf('/') + 1) + ".odcs.yaml" : target;
    OpenOption[] options = {
      StandardOpenOption.WRITE,
      force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW,
      StandardOpenOption.TRUNCATE_EXISTING
    };
    try {
      Files.writeString(host.resolve(file), text, options);
    } catch (FileAlreadyExistsException there) {
      throw Stop.usage(
          file + " is there already; name another with --to, or replace it with --force.");
    } catch (IOException full) {
      throw Stop.usage(file + " cannot be written: " + full.getMessage());
    }
    long open = text.lines().filter(line -> line.stripLeading().startsWith("#?")).count();
    out.println(
        "%s is written. %s"
            .formatted(
                file,
                open == 0
                    ? "Next: concordat check " + file
                    : "%d line%s that begin%s with #? %s yours to decide; then: concordat check %s"
                        .formatted(
                            open,
                            open == 1 ? "" : "s",
                            open == 1 ? "s" : "",
                            open == 1 ? "is" : "are",
                            file)));
  }
}
