package io.concordat.graphql.mesh;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.AffectedKind;
import io.concordat.messages.mesh.FieldPair;
import io.concordat.messages.mesh.ImpactLevel;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageGraphView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of a lineage over which a change goes: what is affected, and the edges on which it comes
 * there. Contracts stand as their products, as in any lineage.
 */
final class ImpactDrawing {

  private final ImpactView impact;
  private final Map<String, Affected> contracts = new HashMap<>();
  private final Set<String> drawn = new HashSet<>();

  private ImpactDrawing(ImpactView impact, String root) {
    this.impact = impact;
    drawn.add(root);
    for (Affected affected : impact.affected()) {
      if (affected.kind() == AffectedKind.CONTRACT) {
        contracts.put(affected.id(), affected);
        drawn.add(new ContractId(affected.id()).product().value());
      } else {
        drawn.add(affected.id());
      }
    }
  }

  /** How far a lineage must go to hold all that is affected, 1 to 50. */
  static int depth(ImpactView impact) {
    return Math.max(1, impact.affected().stream().mapToInt(Affected::depth).max().orElse(1));
  }

  /**
   * The affected part.
   *
   * @param lineage downstream of what the impact is of, with the fields of its edges
   */
  static LineageGraphView of(LineageGraphView lineage, ImpactView impact) {
    ImpactDrawing drawing = new ImpactDrawing(impact, lineage.root());
    return new LineageGraphView(
        lineage.root(),
        lineage.nodes().stream().filter(node -> drawing.drawn.contains(node.id())).toList(),
        lineage.edges().stream().filter(drawing::carries).toList());
  }

  private boolean carries(LineageEdgeView edge) {
    if (!drawn.contains(edge.upstream()) || !drawn.contains(edge.downstream())) {
      return false;
    }
    ContractId contract = edge.contract();
    if (contract == null) {
      return true;
    }
    Affected affected = contracts.get(contract.value());
    if (contract.value().equals(impact.of())) {
      return impact.fields().isEmpty() || anyOf(edge, contract, impact.fields());
    }
    if (affected == null) {
      return contract.product().value().equals(impact.of());
    }
    return affected.level() == ImpactLevel.PRODUCT || anyOf(edge, contract, affected.fields());
  }

  /** An edge of which the fields are not known may carry anything. */
  private static boolean anyOf(LineageEdgeView edge, ContractId contract, List<String> fields) {
    return edge.fields().isEmpty()
        || edge.fields().stream()
            .map(FieldPair::upstream)
            .anyMatch(field ->
                fields.stream()
                    .anyMatch(changed -> concerns(contract.value() + "#" + changed, field)));
  }

  /** A field changes with its parts, and with what it is part of. */
  private static boolean concerns(String changed, String field) {
    return changed.equals(field) || isPart(changed, field) || isPart(field, changed);
  }

  private static boolean isPart(String part, String whole) {
    return part.startsWith(whole)
        && part.length() > whole.length()
        && ".[".indexOf(part.charAt(whole.length())) >= 0;
  }
}
