package io.concordat.server.wiring;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.scorecard.FindMonthFigures;
import io.concordat.messages.scorecard.MonthFigures;
import io.concordat.observation.MonthLedger;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a month has come to, asked of the read models. What the event store holds by now is waited
 * for first, so that a month is not closed on half of its counts: neither while the read side is
 * behind, nor while it is built again.
 */
@Component
class MonthsOfTheReadSide implements MonthLedger {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<String> GROUPS =
      Set.of(ProcessingGroups.RELIABILITY_VIEWS, ProcessingGroups.GOVERNANCE_VIEWS);

  private final ObjectProvider<MeshGateway> mesh;
  private final ReadBarrier barrier;
  private final JdbcClient postgres;

  /** Aggregates are made before the gateway that sends commands to them, so it is fetched late. */
  MonthsOfTheReadSide(ObjectProvider<MeshGateway> mesh, ReadBarrier barrier, JdbcClient postgres) {
    this.mesh = mesh;
    this.barrier = barrier;
    this.postgres = postgres;
  }

  @Override
  public MonthFigures figures(YearMonth month) {
    long head =
        postgres
            .sql("select coalesce(max(global_index), 0) from domain_event_entry")
            .query(Long.class)
            .single();
    if (!barrier.await(head, GROUPS, PATIENCE)) {
      throw new StoreUnavailable(
          "The read side has not come as far as the event store; " + month + " stays open", null);
    }
    return mesh.getObject().ask(new FindMonthFigures(month));
  }
}
