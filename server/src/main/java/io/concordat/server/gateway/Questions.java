package io.concordat.server.gateway;

import io.concordat.messages.Query;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/** Asks typed questions over Axon's query bus. */
@Component
public class Questions {

  private static final ClassValue<Boolean> MAY_BE_EMPTY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> query) {
          return ResolvableType.forClass(query).as(Query.class).getGeneric().resolve()
              == Optional.class;
        }
      };

  private final QueryGateway gateway;

  Questions(QueryGateway gateway) {
    this.gateway = gateway;
  }

  /** The answer; failures of the handler come as they were thrown. */
  @SuppressWarnings("unchecked")
  public <R> R ask(Query<R> query) {
    try {
      @Nullable Object answer = gateway.query(query, new AsQueried()).join();
      // Axon takes an Optional apart on its way from the handler; here it is put together again.
      return (R) (MAY_BE_EMPTY.get(query.getClass()) ? Optional.ofNullable(answer) : answer);
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw wrapped;
    }
  }

  /** Takes whatever the one handler of a query answers: the query's own type says what that is. */
  private static final class AsQueried implements ResponseType<Object> {

    @Override
    public boolean matches(Type responseType) {
      return true;
    }

    @Override
    public @Nullable Object convert(@Nullable Object response) {
      return response;
    }

    @Override
    public Class<Object> responseMessagePayloadType() {
      return Object.class;
    }

    @Override
    public Class<Object> getExpectedResponseType() {
      return Object.class;
    }
  }
}
