package io.concordat.cli.remote;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server is asked, and as whom. */
public final class ServerOptions {

  /** Where {@code ./run} serves. */
  static final String LOCAL = "http://127.0.0.1:8080";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "Address of the server (default: CONCORDAT_SERVER, then the last login, then "
              + LOCAL
              + ").")
  private @Nullable String server;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "Access token (default: CONCORDAT_TOKEN, then what 'concordat login' keeps for the server)."
              + " Better given by the environment: arguments can be seen by others.")
  private @Nullable String token;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for an answer (default: ${DEFAULT-VALUE}).")
  private int timeout = 30;

  @Option(
      names = "--allow-http",
      description = "Send the token without encryption to a server that is not on this machine.")
  private boolean allowHttp;

  /** How long an answer may take. */
  public Duration patience() {
    if (timeout < 1 || timeout > 3_600) {
      throw Stop.usage("--timeout must be between 1 and 3600 seconds, not " + timeout + ".");
    }
    return Duration.ofSeconds(timeout);
  }

  /**
   * The server's address without a slash at its end.
   *
   * @throws Stop where it is no address that a token may be sent to
   */
  public String address(Host host) {
    String typed = server != null ? server : host.variable("CONCORDAT_SERVER");
    if (typed == null) {
      String kept = Credentials.read(host).server();
      typed = kept == null ? LOCAL : kept;
    }
    return checked(typed);
  }

  /** The token of the arguments or the environment; null where there is none. */
  public @Nullable String given(Host host) {
    String given = token != null ? token : host.variable("CONCORDAT_TOKEN");
    return given == null ? null : Tokens.checked(given);
  }

  /** The token to send; null where there is none. */
  @Nullable String token(Host host, String address) {
    String given = given(host);
    if (given != null) {
      return given;
    }
    String kept = Credentials.read(host).tokens().get(address);
    return kept == null ? null : Tokens.checked(kept);
  }

  /**
   * An address that a secret may be sent to.
   *
   * @throws Stop where it is none
   */
  public URI checked(URI target) {
    return URI.create(checked(target.toString()));
  }

  /** What to ask the server with. */
  public Remote remote(Host host) {
    String address = address(host);
    return new Remote(address, token(host, address), patience());
  }

  private String checked(String typed) {
    try {
      URI uri = new URI(typed.strip().replaceAll("/+$", ""));
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!Set.of("http", "https").contains(scheme)
          || uri.getHost() == null
          || uri.getUserInfo() != null
          || uri.getQuery() != null
          || uri.getFragment() != null) {
        throw Stop.usage(
            "'" + typed + "' is no server address; write it as " + LOCAL + " or https://HOST.");
      }
      if (scheme.equals("http") && !LOOPBACK.contains(uri.getHost()) && !allowHttp) {
        throw Stop.usage(
            "%s is not on this machine, and http would show the token to the network. Use https, or --allow-http."
                .formatted(uri.getHost()));
      }
      return uri.toString();
    } catch (URISyntaxException malformed) {
      throw Stop.usage("'" + typed + "' is no server address: " + malformed.getReason() + ".");
    }
  }
}
