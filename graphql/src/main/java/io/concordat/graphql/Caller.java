package io.concordat.graphql;

import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who is calling, from the verified token. */
public final class Caller {

  private static final String PREFIX = "ROLE_";

  /** The authorities that a token can carry; that of the service itself is not among them. */
  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.SYSTEM)
          .collect(Collectors.toUnmodifiableMap(role -> PREFIX + role, Function.identity()));

  private Caller() {}

  /** The caller; authorities that are no role of ours are left out. */
  public static Actor of(Authentication authentication) {
    return new Actor(
        new Subject(authentication.getName()),
        authentication.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(ROLES::containsKey)
            .map(ROLES::get)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
