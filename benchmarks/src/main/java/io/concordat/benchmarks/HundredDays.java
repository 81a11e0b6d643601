package io.concordat.benchmarks;

import io.concordat.contract.Digest;
import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.messages.Subject;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.Verdict;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A hundred days of 23 domains and 600 products: 62 % compliance of a product's day, 21 % votes, 12
 * % incidents, 4 % contract versions of 20 fields with lineage, the rest proposals and
 * registrations.
 */
final class HundredDays {

  private static final int DOMAINS = 23;
  private static final int PRODUCTS = 600;
  private static final int VERSIONS_A_DAY = 40;
  private static final int INCIDENTS_A_DAY = 40;
  private static final int PROPOSALS_A_DAY = 9;
  private static final int FIELDS = 20;
  private static final Subject PERSON = new Subject("governance");

  private final int days;
  private final Instant begin;
  private final List<ProductId> products =
      IntStream.range(0, PRODUCTS)
          .mapToObj(i -> new ProductId(domain(i % DOMAINS).value() + "/product-" + i))
          .toList();
  private int published;

  /** The first of the days only, about a thousand events each. */
  HundredDays(int days) {
    this.days = days;
    this.begin = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(days + 1L));
  }

  /** Writes it. */
  void write(History history) throws SQLException {
    for (int i = 0; i < DOMAINS; i++) {
      history.add(
          new DomainRegistered(domain(i), "Domain " + i, "What it does.", null, begin), begin);
    }
    for (ProductId product : products) {
      history.add(
          new DataProductRegistered(
              product, "Product", "What it offers.", new ProductOwner(PERSON, 50), begin),
          begin);
    }
    for (int day = 0; day < days; day++) {
      Instant at = begin.plus(Duration.ofDays(day));
      publications(history, at);
      council(history, at);
      incidents(history, day, at);
      compliance(history, at);
    }
  }

  private static DomainId domain(int number) {
    return new DomainId("domain-" + number);
  }

  private static ContractId contract(ProductId product) {
    return new ContractId(product + "/main");
  }

  private void compliance(History history, Instant at) throws SQLException {
    for (int i = 0; i < PRODUCTS; i++) {
      history.add(
          new ComplianceRecorded(
              products.get(i),
              at,
              at.plus(Duration.ofDays(1)),
              List.of(
                  new CommitmentCount("freshness", 1_430 + i % 10, i % 10),
                  new CommitmentCount("completeness", 288, i % 3),
                  new CommitmentCount("accuracy", 280, i % 7)),
              at.plus(Duration.ofDays(1))),
          at);
    }
  }

  private void incidents(History history, int day, Instant at) throws SQLException {
    for (int i = 0; i < INCIDENTS_A_DAY; i++) {
      IncidentId id = new IncidentId(TimeOrderedIds.next());
      ProductId product = products.get((day * INCIDENTS_A_DAY + i) % PRODUCTS);
      history.add(
          new IncidentOpened(
              id,
              product,
              null,
              "freshness",
              i % 8 == 0 ? IncidentSeverity.HIGH : IncidentSeverity.LOW,
              "The last load is two hours late.",
              at,
              PERSON),
          at);
      history.add(new IncidentAcknowledged(id, at.plusSeconds(600), PERSON), at);
      history.add(
          new IncidentResolved(
              id, ResolutionCause.FIXED, "Loaded again.", at.plusSeconds(5_400), PERSON),
          at);
    }
  }

  private static void council(History history, Instant at) throws SQLException {
    for (int i = 0; i < PROPOSALS_A_DAY; i++) {
      ProposalId id = new ProposalId(TimeOrderedIds.next());
      DomainId author = domain(i);
      history.add(
          new ProposalOpened(
              id,
              author,
              PERSON,
              "Retire a rule",
              "Nobody needs it any more.",
              new PolicyChange.RetirePolicy("rule-" + i),
              null,
              at),
          at);
      history.add(
          new VotingStarted(id, 1, at, at.plus(Duration.ofDays(300)), CouncilRules.DEFAULT, PERSON),
          at);
      List<DomainId> objecting = new ArrayList<>();
      for (int voter = 0; voter < DOMAINS; voter++) {
        boolean objects = voter >= DOMAINS - 3;
        if (objects) {
          objecting.add(domain(voter));
        }
        history.add(
            new VoteCast(
                id,
                1,
                domain(voter),
                new Subject("rep-" + domain(voter)),
                objects ? VoteChoice.OBJECT : VoteChoice.CONSENT,
                "We looked at what it would change for our readers.",
                objects ? "Keep it for another year." : null,
                at),
            at);
      }
      history.add(new ProposalSentBack(id, 1, SentBackReason.OBJECTIONS, objecting, at), at);
    }
  }

  private void publications(History history, Instant at) throws SQLException {
    for (int i = 0; i < VERSIONS_A_DAY; i++) {
      int number = published % PRODUCTS;
      ContractId id = contract(products.get(number));
      String version = "1." + published / PRODUCTS + ".0";
      published++;
      List<ContractId> upstream =
          IntStream.of(number / 2, number / 3)
              .filter(other -> other != number)
              .distinct()
              .mapToObj(other -> contract(products.get(other)))
              .toList();
      String document = PlainContract.document(id.value(), version).substring(0, 6_000);
      history.add(
          new ContractVersionPublished(
              id,
              version,
              document,
              Digest.sha256(document),
              outline(upstream),
              new Verdict(1, List.of()),
              new VerdictBasis(null, List.of()),
              List.of(),
              at,
              PERSON),
          at);
    }
  }

  private static ContractOutline outline(List<ContractId> upstream) {
    List<FieldOutline> fields =
        IntStream.range(0, FIELDS)
            .mapToObj(field ->
                new FieldOutline(
                    "field_" + field,
                    null,
                    "string",
                    "free-text",
                    "internal",
                    field % 2 == 0,
                    "What field " + field + " says.",
                    field < 3 && !upstream.isEmpty()
                        ? List.of(upstream.getFirst() + "#main.field_" + field)
                        : List.of()))
            .toList();
    return new ContractOutline(
        "Main",
        "What its readers rely on.",
        "active",
        List.of("benchmark"),
        upstream.stream().map(ContractId::value).toList(),
        List.of(new ObjectOutline("main", "main", "One row each.", fields, List.of())));
  }
}
