package io.concordat.notification;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is told. Names no person.
 *
 * @param about id of the incident, of the burning, of the migration, or the month of a scorecard
 * @param domain that answers for it
 * @param product null where it concerns the domain as a whole
 * @param contract null where it concerns the product as a whole
 * @param commitment what is broken; null where nothing is
 * @param cause null unless an incident is resolved
 * @param at when it happened, UTC
 * @param readers whom it reaches, the nearest first; empty unless it is told to readers
 */
public record Notice(
    NoticeKind kind,
    String about,
    DomainId domain,
    @Nullable ProductId product,
    @Nullable ContractId contract,
    @Nullable String commitment,
    IncidentSeverity severity,
    String summary,
    @Nullable ResolutionCause cause,
    Instant at,
    List<Reader> readers)
    implements Letter {

  public Notice {
    readers = List.copyOf(readers);
  }

  /** The same, to some of those whom it reaches. */
  public Notice reaching(List<Reader> some) {
    return new Notice(
        kind, about, domain, product, contract, commitment, severity, summary, cause, at, some);
  }

  @Override
  public String topic() {
    return kind.topic();
  }

  @Override
  public String subject() {
    return kind.matter().key() + ":" + about;
  }
}
