package io.concordat.server.security;

import io.concordat.messages.decision.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads roles from a token's claim. Names that are no role of ours, and that of the service itself,
 * are left out.
 */
final class RoleClaims implements Converter<Jwt, Collection<GrantedAuthority>> {

  private static final Map<String, Role> BY_NAME =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.SYSTEM)
          .collect(Collectors.toUnmodifiableMap(RoleClaims::nameOf, Function.identity()));

  private final String claim;

  RoleClaims(String claim) {
    this.claim = claim;
  }

  /** Name of a role within a token, such as {@code governance-engineer}. */
  static String nameOf(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Collection<GrantedAuthority> convert(Jwt token) {
    if (!(token.getClaim(claim) instanceof List<?> names)) {
      return List.of();
    }
    return names.stream()
        .map(name -> BY_NAME.get(String.valueOf(name)))
        .filter(Objects::nonNull)
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
  }
}
