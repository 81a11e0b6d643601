package io.concordat.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.schema.GraphQLNamedType;
import java.util.Set;

/**
 * What a field of a query weighs. One that is read from what was loaded already weighs 1; one for
 * which a document is parsed or judged, or the lineage is walked, weighs {@value #HEAVY}, each time
 * that it is asked for. What is asked for beneath a field is added.
 */
final class Weights implements FieldComplexityCalculator {

  private static final int LIGHT = 1;
  private static final int HEAVY = 50;

  private static final Set<String> WORKED_OUT =
      Set.of(
          "Query.checkContract",
          "Query.recomputeVerdict",
          "Query.whatIf",
          "Mutation.startWhatIf",
          "Proposal.whatIf",
          "Query.compareVersions",
          "Query.impact",
          "Impact.drawing",
          "Query.lineage",
          "Query.lineagePaths",
          "MeshPulse.history",
          "MeshPulse.series",
          "Domain.series",
          "DataProduct.series",
          "DataProductConnection.facets",
          "Query.datasets",
          "DataProduct.lineageDrift",
          "DataProduct.standings",
          "Contract.standings",
          "Contract.probes",
          "ContractVersion.commitments",
          "Round.changes",
          "Incident.downstream",
          "Meeting.draft");

  @Override
  public int calculate(FieldComplexityEnvironment field, int beneath) {
    String name =
        field.getParentType() instanceof GraphQLNamedType type
            ? type.getName() + "." + field.getField().getName()
            : field.getField().getName();
    return beneath + (WORKED_OUT.contains(name) ? HEAVY : LIGHT);
  }
}
