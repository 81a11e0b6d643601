package io.concordat.contract.policy;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import java.util.List;
import java.util.Optional;

/** The types that policies are written in; {@code docs/policies.md} says what each field means. */
final class PolicyTypes {

  private static final CelType STRING = SimpleType.STRING;
  private static final CelType BOOL = SimpleType.BOOL;
  private static final CelType DOUBLE = SimpleType.DOUBLE;
  private static final CelType STRINGS = ListType.create(STRING);
  private static final CelType CUSTOM = MapType.create(STRING, SimpleType.DYN);

  static final StructShape DESCRIPTION =
      StructShape.of("concordat.Description").with(STRING, "purpose", "usage", "limitations");

  static final StructShape MEMBER =
      StructShape.of("concordat.Member").with(STRING, "username", "name", "role");

  static final StructShape SLA =
      StructShape.of("concordat.Sla")
          .with(STRING, "property", "value", "unit", "element", "driver", "description")
          .with(DOUBLE, "number", "seconds", "percent");

  static final StructShape QUALITY_RULE =
      StructShape.of("concordat.QualityRule")
          .with(STRING, "id", "name", "type", "dimension", "metric", "operator", "unit", "query")
          .with(STRING, "severity", "description", "element")
          .with(ListType.create(DOUBLE), "operands")
          .with(DOUBLE, "tolerance");

  static final StructShape EXAMPLE_QUERY =
      StructShape.of("concordat.ExampleQuery").with(STRING, "title", "sql");

  static final StructShape SERVER =
      StructShape.of("concordat.Server").with(STRING, "server", "type", "environment");

  static final StructShape SEMANTIC_TYPE =
      StructShape.of("concordat.SemanticType")
          .with(STRING, "name", "description", "pattern", "unit", "leastClassification", "example")
          .with(STRINGS, "logicalTypes");

  static final StructShape FIELD =
      StructShape.of("concordat.Field")
          .with(STRING, "name", "path", "object", "logicalType", "physicalType", "physicalName")
          .with(STRING, "semanticType", "classification", "description", "businessName")
          .with(BOOL, "isLeaf", "required", "unique", "primaryKey", "criticalDataElement")
          .with(STRINGS, "tags", "sources")
          .with(listOf(QUALITY_RULE), "quality")
          .with(CUSTOM, "customProperties");

  static final StructShape OBJECT =
      StructShape.of("concordat.Object")
          .with(STRING, "name", "physicalName", "physicalType", "description", "businessName")
          .with(STRING, "dataGranularity")
          .with(STRINGS, "tags")
          .with(listOf(FIELD), "fields")
          .with(listOf(QUALITY_RULE), "quality")
          .with(CUSTOM, "customProperties");

  static final StructShape CONTRACT =
      StructShape.of("concordat.Contract")
          .with(STRING, "id", "version", "apiVersion", "status", "name", "domain", "dataProduct")
          .with(STRING, "tenant")
          .with(reference(DESCRIPTION), "description")
          .with(STRINGS, "tags", "owners", "upstream", "unknownUpstream")
          .with(BOOL, "upstreamDeclared")
          .with(listOf(MEMBER), "team")
          .with(listOf(SLA), "slas")
          .with(listOf(QUALITY_RULE), "quality")
          .with(listOf(EXAMPLE_QUERY), "exampleQueries")
          .with(listOf(SERVER), "servers")
          .with(listOf(OBJECT), "objects")
          .with(listOf(FIELD), "fields")
          .with(CUSTOM, "customProperties");

  static final StructShape CHANGE =
      StructShape.of("concordat.Change")
          .with(STRING, "kind", "rule", "path", "element", "description", "before", "after");

  static final StructShape UNDECLARED =
      StructShape.of("concordat.Undeclared").with(STRING, "contract", "namespace", "name", "since");

  static final StructShape DIFFERENCE =
      StructShape.of("concordat.SchemaDifference")
          .with(STRING, "field", "kind", "namespace", "name", "promised", "observed");

  static final StructShape DRIFT =
      StructShape.of("concordat.Drift")
          .with(STRING, "state", "asOf", "observedAt")
          .with(listOf(UNDECLARED), "undeclared")
          .with(STRINGS, "unobserved")
          .with(listOf(DIFFERENCE), "schema");

  static final StructShape BUDGET_SHARE =
      StructShape.of("concordat.BudgetShare")
          .with(STRING, "commitment")
          .with(DOUBLE, "objective", "checks", "failed", "allowed")
          .with(BOOL, "spent");

  static final StructShape BUDGET =
      StructShape.of("concordat.Budget")
          .with(STRING, "state", "asOf", "month")
          .with(STRINGS, "spent")
          .with(listOf(BUDGET_SHARE), "shares");

  static final List<StructShape> ALL =
      List.of(
          CONTRACT,
          CHANGE,
          DESCRIPTION,
          MEMBER,
          SLA,
          QUALITY_RULE,
          EXAMPLE_QUERY,
          SERVER,
          OBJECT,
          FIELD,
          SEMANTIC_TYPE,
          DRIFT,
          UNDECLARED,
          DIFFERENCE,
          BUDGET,
          BUDGET_SHARE);

  /** The type of the variable {@code semanticTypes}. */
  static final CelType SEMANTIC_TYPES = MapType.create(STRING, reference(SEMANTIC_TYPE));

  /** The type of the variable {@code upstreamContracts}. */
  static final CelType CONTRACTS = MapType.create(STRING, reference(CONTRACT));

  /** The type of the variable {@code changes}. */
  static final CelType CHANGES = listOf(CHANGE);

  /** The type of the variable {@code parameters}. */
  static final CelType PARAMETERS = MapType.create(STRING, DOUBLE);

  private static final ImmutableMap<String, CelType> BY_NAME =
      ALL.stream().collect(ImmutableMap.toImmutableMap(StructShape::name, StructShape::type));

  static final CelTypeProvider PROVIDER =
      new CelTypeProvider() {
        @Override
        public ImmutableCollection<CelType> types() {
          return BY_NAME.values();
        }

        @Override
        public Optional<CelType> findType(String typeName) {
          return Optional.ofNullable(BY_NAME.get(typeName));
        }
      };

  private PolicyTypes() {}

  static CelType reference(StructShape shape) {
    return StructTypeReference.create(shape.name());
  }

  private static CelType listOf(StructShape shape) {
    return ListType.create(reference(shape));
  }
}
