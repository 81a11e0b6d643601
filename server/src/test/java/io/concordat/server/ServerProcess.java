package io.concordat.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The service as a process of its own, which a test can kill. */
final class ServerProcess {

  private ServerProcess() {}

  /**
   * Starts it; it is not ready yet when this returns.
   *
   * @param main whose main method runs
   * @param home its home folder, in which its output is too, as {@code server.log}
   * @param arguments after those that name the stores
   * @param properties of the JVM, as {@code name=value}
   */
  static Process start(
      Class<?> main, Stores stores, Path home, List<String> arguments, List<String> properties)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Duser.home=" + home));
    properties.forEach(property -> command.add("-D" + property));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.add("--spring.profiles.active=local");
    command.addAll(List.of(stores.arguments()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("server.log").toFile())
        .start();
  }
}
