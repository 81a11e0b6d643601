package io.concordat.cli;

import io.concordat.cli.host.Host;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Runs the command in this JVM, in a directory and an environment of the test's own. */
final class Run {

  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private byte[] input = new byte[0];
  private boolean terminal;
  private String secret;

  Run(Path directory) {
    this.directory = directory;
    environment.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
  }

  Run with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Run input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  Run input(byte[] bytes) {
    input = bytes;
    return this;
  }

  Run terminal() {
    terminal = true;
    return this;
  }

  Run secret(String typed) {
    secret = typed;
    return this;
  }

  Ended execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Host host =
        new Host(
            environment,
            directory,
            new ByteArrayInputStream(input),
            terminal,
            _ -> secret == null ? null : secret.toCharArray());
    int code =
        Concordat.commandLine(host, arguments.length == 0 ? "" : arguments[0])
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Ended(code, out.toString(), err.toString());
  }

  /** How a run ended and what it said. */
  record Ended(int code, String out, String err) {}
}
