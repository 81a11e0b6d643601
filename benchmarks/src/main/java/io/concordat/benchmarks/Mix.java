package io.concordat.benchmarks;

import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.messages.Command;
import io.concordat.messages.Subject;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Role;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDomain;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Commands as a busy mesh would send them: of a hundred, 60 record an hour's compliance, 25 vote,
 * 10 open an incident, 4 register a product, and one publishes a contract of 50 fields.
 */
final class Mix {

  private static final int DOMAINS = 23;
  private static final int PRODUCTS = 200;
  private static final int PROPOSALS = 200;
  private static final int HUNDRED = 100;
  private static final Actor ANYBODY =
      new Actor(new Subject("governance"), Set.of(Role.GOVERNANCE_ENGINEER, Role.MACHINE));

  private final Instant month =
      YearMonth.now(ZoneOffset.UTC)
          .minusMonths(1)
          .atDay(1)
          .atStartOfDay()
          .toInstant(ZoneOffset.UTC);
  private final List<ProposalId> proposals = new ArrayList<>();
  private long windows;
  private long votes;
  private long others;

  /**
   * A command and the question whose answer shows it.
   *
   * @param shown text that the answer holds once the command can be read
   */
  record Item(
      String kind,
      Command command,
      Actor actor,
      String question,
      Map<String, String> variables,
      String shown) {}

  /** Registers domains with their seats and products, and opens the ballots. */
  Mix(Node node) {
    for (int i = 0; i < DOMAINS; i++) {
      node.send(new RegisterDomain(domain(i), "Domain " + i, "What it does.", null), ANYBODY);
      node.send(new AppointRepresentative(domain(i), voter(i).subject(), null), ANYBODY);
    }
    for (int i = 0; i < PRODUCTS; i++) {
      node.send(register(product(i)), ANYBODY);
    }
    for (int i = 0; i < PROPOSALS; i++) {
      ProposalId id = new ProposalId(TimeOrderedIds.next());
      Policy policy =
          new Policy(
              "rule-" + i,
              "A rule",
              PolicyFamily.OTHER,
              PolicyScope.CONTRACT,
              Severity.WARNING,
              "true",
              "Never said.",
              "For the load only.");
      node.send(
          new OpenProposal(id, "A rule", "For the load.", new PolicyChange.AddPolicy(policy), null),
          voter(0));
      node.send(new StartVoting(id, Instant.now().plus(Duration.ofDays(30))), voter(0));
      proposals.add(id);
    }
  }

  /** The next one; called by one thread. */
  Item next(long number) {
    long place = number * 37 % HUNDRED;
    if (place < 60) {
      return compliance(windows++);
    }
    if (place < 85) {
      return vote(votes++);
    }
    if (place < 95) {
      return incident(others++);
    }
    return place < 99 ? product(others++) : publication(others++);
  }

  private Item compliance(long number) {
    ProductId product = product((int) (number % PRODUCTS));
    Instant from = month.plus(Duration.ofHours(number / PRODUCTS));
    Instant to = from.plus(Duration.ofHours(1));
    long passed = 1_000_000 + number;
    return new Item(
        "compliance",
        new RecordCompliance(
            product,
            from,
            to,
            List.of(
                new CommitmentCount("freshness", passed, 1),
                new CommitmentCount("completeness", 12, 0))),
        ANYBODY,
        "query($id: ID!, $from: DateTime!, $to: DateTime!) {"
            + " compliance(product: $id, from: $from, to: $to) { commitments { passed } } }",
        Map.of("id", product.value(), "from", from.toString(), "to", to.toString()),
        Long.toString(passed));
  }

  private Item vote(long number) {
    ProposalId proposal = proposals.get((int) (number % PROPOSALS));
    int voter = (int) (number / PROPOSALS % DOMAINS);
    boolean odd = number / PROPOSALS / DOMAINS % 2 == 1;
    String reason = "We looked at it, number " + number + ".";
    return new Item(
        "vote",
        new CastVote(proposal, odd ? VoteChoice.ABSTAIN : VoteChoice.CONSENT, reason, null),
        voter(voter),
        "query($id: ID!) { proposal(id: $id) { status votes { reason } } }",
        Map.of("id", proposal.toString()),
        reason);
  }

  private Item incident(long number) {
    IncidentId id = new IncidentId(TimeOrderedIds.next());
    return new Item(
        "incident",
        new OpenIncident(
            id,
            product((int) (number % PRODUCTS)),
            null,
            "freshness",
            IncidentSeverity.LOW,
            "Two hours late."),
        ANYBODY,
        "query($id: ID!) { incident(id: $id) { id status } }",
        Map.of("id", id.toString()),
        "OPEN");
  }

  private Item product(long number) {
    ProductId id = new ProductId(domain((int) (number % DOMAINS)).value() + "/new-" + number);
    return new Item(
        "product",
        register(id),
        ANYBODY,
        "query($id: ID!) { dataProduct(id: $id) { owner { subject } }"
            + " lineage(of: $id, direction: UPSTREAM) { nodes { id } } }",
        Map.of("id", id.value()),
        "governance");
  }

  private Item publication(long number) {
    ContractId id = new ContractId(product((int) (number % PRODUCTS)) + "/contract-" + number);
    return new Item(
        "publication",
        new PublishContractVersion(id, PlainContract.document(id.value(), "1.0.0")),
        ANYBODY,
        "query($id: ID!) { contract(id: $id) { current { version } }"
            + " lineage(of: $id, direction: UPSTREAM) { nodes { id } } }",
        Map.of("id", id.value()),
        "1.0.0");
  }

  private static RegisterDataProduct register(ProductId id) {
    return new RegisterDataProduct(
        id, "Product", "What it offers.", new ProductOwner(ANYBODY.subject(), 50));
  }

  private static DomainId domain(int number) {
    return new DomainId("domain-" + number);
  }

  private static ProductId product(int number) {
    return new ProductId(domain(number % DOMAINS).value() + "/product-" + number);
  }

  private static Actor voter(int domain) {
    return new Actor(new Subject("rep-domain-" + domain), Set.of(Role.VIEWER));
  }
}
