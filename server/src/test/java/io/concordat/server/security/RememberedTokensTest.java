package io.concordat.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberedTokensTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Set<String> withdrawn = new HashSet<>();
  private Instant now = NOON;
  private Instant end = NOON.plus(Duration.ofHours(1));
  private int checked;

  private final RememberedTokens tokens =
      new RememberedTokens(
          token -> {
            checked++;
            if (withdrawn.contains(token)) {
              throw new BadJwtException("no longer good");
            }
            return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .issuedAt(NOON.minusSeconds(60))
                .expiresAt(end)
                .build();
          },
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          });

  @Test
  void aGoodTokenIsCheckedOnceInHalfAMinute() {
    assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
    now = NOON.plusSeconds(29);
    assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
    assertThat(checked).isEqualTo(1);
    now = NOON.plusSeconds(30);
    withdrawn.add("a");
    assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(BadJwtException.class);
  }

  @Test
  void aTokenIsNotRememberedForLongerThanItIsValid() {
    end = NOON.plusSeconds(5);
    tokens.decode("a");
    now = NOON.plusSeconds(5);
    tokens.decode("a");
    assertThat(checked).isEqualTo(2);
  }

  @Test
  void oneTokenIsNotTakenForAnother() {
    tokens.decode("a");
    withdrawn.add("b");
    assertThatThrownBy(() -> tokens.decode("b")).isInstanceOf(BadJwtException.class);
    assertThatThrownBy(() -> tokens.decode("b")).isInstanceOf(BadJwtException.class);
    assertThat(checked).isEqualTo(3);
  }

  @Test
  void howManyAreRememberedIsBounded() {
    for (int number = 0; number < 5_000; number++) {
      assertThat(tokens.decode("token-" + number).getSubject()).isEqualTo("token-" + number);
    }
    assertThat(tokens.size()).isLessThanOrEqualTo(1_000);
  }
}
