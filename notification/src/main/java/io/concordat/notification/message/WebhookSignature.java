package io.concordat.notification.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric signature of Standard Webhooks 1.0: HMAC-SHA256 of id, time and body. */
public final class WebhookSignature {

  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private WebhookSignature() {}

  /**
   * The value of the header {@code webhook-signature}.
   *
   * @param secret as {@link #check} allows
   * @param id of the message; holds no full stop
   * @param at when it is sent, in whole seconds
   */
  static String sign(String secret, String id, Instant at, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HmacSHA256", impossible);
    }
  }

  /**
   * Refuses a secret that is not of the form that the standard asks for. The message does not tell
   * it.
   *
   * @throws IllegalArgumentException where it is not Base64 of {@value #LEAST_BYTES} to {@value
   *     #MOST_BYTES} bytes, with or without {@value #PREFIX}
   */
  public static void check(String secret) {
    int length;
    try {
      length = key(secret).length;
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("The secret of a webhook must be Base64 after whsec_");
    }
    if (length < LEAST_BYTES || length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "The secret of a webhook must have " + LEAST_BYTES + " to " + MOST_BYTES + " bytes");
    }
  }

  private static byte[] key(String secret) {
    return Base64.getDecoder()
        .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
  }
}
