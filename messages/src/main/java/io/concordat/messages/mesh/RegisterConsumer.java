package io.concordat.messages.mesh;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import java.util.List;

/**
 * Declares a consumer and what it reads from now on; other facts take the place of those before.
 * The same facts a second time change nothing.
 *
 * <p>Emits {@code consumer.registered}; rejects with {@code DOMAIN_NOT_FOUND}, {@code
 * CONTRACT_NOT_FOUND}, {@code CONSUMER_EXISTS}, {@code NOT_ALLOWED}.
 *
 * @param consumer domain and slug
 * @param name for people, at most 120 characters
 * @param kind what it is
 * @param purpose why it reads, at most 2,000 characters
 * @param reads contracts that it reads, at least one, at most 200
 * @param jobs jobs by which it reads, as lineage events name them, at most 50
 */
public record RegisterConsumer(
    ConsumerId consumer,
    String name,
    ConsumerKind kind,
    String purpose,
    List<ContractRead> reads,
    List<JobId> jobs)
    implements ConsumerCommand {

  public RegisterConsumer {
    Shape.line("name", name, 120);
    Shape.text("purpose", purpose, 2_000);
    reads = List.copyOf(reads);
    if (reads.isEmpty() || reads.size() > 200) {
      throw new InvalidValue("reads", "must name 1 to 200 contracts, named " + reads.size());
    }
    jobs = List.copyOf(jobs);
    if (jobs.size() > 50) {
      throw new InvalidValue("jobs", "must name 50 jobs at most, named " + jobs.size());
    }
  }

  @Override
  public String stream() {
    return consumer.stream();
  }
}
