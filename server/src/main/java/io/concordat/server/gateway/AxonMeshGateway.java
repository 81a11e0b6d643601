package io.concordat.server.gateway;

import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.eventstore.command.CommandOptions;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Terms;
import io.concordat.graphql.gateway.Written;
import io.concordat.messages.Command;
import io.concordat.messages.EventCatalog;
import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.Query;
import io.concordat.messages.decision.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Carries commands to the write side and waits until the read side shows them. */
@Component
class AxonMeshGateway implements MeshGateway {

  private final Commands commands;
  private final Questions questions;
  private final ReadBarrier barrier;
  private final Duration patience;

  /**
   * Puts the gateway together.
   *
   * @param patience how long a mutation waits for the read side before it answers without
   */
  AxonMeshGateway(
      Commands commands,
      Questions questions,
      ReadBarrier barrier,
      @Value("${concordat.read-your-write.patience}") Duration patience) {
    this.commands = commands;
    this.questions = questions;
    this.barrier = barrier;
    this.patience = patience;
  }

  @Override
  public <R> R ask(Query<R> query) {
    return questions.ask(query);
  }

  @Override
  public Written tell(Command command, Actor actor, Terms terms) {
    Long revision = terms.expectedRevision();
    CommandOptions options =
        new CommandOptions(
            terms.idempotencyKey(),
            revision == null ? null : Long.valueOf(revision - 1),
            MDC.get("correlationId"),
            terms.requestDigest());
    return shown(command, await(commands.send(command, actor, options)));
  }

  @Override
  public UUID newId() {
    return TimeOrderedIds.next();
  }

  private Written shown(Command command, Receipt receipt) {
    List<Written.Event> events =
        receipt.appended().stream()
            .map(appended ->
                new Written.Event(
                    appended.stream(),
                    appended.eventType(),
                    appended.sequenceNumber(),
                    appended.globalIndex()))
            .toList();
    OptionalLong last = receipt.highestIndex();
    boolean readable = last.isEmpty() || barrier.await(last.getAsLong(), groups(events), patience);
    return new Written(
        events.isEmpty() ? command.stream() : events.getFirst().stream(), events, readable);
  }

  private static Set<String> groups(List<Written.Event> events) {
    return events.stream()
        .map(event -> EventCatalog.byName().get(event.type()))
        .filter(Objects::nonNull)
        .flatMap(type -> ProcessingGroups.of(type).stream())
        .collect(Collectors.toSet());
  }

  private static Receipt await(CompletableFuture<Receipt> answer) {
    try {
      return answer.join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw wrapped;
    }
  }
}
