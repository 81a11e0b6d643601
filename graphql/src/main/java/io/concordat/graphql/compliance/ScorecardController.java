package io.concordat.graphql.compliance;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.scorecard.FindScorecard;
import io.concordat.messages.scorecard.PublishScorecard;
import io.concordat.messages.scorecard.ScorecardRow;
import io.concordat.messages.scorecard.ScorecardView;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Scorecards: read and closed. */
@Controller
class ScorecardController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  ScorecardController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @QueryMapping
  ScorecardView scorecard(@Argument YearMonth month, @Argument boolean recounted) {
    return mesh.ask(new FindScorecard(month, recounted));
  }

  @SchemaMapping(typeName = "Scorecard")
  CompletableFuture<List<DomainView>> notMeasured(
      ScorecardView scorecard, DataLoader<DomainId, DomainView> domains) {
    return domains.loadMany(scorecard.notMeasured());
  }

  @SchemaMapping(typeName = "ScorecardRow")
  CompletableFuture<DomainView> domain(ScorecardRow row, DataLoader<DomainId, DomainView> domains) {
    return domains.load(row.domain());
  }

  @MutationMapping
  ScorecardPayload publishScorecard(@Argument PublishScorecardInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<PublishScorecard> command =
        reading.field("month", () -> new PublishScorecard(input.month()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        command::get,
        written ->
            new ScorecardPayload(
                mutations.shown(() -> mesh.ask(new FindScorecard(input.month(), false))),
                Receipt.of(written),
                List.of()),
        errors -> new ScorecardPayload(null, null, errors));
  }

  record PublishScorecardInput(
      YearMonth month, @Nullable String idempotencyKey, @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record ScorecardPayload(
      @Nullable ScorecardView scorecard, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
