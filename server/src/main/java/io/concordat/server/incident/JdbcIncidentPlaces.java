package io.concordat.server.incident;

import io.concordat.eventstore.stream.StreamReader;
import io.concordat.graphql.gateway.IncidentPlaces;
import io.concordat.messages.Event;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.mesh.ProductId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places of incidents in PostgreSQL. Whether one is over is asked of its events, which are never
 * late; who finds it over puts the next id in its place, and all who ask after that get that one.
 */
@Component
class JdbcIncidentPlaces implements IncidentPlaces {

  private final JdbcClient postgres;
  private final StreamReader streams;

  JdbcIncidentPlaces(JdbcClient postgres, StreamReader streams) {
    this.postgres = postgres;
    this.streams = streams;
  }

  private record Key(ProductId product, @Nullable ContractId contract, String commitment) {}

  @Override
  public IncidentId take(
      ProductId product, @Nullable ContractId contract, String commitment, IncidentId offered) {
    IncidentId measured = contract == null ? null : measured(contract, commitment);
    if (measured != null && isOpen(measured)) {
      return measured;
    }
    Key key = new Key(product, contract, commitment);
    IncidentId holder = put(key, offered);
    while (isOver(holder)) {
      replace(key, holder, offered);
      holder = put(key, offered);
    }
    return holder;
  }

  /** The one that the fold of observations has sent to last. */
  private @Nullable IncidentId measured(ContractId contract, String commitment) {
    return postgres
        .sql("select incident from observation_incident where subject = ? and open")
        .param(contract + "#" + commitment)
        .query(UUID.class)
        .optional()
        .map(IncidentId::new)
        .orElse(null);
  }

  /** Puts an id into a place that is free; the id that is in it then. */
  private IncidentId put(Key key, IncidentId offered) {
    return new IncidentId(
        spoken(
                """
                insert into incident_place as known (product, contract, commitment, incident)
                values (:product, :contract, :commitment, :incident)
                on conflict (product, contract, commitment) do update set incident = known.incident
                returning incident
                """,
                key)
            .param("incident", offered.value())
            .query(UUID.class)
            .single());
  }

  private void replace(Key key, IncidentId over, IncidentId offered) {
    spoken(
            """
            update incident_place set incident = :incident
            where product = :product and contract = :contract and commitment = :commitment
              and incident = :over
            """,
            key)
        .param("incident", offered.value())
        .param("over", over.value())
        .update();
  }

  private JdbcClient.StatementSpec spoken(String sql, Key key) {
    ContractId contract = key.contract();
    return postgres
        .sql(sql)
        .param("product", key.product().value())
        .param("contract", contract == null ? "" : contract.value())
        .param("commitment", key.commitment());
  }

  private boolean isOpen(IncidentId incident) {
    List<Event> turns = turns(incident);
    return !turns.isEmpty() && !(turns.getLast() instanceof IncidentResolved);
  }

  private boolean isOver(IncidentId incident) {
    List<Event> turns = turns(incident);
    return !turns.isEmpty() && turns.getLast() instanceof IncidentResolved;
  }

  private List<Event> turns(IncidentId incident) {
    return streams.read(
        incident.stream(),
        Set.of(IncidentOpened.class, IncidentResolved.class, IncidentReopened.class));
  }
}
