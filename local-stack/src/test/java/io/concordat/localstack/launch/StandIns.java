package io.concordat.localstack.launch;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Small programs in place of the server and the sample loader, so that the launcher is tested by
 * itself.
 */
final class StandIns {

  /** Written by the server: what it was told by its environment. */
  static final String SEEN_BY_SERVER = "server-environment";

  /** Written by the loader: its arguments. */
  static final String SEEN_BY_LOADER = "loader-arguments";

  /** While it exists, the loader fails. */
  static final String LOADER_FAILS = "loader-fails";

  private StandIns() {}

  /** Lays out a source tree with both programs built and the real engines. */
  static Path tree(Path root, Path realRoot) throws IOException {
    Files.createSymbolicLink(root.resolve("local-stack"), realRoot.resolve("local-stack"));
    jar(root.resolve("server/target/server-0.1.0-SNAPSHOT.jar"), Server.class);
    jar(root.resolve("sample-mesh/target/sample-mesh.jar"), Loader.class);
    return root;
  }

  private static void jar(Path file, Class<?> main) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        StandIns.class.getProtectionDomain().getCodeSource().getLocation().toString());
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.finish();
    }
  }

  private static Path root(Class<?> main) {
    return Path.of(System.getProperty("java.class.path")).getParent().getParent().getParent();
  }

  /** Answers its health on the port that it was given. */
  static final class Server {

    private Server() {}

    public static void main(String[] arguments) throws IOException {
      Map<String, String> environment = System.getenv();
      Files.writeString(
          root(Server.class).resolve(SEEN_BY_SERVER),
          environment.entrySet().stream()
              .filter(entry -> entry.getKey().matches("(CONCORDAT|SERVER|SPRING)_.*"))
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining("\n")));
      HttpServer server =
          HttpServer.create(
              new InetSocketAddress(
                  InetAddress.getByName(environment.get("SERVER_ADDRESS")),
                  Integer.parseInt(environment.get("SERVER_PORT"))),
              0);
      server.createContext(
          "/actuator/health/readiness",
          exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }
  }

  /** Calls the server once. */
  static final class Loader {

    private Loader() {}

    public static void main(String[] arguments) throws Exception {
      Path root = root(Loader.class);
      Files.writeString(root.resolve(SEEN_BY_LOADER), String.join(" ", arguments));
      try (HttpClient client = HttpClient.newHttpClient()) {
        client.send(
            HttpRequest.newBuilder(URI.create(arguments[1] + "/actuator/health/readiness")).build(),
            HttpResponse.BodyHandlers.discarding());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      System.exit(Files.exists(root.resolve(LOADER_FAILS)) ? 1 : 0);
    }
  }
}
