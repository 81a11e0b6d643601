package io.concordat.server.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were found good, for half a minute and no longer than they are valid, so
 * that a producer that sends many small batches does not have its signature checked with each. A
 * token that was refused is checked again.
 *
 * <p>Thread safe.
 */
final class RememberedTokens implements JwtDecoder {

  private static final Duration KEPT = Duration.ofSeconds(30);

  /** When there would be more, all are forgotten. */
  private static final int MOST = 1_000;

  private final JwtDecoder decoder;
  private final Clock clock;
  private final Map<ByteBuffer, Good> known = new ConcurrentHashMap<>();

  private record Good(Jwt token, Instant until) {}

  /**
   * Remembers what a decoder has found.
   *
   * @param clock that of the machine, by which tokens are valid
   */
  RememberedTokens(JwtDecoder decoder, Clock clock) {
    this.decoder = decoder;
    this.clock = clock;
  }

  @Override
  public Jwt decode(String token) {
    Instant now = clock.instant();
    ByteBuffer key = key(token);
    Good before = known.get(key);
    if (before != null && now.isBefore(before.until())) {
      return before.token();
    }
    known.remove(key);
    Jwt good = decoder.decode(token);
    Instant until = now.plus(KEPT);
    Instant end = good.getExpiresAt();
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(key, new Good(good, end != null && end.isBefore(until) ? end : until));
    return good;
  }

  /** How many are remembered. */
  int size() {
    return known.size();
  }

  private static ByteBuffer key(String token) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
