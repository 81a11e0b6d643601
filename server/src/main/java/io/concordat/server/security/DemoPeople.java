package io.concordat.server.security;

import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The people of a local stack. Their names tell their roles: {@code rep-<domain>} and {@code
 * director-<domain>} read, {@code owner-<product>} owns, {@code governance}, {@code auditor},
 * {@code operator}, {@code machine} and {@code metrics} are what they say. Whether {@code
 * rep-<domain>} may vote is decided by the council's seats, as for everybody.
 */
final class DemoPeople implements RegisteredClientRepository {

  private static final String PASSWORD = "demo";
  private static final Duration TOKEN_LIFE = Duration.ofHours(12);
  private static final Pattern NAME =
      Pattern.compile(
          "(rep|owner|director|governance|auditor|operator|machine|metrics|viewer)(-[a-z0-9-]{1,63})?");

  /** Roles that a name stands for; empty for nobody we know. */
  static Set<Role> rolesOf(String name) {
    Matcher known = NAME.matcher(name);
    if (!known.matches()) {
      return Set.of();
    }
    return switch (known.group(1)) {
      case "owner" -> Set.of(Role.PRODUCT_OWNER, Role.VIEWER);
      case "governance" -> Set.of(Role.GOVERNANCE_ENGINEER, Role.VIEWER);
      case "auditor" -> Set.of(Role.AUDITOR, Role.VIEWER);
      case "operator" -> Set.of(Role.OPERATOR, Role.VIEWER);
      case "machine" -> Set.of(Role.MACHINE);
      case "metrics" -> Set.of(Role.METRICS);
      default -> Set.of(Role.VIEWER);
    };
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    if (rolesOf(clientId).isEmpty()) {
      return null;
    }
    return RegisteredClient.withId(clientId)
        .clientId(clientId)
        .clientSecret(PASSWORD)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFE).build())
        .build();
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public void save(RegisteredClient registeredClient) {
    throw new IllegalStateException("demo people are known by their names and never stored");
  }
}
