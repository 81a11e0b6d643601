package io.concordat.cli.exchange;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concordat import}. */
@Command(
    name = "import",
    description = "Writes a contract of what another tool says of the data.",
    footer = {
      "",
      "Taken are SQL DDL, Avro and JSON schemas, dbt manifests, and Parquet, CSV and JSON files.",
      "What a contract cannot take over is told on standard error.",
      "",
      "Examples:",
      "  concordat import tables.sql --id payments/settlements/daily",
      "  concordat import target/manifest.json --id sales/orders/orders --to -",
      "",
      "Exit codes: 0 written, 2 the source could not be read, or the file is there already."
    })
public final class Import implements Callable<Integer> {

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DraftOptions draft = new DraftOptions();

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description = "Id of the contract: domain/product/contract.")
  private String id = "";

  @Parameters(paramLabel = "FILE", description = "What to begin from.")
  private String from = "";

  /** The command for a run. */
  public Import(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    draft.write(host, spec, id, from);
    return ExitCode.FINE.code();
  }
}
