package io.concordat.graphql.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import io.concordat.graphql.gateway.FaultClassifier;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one table of top-level errors, for queries, mutations and subscriptions alike. */
@Component
public class ErrorTable extends DataFetcherExceptionResolverAdapter
    implements SubscriptionExceptionResolver {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorTable.class);

  private final FaultClassifier faults;

  ErrorTable(FaultClassifier faults) {
    this.faults = faults;
    setThreadLocalContextAware(true);
  }

  @Override
  protected GraphQLError resolveToSingleError(Throwable failure, DataFetchingEnvironment where) {
    Told told = tell(failure);
    return GraphqlErrorBuilder.newError(where)
        .errorType(told.classification)
        .message("%s", told.message)
        .extensions(told.extensions())
        .build();
  }

  @Override
  public Mono<List<GraphQLError>> resolveException(Throwable failure) {
    Told told = tell(failure);
    return Mono.just(
        List.of(
            GraphqlErrorBuilder.newError()
                .errorType(told.classification)
                .message("%s", told.message)
                .extensions(told.extensions())
                .build()));
  }

  private Told tell(Throwable failure) {
    Throwable cause = unwrap(failure);
    Optional<String> store = faults.unreachableStore(cause);
    if (store.isPresent()) {
      LOG.warn("{} cannot be reached: {}", store.get(), cause.toString());
      return new Told(
          Fault.UNAVAILABLE,
          "STORE_UNAVAILABLE",
          store.get()
              + " cannot be reached at present; nothing that was accepted is lost. Try again.",
          Map.of("retryable", true));
    }
    return switch (cause) {
      case InvalidValue invalid ->
          new Told(
              ErrorType.BAD_REQUEST,
              invalid.code(),
              invalid.field() + " " + invalid.getMessage(),
              Map.of());
      case NoSuchObject missing ->
          new Told(
              ErrorType.NOT_FOUND, missing.code(), String.valueOf(missing.getMessage()), Map.of());
      case CommandRejected no -> rejected(no.rejection());
      case AccessDeniedException _ ->
          new Told(ErrorType.FORBIDDEN, "NOT_ALLOWED", "The caller may not do this.", Map.of());
      case AuthenticationException _ ->
          new Told(
              ErrorType.UNAUTHORIZED, "NOT_AUTHENTICATED", "A valid token is needed.", Map.of());
      default -> internal(cause);
    };
  }

  private static Told rejected(Rejection rejection) {
    return new Told(Fault.REJECTED, rejection.code().name(), rejection.detail(), Map.of());
  }

  private static Told internal(Throwable cause) {
    String incident = UUID.randomUUID().toString();
    LOG.error("unexpected failure, told to the client as {}", incident, cause);
    return new Told(
        ErrorType.INTERNAL_ERROR,
        "INTERNAL",
        "Something went wrong on our side; the log has it under " + incident + ".",
        Map.of("reference", incident));
  }

  private static Throwable unwrap(Throwable failure) {
    @Nullable Throwable at = failure;
    while (at instanceof java.util.concurrent.CompletionException
        || at instanceof java.util.concurrent.ExecutionException) {
      at = at.getCause();
    }
    return at == null ? failure : at;
  }

  private record Told(
      ErrorClassification classification, String code, String message, Map<String, Object> more) {

    Map<String, Object> extensions() {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("code", code);
      all.putAll(more);
      return all;
    }
  }

  /** Kinds of errors that Spring's own list lacks. */
  private enum Fault implements ErrorClassification {
    REJECTED,
    UNAVAILABLE
  }
}
