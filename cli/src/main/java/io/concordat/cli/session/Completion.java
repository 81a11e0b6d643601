package io.concordat.cli.session;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code concordat completion}. */
@Command(
    name = "completion",
    description = "Writes a script that completes commands and options, for bash and zsh.",
    footer = {
      "",
      "Example, for the shell at hand or in its start-up file:",
      "  source <(concordat completion)"
    })
public final class Completion implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandSpec root = spec.root();
    spec.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
