package io.concordat.projections;

import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Events for tests. */
public final class Samples {

  /** When the first thing happened. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Samples() {}

  /** Some days after the start. */
  public static Instant day(int days) {
    return START.plus(Duration.ofDays(days));
  }

  public static DomainRegistered domain(String id) {
    return new DomainRegistered(
        new DomainId(id), "The " + id, "What " + id + " does", new Subject("director"), START);
  }

  public static DataProductRegistered product(String id) {
    return new DataProductRegistered(
        new ProductId(id),
        "Product " + id,
        "What " + id + " offers",
        new ProductOwner(new Subject("owner"), 50),
        START);
  }

  /** A version with one object {@code rows} and the given fields. */
  public static ContractVersionPublished published(
      String contract, String version, int day, List<String> upstream, FieldOutline... fields) {
    return new ContractVersionPublished(
        new ContractId(contract),
        version,
        "document of " + contract + " " + version,
        "digest",
        new ContractOutline(
            "Contract " + contract,
            "Purpose",
            "active",
            List.of("gold"),
            upstream,
            List.of(new ObjectOutline("rows", null, null, List.of(fields), List.of()))),
        new Verdict(1, List.of()),
        null,
        List.of(),
        day(day),
        new Subject("publisher"));
  }

  /** A field that derives from others. */
  public static FieldOutline field(String path, String... sources) {
    return new FieldOutline(
        path, null, "string", "email-address", "internal", true, null, List.of(sources));
  }
}
