package io.concordat.projections.contract;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.projections.Declared;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.projections.document.DocumentChange;
import io.concordat.projections.document.DocumentStore;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Contracts. A submission and its document are a document each, which never changes; the contract's
 * own document says which submissions there are and, by the number of the event, what became of
 * them. The product's catalog card gets what its contracts in force say.
 */
@ProcessingGroup(ProcessingGroups.GOVERNANCE_VIEWS)
public final class ContractViews {

  private static final String UNREADABLE = "unreadable";

  private final BatchWriter<DocumentChange> writer;
  private final DocumentStore store;

  /** Views that are written by the group's writer. */
  public ContractViews(BatchWriter<DocumentChange> writer, DocumentStore store) {
    this.writer = writer;
    this.store = store;
  }

  @EventHandler
  void on(ContractEvent event, @SequenceNumber long sequence) {
    writer.add(changes(event, sequence));
  }

  /** The products' cards are emptied together with what their own events say. */
  @ResetHandler
  void reset() {
    store.empty(List.of(Views.CONTRACTS, Views.SUBMISSIONS, Views.DOCUMENTS, Views.ASSESSMENTS));
  }

  static List<DocumentChange> changes(ContractEvent event, long sequence) {
    return switch (event) {
      case ContractVersionPublished published -> published(published, sequence);
      case ContractVersionRejected rejected -> rejected(rejected, sequence);
      case ContractVersionDeprecated deprecated ->
          List.of(
              contract(deprecated.contract(), sequence)
                  .fact(
                      "deprecated." + sequence,
                      new Document("version", deprecated.version())
                          .append("successor", deprecated.successor())
                          .append("supportedUntil", Times.text(deprecated.supportedUntil()))));
      case ContractSupportExtended extended ->
          List.of(
              contract(extended.contract(), sequence)
                  .fact(
                      "extended." + sequence,
                      new Document("version", extended.version())
                          .append("supportedUntil", Times.text(extended.supportedUntil()))
                          .append("at", Times.text(extended.extendedAt()))));
      case ContractVersionRetired retired ->
          List.of(
              contract(retired.contract(), sequence)
                  .fact(
                      "retired." + sequence,
                      new Document("version", retired.version())
                          .append("retiredAt", Times.text(retired.retiredAt()))));
      case ContractAssessed assessed -> assessed(assessed, sequence);
    };
  }

  private static List<DocumentChange> published(ContractVersionPublished event, long sequence) {
    ContractId id = event.contract();
    return List.of(
        contract(id, sequence)
            .fact("submissions." + sequence, true)
            .standing(
                "current",
                new Document("version", event.version())
                    .append(
                        "crossDomainReads",
                        Declared.crossDomainUpstream(id, event.outline().upstream()))),
        submission(id, sequence)
            .fact("version", event.version())
            .fact("passed", true)
            .fact("digest", event.digest())
            .fact("at", Times.text(event.publishedAt()))
            .fact("by", event.publishedBy().value())
            .fact("verdict", Values.document(event.verdict()))
            .fact("changes", Values.text(event.changes()))
            .fact("crossDomainReads", Declared.crossDomainUpstream(id, event.outline().upstream()))
            .fact("outline", Values.text(event.outline())),
        document(id, sequence, event.document()),
        card(id, event, sequence)
            .fact(Views.DISCOVERABLE, true)
            .standing(
                "contracts." + slug(id),
                new Document("tags", event.outline().tags())
                    .append("classifications", named(event, FieldOutline::classification))
                    .append("semanticTypes", named(event, FieldOutline::semanticType))));
  }

  /** What the fields say, each once, sorted. */
  private static List<String> named(
      ContractVersionPublished event, Function<FieldOutline, @Nullable String> name) {
    Set<String> named = new TreeSet<>();
    for (ObjectOutline object : event.outline().objects()) {
      for (FieldOutline field : object.fields()) {
        String said = name.apply(field);
        if (said != null) {
          named.add(said);
        }
      }
    }
    return List.copyOf(named);
  }

  private static List<DocumentChange> rejected(ContractVersionRejected event, long sequence) {
    ContractId id = event.contract();
    return List.of(
        contract(id, sequence).fact("submissions." + sequence, true),
        submission(id, sequence)
            .fact("version", event.version() == null ? UNREADABLE : event.version())
            .fact("passed", false)
            .fact("digest", event.digest())
            .fact("at", Times.text(event.rejectedAt()))
            .fact("by", event.submittedBy().value())
            .fact("verdict", Values.document(event.verdict())),
        document(id, sequence, event.document()),
        card(id, event, sequence));
  }

  private static List<DocumentChange> assessed(ContractAssessed event, long sequence) {
    ContractId id = event.contract();
    boolean blocked = !event.verdict().passed();
    DocumentChange contract =
        contract(id, sequence)
            .fact(
                "assessed." + sequence,
                new Document("version", event.version())
                    .append("at", Times.text(event.assessedAt()))
                    .append("policySet", event.verdict().policySet())
                    .append("blocked", blocked)
                    .append("waivers", event.verdict().waivers()));
    if (blocked) {
      contract.fact(Views.EVER_BLOCKED, true);
    }
    return List.of(
        contract,
        DocumentChange.ofFacts(Views.ASSESSMENTS, Views.submissionId(id.value(), sequence))
            .fact("verdict", Values.text(event.verdict())));
  }

  private static DocumentChange card(ContractId id, ContractEvent event, long sequence) {
    return DocumentChange.of(Views.PRODUCTS, id.product().value(), event.stream(), sequence)
        .fact(Views.DOMAIN, id.product().domain().value())
        .fact("submitted." + slug(id), true);
  }

  private static String slug(ContractId id) {
    return id.value().substring(id.value().lastIndexOf('/') + 1);
  }

  private static DocumentChange contract(ContractId id, long sequence) {
    return DocumentChange.of(Views.CONTRACTS, id.value(), id.stream(), sequence)
        .fact("product", id.product().value())
        .fact(Views.DOMAIN, id.product().domain().value());
  }

  private static DocumentChange submission(ContractId id, long sequence) {
    return DocumentChange.ofFacts(Views.SUBMISSIONS, Views.submissionId(id.value(), sequence))
        .fact("contract", id.value())
        .fact("sequence", sequence);
  }

  private static DocumentChange document(ContractId id, long sequence, String text) {
    return DocumentChange.ofFacts(Views.DOCUMENTS, Views.submissionId(id.value(), sequence))
        .fact("text", text);
  }
}
