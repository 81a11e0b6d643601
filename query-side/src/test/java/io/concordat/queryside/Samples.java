package io.concordat.queryside;

import io.concordat.messages.Subject;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Events for tests. */
public final class Samples {

  /** The first day of October 2026. */
  public static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

  private Samples() {}

  /** Some days after the start. */
  public static Instant day(int days) {
    return START.plus(Duration.ofDays(days));
  }

  public static DomainRegistered domain(String id) {
    return new DomainRegistered(new DomainId(id), "The " + id, "What it does", null, START);
  }

  public static DataProductRegistered product(String id, String name, String description) {
    return new DataProductRegistered(
        new ProductId(id),
        name,
        description,
        new ProductOwner(new Subject("maria.owner"), 50),
        START);
  }

  public static DataProductRegistered product(String id) {
    return product(id, "Product " + id, "What it offers");
  }

  public static ContractVersionPublished published(
      String contract, String version, int day, String... upstream) {
    return published(contract, version, day, List.of("gold"), List.of(), upstream);
  }

  public static ContractVersionPublished published(
      String contract,
      String version,
      int day,
      List<String> tags,
      List<String> fields,
      String... upstream) {
    return new ContractVersionPublished(
        new ContractId(contract),
        version,
        "document of " + contract + " " + version + "\n# ünïcode",
        "digest-" + version,
        new ContractOutline(
            null,
            "Purpose of it",
            "active",
            tags,
            List.of(upstream),
            List.of(
                new ObjectOutline(
                    "rows",
                    null,
                    null,
                    fields.stream()
                        .map(field ->
                            new FieldOutline(
                                field, null, "string", "iso-currency", null, true, null, List.of()))
                        .toList(),
                    List.of()))),
        new Verdict(1, List.of(new Violation("docs", Severity.WARNING, "$", null, "Say more"))),
        null,
        List.of(),
        day(day),
        new Subject("publisher"));
  }

  public static ContractVersionRejected rejected(String contract, int day) {
    return new ContractVersionRejected(
        new ContractId(contract),
        null,
        "not yaml: [",
        "digest-rejected",
        new Verdict(1, List.of(new Violation("yaml", Severity.ERROR, "$", 1, "Not YAML"))),
        null,
        day(day),
        new Subject("publisher"));
  }

  public static ConsumerRegistered consumer(String id, int day, String... contracts) {
    return new ConsumerRegistered(
        new ConsumerId(id),
        "Consumer " + id,
        ConsumerKind.DASHBOARD,
        "To see",
        Arrays.stream(contracts)
            .map(contract -> new ContractRead(new ContractId(contract), List.of("rows.amount")))
            .toList(),
        new Subject("someone"),
        day(day),
        List.of());
  }

  public static ComplianceRecorded recorded(String product, int day, long passed, long failed) {
    return new ComplianceRecorded(
        new ProductId(product),
        day(day),
        day(day + 1),
        List.of(
            new CommitmentCount("freshness", passed, 0),
            new CommitmentCount("accuracy", 0, failed)),
        day(day + 1));
  }

  public static IncidentOpened incident(int number, String product, int day) {
    return new IncidentOpened(
        new IncidentId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number)),
        new ProductId(product),
        new ContractId(product + "/daily"),
        "freshness",
        IncidentSeverity.HIGH,
        "Late by an hour",
        day(day),
        new Subject("monitor"));
  }
}
