package io.concordat.server.operations;

import io.concordat.eventstore.TimeOrderedIds;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a correlation id, the caller's own where it is well-formed, and sends it back.
 * It stands in every log line and event that the request brings about.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

  private static final String HEADER = "X-Correlation-Id";
  private static final String NAME = "correlationId";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  CorrelationFilter() {
    // Work on a request goes on in other threads; the id goes along.
    ContextRegistry.getInstance().registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(NAME));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = wellFormed(request.getHeader(HEADER));
    MDC.put(NAME, id);
    response.setHeader(HEADER, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(NAME);
    }
  }

  private static String wellFormed(@Nullable String given) {
    return given != null && WELL_FORMED.matcher(given).matches()
        ? given
        : TimeOrderedIds.next().toString();
  }
}
