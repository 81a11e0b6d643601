package io.concordat.projections.mesh;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.mesh.ConsumerEvent;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ConsumerRetired;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DomainEvent;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.MaintenanceCancelled;
import io.concordat.messages.mesh.MaintenancePlanned;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;

/** Domains, the products' own part of their catalog cards, and consumers. */
@ProcessingGroup(ProcessingGroups.GOVERNANCE_VIEWS)
public final class MeshViews {

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public MeshViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(DomainEvent event, @SequenceNumber long sequence) {
    writer.add(changes(event, sequence));
  }

  @EventHandler
  void on(ProductEvent event, @SequenceNumber long sequence) {
    writer.add(changes(event, sequence));
  }

  @EventHandler
  void on(ConsumerEvent event, @SequenceNumber long sequence) {
    writer.add(changes(event, sequence));
  }

  @ResetHandler
  void reset() {
    store.empty(List.of(Views.DOMAINS, Views.PRODUCTS, Views.CONSUMERS));
  }

  static List<DocumentChange> changes(DomainEvent event, long sequence) {
    return switch (event) {
      case DomainRegistered registered ->
          List.of(
              DocumentChange.of(
                      Views.DOMAINS, registered.domain().value(), registered.stream(), sequence)
                  .fact("name", registered.name())
                  .fact("description", registered.description())
                  .fact(
                      "director",
                      registered.director() == null ? null : registered.director().value())
                  .fact("registeredAt", Times.text(registered.registeredAt())));
    };
  }

  static List<DocumentChange> changes(ProductEvent event, long sequence) {
    return switch (event) {
      case DataProductRegistered registered ->
          List.of(
              DocumentChange.of(
                      Views.PRODUCTS, registered.product().value(), registered.stream(), sequence)
                  .fact(Views.DOMAIN, registered.product().domain().value())
                  .fact(Views.REGISTERED, true)
                  .fact("name", registered.name())
                  .fact("description", registered.description())
                  .fact("owner", Values.document(registered.owner()))
                  .fact("registeredAt", Times.text(registered.registeredAt())));
      case ProductPortsDeclared declared ->
          List.of(
              DocumentChange.of(
                      Views.PRODUCTS, declared.product().value(), declared.stream(), sequence)
                  .standing(
                      "ports",
                      new Document()
                          .append("inputPorts", documents(declared.inputPorts()))
                          .append("outputPorts", documents(declared.outputPorts()))));
      // Kept by those who hold observations against promises.
      case MaintenancePlanned _, MaintenanceCancelled _ -> List.of();
    };
  }

  private static List<Document> documents(List<?> ports) {
    return ports.stream().map(Values::document).toList();
  }

  static List<DocumentChange> changes(ConsumerEvent event, long sequence) {
    return switch (event) {
      case ConsumerRegistered registered ->
          List.of(
              consumer(registered, registered.consumer(), sequence)
                  .standing(
                      "declared",
                      new Document("name", registered.name())
                          .append("kind", registered.kind().name())
                          .append("purpose", registered.purpose())
                          .append("reads", documents(registered.reads()))
                          .append("jobs", documents(registered.jobs()))
                          .append("registeredBy", registered.registeredBy().value())
                          .append("registeredAt", Times.text(registered.registeredAt())))
                  .standing(
                      "reading", reading(registered.registeredAt(), crossDomainReads(registered)))
                  .fact(
                      "history." + sequence,
                      reading(registered.registeredAt(), crossDomainReads(registered))));
      case ConsumerRetired retired ->
          List.of(
              consumer(retired, retired.consumer(), sequence)
                  .standing(
                      "reading",
                      reading(retired.retiredAt(), 0)
                          .append("retiredAt", Times.text(retired.retiredAt()))
                          .append("retiredFor", retired.reason()))
                  .fact("history." + sequence, reading(retired.retiredAt(), 0)));
    };
  }

  private static DocumentChange consumer(ConsumerEvent event, ConsumerId id, long sequence) {
    return DocumentChange.of(Views.CONSUMERS, id.value(), event.stream(), sequence)
        .fact(Views.DOMAIN, id.domain().value());
  }

  private static Document reading(Instant at, long crossDomainReads) {
    return new Document("at", Times.text(at)).append("crossDomainReads", crossDomainReads);
  }

  private static long crossDomainReads(ConsumerRegistered registered) {
    return registered.reads().stream()
        .filter(read -> !read.contract().product().domain().equals(registered.consumer().domain()))
        .count();
  }
}
