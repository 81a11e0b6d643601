package io.concordat.cli.exchange;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concordat init}. */
@Command(
    name = "init",
    description =
        "Writes the smallest contract that can pass the gate, and says what each part is for.",
    footer = {
      "",
      "Lines that begin with #? are yours to decide: until then the gate refuses, and says what is missing.",
      "",
      "Examples:",
      "  concordat init payments/settlements/daily",
      "  concordat init payments/settlements/daily --from tables.sql --owner owner-settlements --latency 4h",
      "",
      "Exit codes: 0 written, 2 the source could not be read, or the file is there already."
    })
public final class Init implements Callable<Integer> {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DraftOptions draft = new DraftOptions();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Begin from SQL DDL, an Avro or JSON schema, a dbt manifest, or a Parquet, CSV or JSON file.")
  private @Nullable String from;

  @Parameters(paramLabel = "ID", description = "Id of the contract: domain/product/contract.")
  private String id = "";

  /** The command for a run. */
  public Init(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    draft.write(host, spec, id, from);
    return ExitCode.FINE.code();
  }
}
