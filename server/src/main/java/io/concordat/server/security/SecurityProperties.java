package io.concordat.server.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues the tokens.
 *
 * @param issuer URL of the OIDC issuer whose tokens are taken; its discovery document is read at
 *     the first request
 * @param audience that a token must be meant for; null or empty where it is not checked
 * @param rolesClaim claim that lists roles, such as {@code governance-engineer}
 * @param localIssuer whether the service issues tokens for demo people itself; loopback only, never
 *     in production
 */
@ConfigurationProperties("concordat.security")
record SecurityProperties(
    @Nullable String issuer,
    @Nullable String audience,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue("false") boolean localIssuer) {

  SecurityProperties {
    if (localIssuer == (issuer != null && !issuer.isBlank())) {
      throw new IllegalArgumentException(
          localIssuer
              ? "concordat.security.issuer and concordat.security.local-issuer exclude each other"
              : "set CONCORDAT_OIDC_ISSUER to the URL of your OIDC issuer, or start with the profile"
                  + " 'local' on a machine of your own");
    }
  }
}
