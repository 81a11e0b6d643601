import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives Concordat's webhooks on this machine and prints each whose signature is valid, once.
 *
 * <p>Usage: {@code java docs/examples/Receive.java PORT SECRET}
 */
class Receive {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  public static void main(String[] arguments) throws IOException {
    byte[] key = Base64.getDecoder().decode(arguments[1].substring("whsec_".length()));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    HttpServer server =
        HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          String id = exchange.getRequestHeaders().getFirst("webhook-id");
          String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
          String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
          boolean valid = valid(key, id, time, signatures, body);
          if (!valid || seen.add(id)) {
            System.out.println(
                (valid ? "valid   " : "INVALID ") + new String(body, StandardCharsets.UTF_8));
          }
          exchange.sendResponseHeaders(valid ? 204 : 401, -1);
          exchange.close();
        });
    server.start();
    System.out.println("Waiting for webhooks at http://127.0.0.1:" + arguments[0] + "/");
  }

  private static boolean valid(byte[] key, String id, String time, String signatures, byte[] body) {
    if (id == null || time == null || signatures == null) {
      return false;
    }
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(time));
      if (Duration.between(sent, Instant.now()).abs().compareTo(TOLERANCE) > 0) {
        return false;
      }
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes();
      for (String signature : signatures.split(" ")) {
        if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
          return true;
        }
      }
      return false;
    } catch (NumberFormatException | GeneralSecurityException unreadable) {
      return false;
    }
  }
}
