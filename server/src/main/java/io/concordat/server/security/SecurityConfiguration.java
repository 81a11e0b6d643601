package io.concordat.server.security;

import io.concordat.messages.decision.Role;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Everything needs a token, save health, metrics on the management address, and the GraphiQL page
 * of a local stack.
 */
@Configuration
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http,
      JwtDecoder tokens,
      JwtAuthenticationConverter roles,
      SecurityProperties properties) {
    JwtDecoder remembered = new RememberedTokens(tokens, Clock.systemUTC());
    return http.authorizeHttpRequests(
            requests -> {
              requests
                  .requestMatchers("/actuator/health/**", "/actuator/health", "/actuator/info")
                  .permitAll();
              // A WebSocket cannot carry a header from a browser: its token comes with
              // connection_init.
              requests
                  .requestMatchers(request ->
                      request.getRequestURI().equals("/graphql")
                          && "websocket".equalsIgnoreCase(request.getHeader("Upgrade")))
                  .permitAll();
              if (properties.localIssuer()) {
                requests.requestMatchers("/actuator/prometheus").permitAll();
                requests
                    .requestMatchers(HttpMethod.GET, "/", "/graphiql", "/webjars/**")
                    .permitAll();
              }
              requests
                  .requestMatchers("/actuator/prometheus")
                  .hasAnyRole(Role.METRICS.name(), Role.OPERATOR.name(), Role.MACHINE.name());
              requests
                  .requestMatchers(
                      HttpMethod.POST,
                      "/api/v1/lineage",
                      "/api/v1/reads",
                      "/api/v1/observations",
                      "/api/v1/observations/*")
                  .hasAnyRole(
                      Role.MACHINE.name(),
                      Role.PRODUCT_OWNER.name(),
                      Role.GOVERNANCE_ENGINEER.name());
              requests
                  .requestMatchers(HttpMethod.POST, "/api/v1/profiles")
                  .hasAnyRole(Role.MACHINE.name(), Role.GOVERNANCE_ENGINEER.name());
              requests.anyRequest().authenticated();
            })
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // No cookie authenticates here, so there is nothing that another site could make a browser
        // send along.
        .csrf(csrf -> csrf.disable())
        .oauth2ResourceServer(
            server -> server.jwt(jwt -> jwt.decoder(remembered).jwtAuthenticationConverter(roles)))
        .headers(Customizer.withDefaults())
        .build();
  }

  /** A span and a timer for each filter of each request cost more than what they tell. */
  @Bean
  SecurityObservationSettings unobservedFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  JwtAuthenticationConverter roles(SecurityProperties properties) {
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(new RoleClaims(properties.rolesClaim()));
    return converter;
  }

  @Bean
  WebSocketGraphQlInterceptor tokenOfWebSocket(
      JwtDecoder tokens, JwtAuthenticationConverter roles) {
    JwtAuthenticationProvider provider = new JwtAuthenticationProvider(tokens);
    provider.setJwtAuthenticationConverter(roles);
    return new TokenOfWebSocket(new ProviderManager(provider));
  }
}
