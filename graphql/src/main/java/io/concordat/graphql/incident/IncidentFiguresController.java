package io.concordat.graphql.incident;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.incident.FindIncidentFigures;
import io.concordat.messages.incident.IncidentFigures;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How long domains take for their incidents. */
@Controller
class IncidentFiguresController {

  private static final int USUAL = 3;
  private static final int MOST = 24;

  private final MeshGateway mesh;
  private final Clock clock;

  IncidentFiguresController(MeshGateway mesh, Clock clock) {
    this.mesh = mesh;
    this.clock = clock;
  }

  @QueryMapping
  List<IncidentFigures> incidentFigures(
      @Argument @Nullable String domain,
      @Argument @Nullable YearMonth from,
      @Argument @Nullable YearMonth to) {
    YearMonth last = to == null ? YearMonth.now(clock.withZone(ZoneOffset.UTC)) : to;
    YearMonth first = from == null ? last.minusMonths(USUAL - 1) : from;
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    if (months < 1 || months > MOST) {
      throw new InvalidValue("from", "must be 0 to " + (MOST - 1) + " months before to");
    }
    return mesh.ask(
        new FindIncidentFigures(domain == null ? null : new DomainId(domain), first, last));
  }

  @SchemaMapping(typeName = "IncidentFigures")
  CompletableFuture<DomainView> domain(
      IncidentFigures figures, DataLoader<DomainId, DomainView> domains) {
    return domains.load(figures.domain());
  }

  @SchemaMapping(typeName = "TimeSpread")
  @Nullable Long medianSeconds(IncidentFigures.Spread spread) {
    return spread.median();
  }

  @SchemaMapping(typeName = "TimeSpread")
  @Nullable Long p90Seconds(IncidentFigures.Spread spread) {
    return spread.p90();
  }
}
