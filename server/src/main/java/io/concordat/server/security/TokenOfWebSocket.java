package io.concordat.server.security;

import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.graphql.server.webmvc.AuthenticationWebSocketInterceptor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationManager;
import reactor.core.publisher.Mono;

/**
 * Takes the token of a WebSocket from {@code connection_init}, since a browser cannot send it as a
 * header. Spring's own interceptor lets a connection without a token through as nobody; here it is
 * closed with 4401.
 */
final class TokenOfWebSocket implements WebSocketGraphQlInterceptor {

  private static final String TOKEN = "Authorization";

  private final AuthenticationWebSocketInterceptor authentication;

  TokenOfWebSocket(AuthenticationManager manager) {
    this.authentication =
        new AuthenticationWebSocketInterceptor(
            new BearerTokenAuthenticationExtractor(TOKEN), manager);
  }

  @Override
  public Mono<Object> handleConnectionInitialization(
      WebSocketSessionInfo session, Map<String, Object> payload) {
    if (payload.get(TOKEN) instanceof String given && !given.isBlank()) {
      return authentication.handleConnectionInitialization(session, payload);
    }
    return Mono.error(
        new AuthenticationCredentialsNotFoundException("connection_init carries no token"));
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    return authentication.intercept(request, chain);
  }
}
