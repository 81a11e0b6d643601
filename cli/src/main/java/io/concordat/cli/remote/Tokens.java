package io.concordat.cli.remote;

import io.concordat.cli.host.Stop;
import java.util.regex.Pattern;

/** Bearer tokens (RFC 6750, section 2.1). */
public final class Tokens {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~+/-]{1,16384}=*");

  private Tokens() {}

  /**
   * The token without white space around it.
   *
   * @throws Stop where it cannot be one; the sentence does not show it
   */
  public static String checked(String given) {
    String token = given.strip();
    if (!SHAPE.matcher(token).matches()) {
      throw Stop.usage("What was given as a token has characters that no token has, or is empty.");
    }
    return token;
  }
}
