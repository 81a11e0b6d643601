package io.concordat.projections.lineage;

import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.mesh.ConsumerEvent;
import io.concordat.messages.mesh.DomainEvent;
import io.concordat.messages.mesh.ProductEvent;
import io.concordat.projections.batch.BatchWriter;
import io.concordat.readstore.graph.GraphSchema;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the lineage graph from the events of domains, products, contracts and consumers. */
@ProcessingGroup(ProcessingGroups.LINEAGE_GRAPH)
public final class LineageProjection {

  private static final Logger LOG = LoggerFactory.getLogger(LineageProjection.class);

  private final LineageStore store;
  private final BatchWriter<LineageChange> writer;

  /** A projection into the graph behind a driver. */
  public LineageProjection(Driver driver, GraphSchema schema) {
    this(new LineageStore(driver, schema));
  }

  LineageProjection(LineageStore store) {
    this.store = store;
    this.writer = new BatchWriter<>(ProcessingGroups.LINEAGE_GRAPH, store);
  }

  @EventHandler
  void on(DomainEvent event, @SequenceNumber long sequence) {
    writer.add(LineageChanges.of(event, sequence));
  }

  @EventHandler
  void on(ProductEvent event, @SequenceNumber long sequence) {
    writer.add(LineageChanges.of(event, sequence));
  }

  @EventHandler
  void on(ConsumerEvent event, @SequenceNumber long sequence) {
    writer.add(LineageChanges.of(event, sequence));
  }

  @EventHandler
  void on(ContractEvent event, @SequenceNumber long sequence) {
    writer.add(LineageChanges.of(event, sequence));
  }

  /**
   * Has the graph plan what the first events will need, in a thread of its own: whoever registers
   * the first domain should not wait for it. Where the graph cannot be reached, the first events
   * do. A node that stops meanwhile has closed its driver, which says so as a wrong state.
   */
  public void prepare() {
    Thread.ofPlatform()
        .daemon()
        .name("lineage-plans")
        .start(() -> {
          try {
            store.prepare();
          } catch (Neo4jException | IllegalStateException unreachable) {
            LOG.debug("The graph has planned nothing yet: {}", unreachable.getMessage());
          }
        });
  }

  @ResetHandler
  void reset() {
    store.empty();
  }
}
