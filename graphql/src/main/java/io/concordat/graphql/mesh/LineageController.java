package io.concordat.graphql.mesh;

import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeView;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What derives from what. */
@Controller
class LineageController {

  private final MeshGateway mesh;

  LineageController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  LineageGraphView lineage(
      @Argument String of,
      @Argument LineageDirection direction,
      @Argument @Nullable Integer depth,
      @Argument @Nullable Instant asOf) {
    return mesh.ask(new FindLineage(of, direction, depth == null ? 1 : depth, asOf))
        .orElseThrow(() ->
            new NoSuchObject(
                RejectionCode.PRODUCT_NOT_FOUND,
                "No data product, contract or consumer has the id '" + of + "'."));
  }

  @SchemaMapping(typeName = "LineageGraph")
  LineageNodeView root(LineageGraphView graph) {
    return graph.nodes().getFirst();
  }

  @SchemaMapping(typeName = "LineageNode")
  @Nullable CompletableFuture<DomainView> domain(
      LineageNodeView node, DataLoader<DomainId, DomainView> domains) {
    DomainId domain = node.domain();
    return domain == null ? null : domains.load(domain);
  }
}
