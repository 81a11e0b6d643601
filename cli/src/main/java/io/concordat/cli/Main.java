package io.concordat.cli;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Entry point of {@code ./concordat}. */
public final class Main {

  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code, or with a higher one where what the
   * command said could not be written.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    // The launcher knows whether the output is a terminal; asking the JVM costs time.
    Host host =
        new Host(
            System.getenv(),
            Path.of(""),
            System.in,
            Boolean.getBoolean("concordat.terminal"),
            Main::secret);
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code =
        Concordat.commandLine(host, arguments.length == 0 ? "" : arguments[0])
            .setOut(out)
            .setErr(err)
            .execute(arguments);
    boolean lost = out.checkError();
    if (lost) {
      err.println(
          "concordat: the output could not be written: the disk is full, or it was closed.");
    }
    err.flush();
    System.exit(lost ? Math.max(code, ExitCode.USAGE.code()) : code);
  }

  private static PrintWriter writer(FileDescriptor target) {
    return new PrintWriter(new FileOutputStream(target), false, StandardCharsets.UTF_8);
  }

  private static char @Nullable [] secret(String question) {
    Console console = System.console();
    return console == null || !console.isTerminal() ? null : console.readPassword("%s", question);
  }
}
