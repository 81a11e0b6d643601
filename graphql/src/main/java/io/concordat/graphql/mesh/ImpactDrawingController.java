package io.concordat.graphql.mesh;

import graphql.schema.DataFetchingEnvironment;
import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageGraphView;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Draws who is affected by a change. */
@Controller
class ImpactDrawingController {

  private final MeshGateway mesh;

  ImpactDrawingController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @SchemaMapping(typeName = "Impact")
  String drawing(
      ImpactView impact, @Argument DrawingFormat format, DataFetchingEnvironment environment) {
    @Nullable Instant asOf =
        Objects.requireNonNull(
                environment.getExecutionStepInfo().getParent(), "an impact is asked for")
            .getArgument("asOf");
    LineageGraphView lineage =
        mesh.ask(
                new FindLineage(
                    impact.of(),
                    LineageDirection.DOWNSTREAM,
                    ImpactDrawing.depth(impact),
                    asOf,
                    true))
            .orElseThrow(() ->
                new NoSuchObject(
                    RejectionCode.CONTRACT_NOT_FOUND,
                    "No contract, data product or consumer has the id '" + impact.of() + "'."));
    return format.draw(ImpactDrawing.of(lineage, impact));
  }
}
