package io.concordat.server.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The built-in issuer of a local stack: demo people, one shared password, a key that is made at
 * each start. It refuses to run on any address but loopback.
 */
@Configuration
@ConditionalOnProperty(name = "concordat.security.local-issuer", havingValue = "true")
class LocalIssuer {

  LocalIssuer(ServerProperties server) {
    InetAddress address = server.getAddress();
    if (address == null || !address.isLoopbackAddress()) {
      throw new IllegalStateException(
          "the built-in issuer knows everybody's password: it runs on a loopback address only"
              + " (server.address=127.0.0.1)");
    }
  }

  @Bean
  @Order(1)
  SecurityFilterChain issuer(HttpSecurity http) {
    return http.oauth2AuthorizationServer(
            server -> http.securityMatcher(server.getEndpointsMatcher()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  RegisteredClientRepository people() {
    return new DemoPeople();
  }

  /**
   * The password is the same for all and printed by the local stack: hashing it would only cost
   * time.
   */
  @Bean
  PasswordEncoder sharedPassword() {
    return new PasswordEncoder() {
      @Override
      public String encode(@Nullable CharSequence password) {
        return String.valueOf(password);
      }

      @Override
      public boolean matches(@Nullable CharSequence given, @Nullable String password) {
        return given != null && password != null && password.contentEquals(given);
      }
    };
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> rolesOfPeople(SecurityProperties properties) {
    return context -> {
      if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
        context
            .getClaims()
            .claim(
                properties.rolesClaim(),
                DemoPeople.rolesOf(context.getRegisteredClient().getClientId()).stream()
                    .map(RoleClaims::nameOf)
                    .toList());
      }
    };
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      return new ImmutableJWKSet<>(
          new JWKSet(
              new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                  .privateKey(pair.getPrivate())
                  .keyID(UUID.randomUUID().toString())
                  .build()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  @Bean
  JwtDecoder tokens(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  AuthorizationServerSettings settings() {
    return AuthorizationServerSettings.builder().build();
  }
}
