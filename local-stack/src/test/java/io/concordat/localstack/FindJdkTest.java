package io.concordat.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.engine.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell function that {@code ./run} and {@code ./test} find their JDK with, on made-up
 * machines.
 */
class FindJdkTest {

  @TempDir Path machine;
  private Path path;

  @BeforeEach
  void installTheToolsThatTheScriptNeeds() throws IOException {
    path = Files.createDirectories(machine.resolve("path with spaces/bin"));
    for (String tool : new String[] {"sed", "head", "uname"}) {
      for (String place : new String[] {"/usr/bin/", "/bin/"}) {
        if (Files.exists(Path.of(place + tool)) && !Files.exists(path.resolve(tool))) {
          program(path.resolve(tool), "exec " + place + tool + " \"$@\"");
        }
      }
    }
  }

  @Test
  void takesJavaHomeWhenItIsNewEnough() throws Exception {
    Path home = jdk("somewhere else/jdk", "25.0.3");
    jdk("usr/lib/jvm/temurin-25-jdk-amd64", "25.0.1");

    assertThat(find(Map.of("JAVA_HOME", home.toString()))).isEqualTo("0 " + home);
  }

  @Test
  void passesOverAnOldJavaHome() throws Exception {
    Path old = jdk("old", "17.0.12");
    Path found = jdk("usr/lib/jvm/temurin-25-jdk-amd64", "25.0.1");

    assertThat(find(Map.of("JAVA_HOME", old.toString()))).isEqualTo("0 " + found);
  }

  @Test
  void takesTheJavaOnThePathBeforeTheUsualPlaces() throws Exception {
    Path onPath = jdk("opt/java", "26");
    jdk("usr/lib/jvm/temurin-25-jdk-amd64", "25.0.1");
    program(path.resolve("java"), "exec '" + onPath.resolve("bin/java") + "' \"$@\"");

    assertThat(find(Map.of())).isEqualTo("0 " + onPath);
  }

  @Test
  void passesOverARuntimeWithoutACompiler() throws Exception {
    Path runtime = jdk("usr/lib/jvm/java-25-jre", "25.0.1");
    Files.delete(runtime.resolve("bin/javac"));
    Path found = jdk("home/.sdkman/candidates/java/25.0.3-tem", "25.0.3");

    assertThat(find(Map.of())).isEqualTo("0 " + found);
  }

  @Test
  void findsAJdkOfMacOs() throws Exception {
    Path found = jdk("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home", "25.0.3");

    assertThat(find(Map.of())).isEqualTo("0 " + found);
  }

  @Test
  void saysHowToGetOneWhereThereIsNone() throws Exception {
    jdk("usr/lib/jvm/java-17-openjdk", "17.0.12");

    assertThat(find(Map.of()))
        .startsWith("1 ")
        .contains("needs a JDK 25 or later")
        .contains("Install one with:");
  }

  /**
   * Runs the script on the made-up machine; the exit code, a space, and the JAVA_HOME or the
   * message.
   */
  private String find(Map<String, String> variables) throws Exception {
    Path script = Installation.find().root().resolve("local-stack/find-jdk.sh");
    ProcessBuilder builder =
        new ProcessBuilder(
                "/usr/bin/env",
                "bash",
                "-c",
                "PATH=\"$TOOLS\"; . \"$1\"; find_jdk && echo \"0 $JAVA_HOME\" || echo 1",
                "find",
                script.toString())
            .redirectErrorStream(true);
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("TOOLS", path.toString());
    environment.put("HOME", machine.resolve("home").toString());
    environment.put("FIND_JDK_ROOT", machine.toString());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).trim();
    assertThat(process.waitFor()).isZero();
    return output.endsWith("\n1") ? "1 " + output.substring(0, output.length() - 2) : output;
  }

  private Path jdk(String place, String version) throws IOException {
    Path home = machine.resolve(place);
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    for (String program : new String[] {"java", "javac"}) {
      program(bin.resolve(program), "echo '    java.home = " + home + "' >&2");
    }
    return home;
  }

  private static void program(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
