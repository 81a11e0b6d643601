package io.concordat.server.security;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/** Tokens of the organisation's own OIDC issuer. */
@Configuration
@ConditionalOnProperty(
    name = "concordat.security.local-issuer",
    havingValue = "false",
    matchIfMissing = true)
class OidcIssuer {

  @Bean
  JwtDecoder tokens(SecurityProperties properties) {
    String issuer = String.valueOf(properties.issuer());
    return new SupplierJwtDecoder(() -> decoder(issuer, properties));
  }

  private static JwtDecoder decoder(String issuer, SecurityProperties properties) {
    NimbusJwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer);
    OAuth2TokenValidator<Jwt> validator = JwtValidators.createDefaultWithIssuer(issuer);
    String audience = properties.audience();
    if (audience != null && !audience.isBlank()) {
      validator =
          new DelegatingOAuth2TokenValidator<>(
              validator,
              new JwtClaimValidator<List<String>>(
                  "aud", aud -> aud != null && aud.contains(audience)));
    }
    decoder.setJwtValidator(validator);
    return decoder;
  }
}
