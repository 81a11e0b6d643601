package io.concordat.cli.session;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Credentials;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import io.concordat.cli.remote.Tokens;
import io.concordat.cli.report.Escapes;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code concordat login}. */
@Command(
    name = "login",
    description = "Keeps a token for a server, in a file that only you can read.",
    footer = {
      "",
      "With --client, a token is asked of the issuer (OAuth 2.0 client credentials). Its secret is",
      "CONCORDAT_CLIENT_SECRET, or read from standard input with --secret-stdin, or asked for.",
      "",
      "Examples:",
      "  concordat login --client owner-settlements            (the demo people of ./run)",
      "  concordat login --server https://concordat.example --client ci \\",
      "    --token-endpoint https://login.example/oauth2/token --secret-stdin < secret.txt",
      "  concordat login --server https://concordat.example --token-stdin < token.txt",
      "  concordat login --forget",
      "",
      "Exit codes: 0 the server knows the caller, 2 wrong use, 3 server, issuer or network."
    })
public final class Login implements Callable<Integer> {

  private static final int OK = 200;
  private static final int LONGEST_SECRET = 16_384;

  private final Host host;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(names = "--client", paramLabel = "ID", description = "Client to get a token for.")
  private @Nullable String client;

  @Option(
      names = "--token-endpoint",
      paramLabel = "URL",
      description = "Where the issuer gives tokens (default: /oauth2/token of the server).")
  private @Nullable URI endpoint;

  @Option(names = "--scope", paramLabel = "SCOPE", description = "Scopes to ask for.")
  private @Nullable String scope;

  @Option(names = "--secret-stdin", description = "Read the client's secret from standard input.")
  private boolean secretFromInput;

  @Option(names = "--token-stdin", description = "Read the token from standard input.")
  private boolean tokenFromInput;

  @Option(names = "--forget", description = "Delete the token that is kept for the server.")
  private boolean forget;

  /** The command for a run. */
  public Login(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    String address = server.address(host);
    Credentials kept = Credentials.read(host);
    if (forget) {
      kept.without(address).write(host);
      say("No token is kept for " + address + " any more.");
      return ExitCode.FINE.code();
    }
    String token = token(address);
    try (Remote remote = new Remote(address, token, server.patience())) {
      JsonNode viewer = remote.ask("query { viewer { subject roles } }", Map.of()).path("viewer");
      Path file = kept.with(address, token).write(host);
      say(
          "Logged in to %s as %s (%s). The token is kept in %s."
              .formatted(
                  address,
                  viewer.path("subject").asString(""),
                  viewer
                      .path("roles")
                      .valueStream()
                      .map(JsonNode::asString)
                      .collect(Collectors.joining(", ")),
                  file));
    }
    return ExitCode.FINE.code();
  }

  private String token(String address) {
    if (client != null) {
      return fromIssuer(address, client);
    }
    if (tokenFromInput) {
      return Tokens.checked(firstLine());
    }
    String given = server.given(host);
    if (given == null) {
      throw Stop.usage(
          "Say who logs in: --client ID, --token-stdin, --token TOKEN, or CONCORDAT_TOKEN.");
    }
    return given;
  }

  private String fromIssuer(String address, String id) {
    URI target =
        endpoint == null ? URI.create(address + "/oauth2/token") : server.checked(endpoint);
    char[] secret = secret(id);
    String form =
        "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + encode(scope));
    try (Remote issuer = new Remote(address, null, server.patience())) {
      Remote.Answer answer = issuer.form(target, basic(id, secret), form);
      String token = answer.content().path("access_token").asString("");
      if (answer.status() != OK || token.isEmpty()) {
        throw Stop.server(
            "%s gave no token to '%s' (status %d%s)."
                .formatted(
                    target,
                    Escapes.line(id),
                    answer.status(),
                    Escapes.line(reason(answer.content()))));
      }
      return Tokens.checked(token);
    } finally {
      Arrays.fill(secret, ' ');
    }
  }

  private static String reason(JsonNode content) {
    String error = content.path("error").asString("");
    String description = content.path("error_description").asString("");
    return (error.isEmpty() ? "" : ", " + error)
        + (description.isEmpty() ? "" : ": " + description);
  }

  /** Client and secret are form-encoded before they are joined (RFC 6749, section 2.3.1). */
  private static String basic(String id, char[] secret) {
    String joined = encode(id) + ":" + encode(new String(secret));
    return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private char[] secret(String id) {
    if (secretFromInput) {
      return firstLine().toCharArray();
    }
    String variable = host.variable("CONCORDAT_CLIENT_SECRET");
    if (variable != null) {
      return variable.toCharArray();
    }
    char[] typed = host.secret().apply("Secret of " + Escapes.line(id) + ": ");
    if (typed == null) {
      throw Stop.usage(
          "There is no terminal to ask for the secret: set CONCORDAT_CLIENT_SECRET, or use --secret-stdin.");
    }
    return typed;
  }

  private String firstLine() {
    try {
      byte[] bytes = host.input().readNBytes(LONGEST_SECRET + 1);
      String text = new String(bytes, StandardCharsets.UTF_8);
      String line = text.lines().findFirst().orElse("");
      if (line.isEmpty() || bytes.length > LONGEST_SECRET) {
        throw Stop.usage("Standard input holds nothing to use, or far too much.");
      }
      return line;
    } catch (IOException broken) {
      throw Stop.usage("Standard input cannot be read: " + broken.getMessage());
    }
  }

  private void say(String sentence) {
    spec.commandLine().getOut().println(sentence);
  }
}
