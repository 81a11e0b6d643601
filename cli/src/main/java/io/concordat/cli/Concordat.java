package io.concordat.cli;

import io.concordat.cli.catalog.Catalog;
import io.concordat.cli.change.Breaking;
import io.concordat.cli.change.Changelog;
import io.concordat.cli.change.Diff;
import io.concordat.cli.change.Impact;
import io.concordat.cli.consumer.Consumer;
import io.concordat.cli.consumer.Retirement;
import io.concordat.cli.council.Council;
import io.concordat.cli.council.PolicyCommand;
import io.concordat.cli.council.Proposal;
import io.concordat.cli.exchange.Export;
import io.concordat.cli.exchange.Import;
import io.concordat.cli.exchange.Init;
import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.incident.Incident;
import io.concordat.cli.lineage.Lineage;
import io.concordat.cli.maintenance.Maintenance;
import io.concordat.cli.migration.Migration;
import io.concordat.cli.notification.Notification;
import io.concordat.cli.observe.Observe;
import io.concordat.cli.policy.Policies;
import io.concordat.cli.probe.Probe;
import io.concordat.cli.profile.Profile;
import io.concordat.cli.report.Escapes;
import io.concordat.cli.request.Request;
import io.concordat.cli.scorecard.Scorecard;
import io.concordat.cli.session.Completion;
import io.concordat.cli.session.Login;
import io.concordat.cli.session.Status;
import io.concordat.cli.standing.Standing;
import io.concordat.cli.verdict.Check;
import io.concordat.cli.verdict.Lint;
import io.concordat.cli.verdict.Publish;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command and all that it can do. */
@Command(
    name = "concordat",
    description = "Data contracts from the command line: judge, compare, publish, convert.",
    footer = {
      "",
      "Examples:",
      "  concordat lint contracts/",
      "  concordat check daily.odcs.yaml",
      "  concordat breaking --against main",
      "  concordat help check",
      "",
      "Exit codes: 0 fine, 1 violations or breaking changes, 2 bad usage or unreadable input,",
      "3 server or network."
    })
final class Concordat implements Runnable {

  /** A fault of this program, as sysexits.h numbers it. */
  private static final int FAULT = 70;

  private static final int WIDTH = 100;

  private static final Map<String, Function<Host, Object>> COMMANDS = commands();

  @Spec private CommandSpec spec = CommandSpec.create();

  private Concordat() {}

  private static Map<String, Function<Host, Object>> commands() {
    Map<String, Function<Host, Object>> all = new LinkedHashMap<>();
    all.put("init", Init::new);
    all.put("import", Import::new);
    all.put("profile", Profile::new);
    all.put("observe", Observe::new);
    all.put("maintenance", Maintenance::new);
    all.put("notification", Notification::new);
    all.put("probe", Probe::new);
    all.put("lint", Lint::new);
    all.put("check", Check::new);
    all.put("diff", Diff::new);
    all.put("breaking", Breaking::new);
    all.put("changelog", Changelog::new);
    all.put("export", Export::new);
    all.put("impact", Impact::new);
    all.put("lineage", Lineage::new);
    all.put("migration", Migration::new);
    all.put("consumer", Consumer::new);
    all.put("retirement", Retirement::new);
    all.put("catalog", Catalog::new);
    all.put("incident", Incident::new);
    all.put("scorecard", Scorecard::new);
    all.put("standing", Standing::new);
    all.put("request", Request::new);
    all.put("publish", Publish::new);
    all.put("policies", Policies::new);
    all.put("policy", PolicyCommand::new);
    all.put("proposal", Proposal::new);
    all.put("council", Council::new);
    all.put("status", Status::new);
    all.put("login", Login::new);
    all.put("completion", _ -> new Completion());
    return all;
  }

  /**
   * The command line for a run.
   *
   * @param first the first argument, empty where there is none: where it names a command, the
   *     others are left out, since each costs some milliseconds at the start
   */
  static CommandLine commandLine(Host host, String first) {
    CommandLine line = new CommandLine(new Concordat());
    COMMANDS.forEach((name, command) -> {
      if (first.equals(name) || first.equals("completion") || !COMMANDS.containsKey(first)) {
        Object made = command.apply(host);
        line.addSubcommand(made instanceof Profile profile ? profile.line() : made);
      }
    });
    line.addSubcommand(new CommandLine.HelpCommand());
    decorate(line);
    return line.setUsageHelpWidth(WIDTH)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                host.terminal() && host.variable("NO_COLOR") == null
                    ? CommandLine.Help.Ansi.ON
                    : CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler(Concordat::misused)
        .setExecutionExceptionHandler(Concordat::stopped);
  }

  /** Help and version are the same everywhere. */
  private static void decorate(CommandLine line) {
    CommandSpec command = line.getCommandSpec();
    if (!(command.userObject() instanceof CommandLine.HelpCommand)) {
      command.mixinStandardHelpOptions(true).versionProvider(new Version());
    }
    command.usageMessage().sortOptions(false);
    line.getSubcommands().values().forEach(Concordat::decorate);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  private static int misused(ParameterException misuse, String[] arguments) {
    CommandLine line = misuse.getCommandLine();
    line.getErr().println("concordat: " + Escapes.line(String.valueOf(misuse.getMessage())));
    line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  private static int stopped(
      Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
    line.getOut().flush();
    if (failure instanceof Stop stop) {
      line.getErr().println("concordat: " + Escapes.line(stop.sentence()));
      return stop.exitCode().code();
    }
    line.getErr().println("concordat: this is a fault of the program; please report it:");
    failure.printStackTrace(line.getErr());
    return FAULT;
  }

  /** The version of the build. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Concordat.class.getPackage().getImplementationVersion();
      return new String[] {"concordat " + (version == null ? "(not packaged)" : version)};
    }
  }
}
