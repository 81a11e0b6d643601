package io.concordat.graphql.compliance;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.LiveChanges;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.compliance.ComplianceView;
import io.concordat.messages.compliance.FindCompliance;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FindDataProducts;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Compliance: read, recorded, watched. */
@Controller
class ComplianceController {

  private final MeshGateway mesh;
  private final LiveChanges changes;
  private final Mutations mutations;

  ComplianceController(MeshGateway mesh, LiveChanges changes, Mutations mutations) {
    this.mesh = mesh;
    this.changes = changes;
    this.mutations = mutations;
  }

  @QueryMapping
  ComplianceView compliance(
      @Argument String product, @Argument Instant from, @Argument Instant to) {
    ProductId id = new ProductId(product);
    if (!to.isAfter(from)) {
      throw new InvalidValue("to", "must be after from");
    }
    if (mesh.ask(new FindDataProducts(Set.of(id))).isEmpty()) {
      throw new NoSuchObject(
          RejectionCode.PRODUCT_NOT_FOUND, "No data product '" + id + "' is registered.");
    }
    return mesh.ask(new FindCompliance(id, from, to));
  }

  @SchemaMapping(typeName = "Compliance")
  CompletableFuture<DataProductView> product(
      ComplianceView compliance, DataLoader<ProductId, DataProductView> products) {
    return products.load(compliance.product());
  }

  @SchemaMapping(typeName = "Compliance")
  List<CommitmentCount> commitments(ComplianceView compliance) {
    return compliance.counts();
  }

  @SubscriptionMapping
  Flux<ComplianceView> complianceChanged(@Argument @Nullable String domain) {
    DomainId only = domain == null ? null : new DomainId(domain);
    return changes
        .compliance()
        .filter(recorded -> only == null || recorded.product().domain().equals(only))
        .concatMap(recorded ->
            Mono.fromCallable(() -> mesh.ask(wholeMonth(recorded)))
                .subscribeOn(Schedulers.boundedElastic()));
  }

  private static FindCompliance wholeMonth(ComplianceRecorded recorded) {
    YearMonth month = YearMonth.from(recorded.from().atOffset(ZoneOffset.UTC));
    return new FindCompliance(recorded.product(), start(month), start(month.plusMonths(1)));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @MutationMapping
  CompliancePayload recordCompliance(@Argument RecordComplianceInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProductId> product = reading.field("product", () -> new ProductId(input.product()));
    Supplier<List<CommitmentCount>> counts =
        reading.field(
            "counts",
            () ->
                input.counts().stream()
                    .map(count ->
                        new CommitmentCount(count.commitment(), count.passed(), count.failed()))
                    .toList());
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> new RecordCompliance(product.get(), input.from(), input.to(), counts.get()),
        written ->
            new CompliancePayload(
                mutations.shown(
                    () -> mesh.ask(new FindCompliance(product.get(), input.from(), input.to()))),
                Receipt.of(written),
                List.of()),
        errors -> new CompliancePayload(null, null, errors));
  }

  record RecordComplianceInput(
      String product,
      Instant from,
      Instant to,
      List<CommitmentCountInput> counts,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record CommitmentCountInput(String commitment, long passed, long failed) {}

  record CompliancePayload(
      @Nullable ComplianceView compliance, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
