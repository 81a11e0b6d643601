package io.concordat.graphql.mesh;

import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.error.UnknownFields;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.FindLineagePaths;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.mesh.LineagePathsView;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
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

  private static final int PATHS = 3;

  private final MeshGateway mesh;

  LineageController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  LineageGraphView lineage(
      @Argument String of,
      @Argument LineageDirection direction,
      @Argument @Nullable Integer depth,
      @Argument @Nullable Instant asOf,
      @Argument @Nullable Boolean fields) {
    return mesh.ask(
            new FindLineage(
                of, direction, depth == null ? 1 : depth, asOf, Boolean.TRUE.equals(fields)))
        .orElseThrow(() ->
            new NoSuchObject(
                RejectionCode.PRODUCT_NOT_FOUND,
                "No data product, contract, consumer or field has the id '" + of + "'."));
  }

  @QueryMapping
  LineagePathsView lineagePaths(
      @Argument String from,
      @Argument @Nullable List<String> fields,
      @Argument String to,
      @Argument @Nullable Instant asOf,
      @Argument @Nullable Integer limit) {
    LineagePathsView paths =
        mesh.ask(
                new FindLineagePaths(
                    from,
                    fields == null ? List.of() : fields,
                    to,
                    asOf,
                    limit == null ? PATHS : limit))
            .orElseThrow(() ->
                new NoSuchObject(
                    RejectionCode.CONTRACT_NOT_FOUND,
                    "No contract, data product or consumer has the id '"
                        + from
                        + "', or none the id '"
                        + to
                        + "'."));
    UnknownFields.refuse(from, paths.unknown());
    return paths;
  }

  @SchemaMapping(typeName = "LineageGraph")
  String drawing(LineageGraphView graph, @Argument DrawingFormat format) {
    return format.draw(graph);
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

  @SchemaMapping(typeName = "LineageNode")
  @Nullable CompletableFuture<DataProductView> product(
      LineageNodeView node, DataLoader<ProductId, DataProductView> products) {
    return node.kind() == LineageNodeKind.DATA_PRODUCT
        ? products.load(new ProductId(node.id()))
        : null;
  }
}
