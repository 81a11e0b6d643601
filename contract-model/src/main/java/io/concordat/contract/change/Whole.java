package io.concordat.contract.change;

import java.util.Set;

/** Parts that are there in one document only. */
final class Whole {

  private static final Set<String> ENDS = Set.of("endOfSupport", "endOfLife");

  private Whole() {}

  static ChangeRule removed(Part part) {
    return switch (part.section()) {
      case OBJECT -> ChangeRule.OBJECT_REMOVED;
      case FIELD -> ChangeRule.FIELD_REMOVED;
      case RULE -> ChangeRule.RULE_REMOVED;
      case SLA -> isEnd(part) ? ChangeRule.END_LIFTED : ChangeRule.SLA_REMOVED;
      case SERVER -> ChangeRule.SERVER_REMOVED;
      case ROLE -> ChangeRule.ROLE_REMOVED;
      case SUPPORT -> ChangeRule.SUPPORT_REMOVED;
      case MEMBER -> ChangeRule.TEAM_CHANGED;
      case RELATIONSHIP -> ChangeRule.RELATIONSHIP_REMOVED;
      case CUSTOM_PROPERTY -> ChangeRule.CUSTOM_PROPERTY_CHANGED;
      case CONTRACT -> throw new IllegalArgumentException("a contract is not a part of itself");
    };
  }

  static ChangeRule added(Part part) {
    return switch (part.section()) {
      case OBJECT -> ChangeRule.OBJECT_ADDED;
      case FIELD -> ChangeRule.FIELD_ADDED;
      case RULE -> ChangeRule.RULE_ADDED;
      case SLA -> isEnd(part) ? ChangeRule.END_SET : ChangeRule.SLA_ADDED;
      case SERVER -> ChangeRule.SERVER_ADDED;
      case ROLE -> ChangeRule.ROLE_ADDED;
      case SUPPORT -> ChangeRule.SUPPORT_ADDED;
      case MEMBER -> ChangeRule.TEAM_CHANGED;
      case RELATIONSHIP -> ChangeRule.RELATIONSHIP_ADDED;
      case CUSTOM_PROPERTY -> ChangeRule.CUSTOM_PROPERTY_CHANGED;
      case CONTRACT -> throw new IllegalArgumentException("a contract is not a part of itself");
    };
  }

  static boolean isEnd(Part sla) {
    Facet property = sla.facet("property");
    return property != null && ENDS.contains(property.value());
  }

  /** What a part says in short, for people. */
  static String text(Part part) {
    Facet said =
        switch (part.section()) {
          case SLA, CUSTOM_PROPERTY -> part.facet("value");
          case RULE -> part.facet("accepts");
          case FIELD -> part.facet("logicalType");
          case SERVER -> part.facet("type");
          case CONTRACT, OBJECT, ROLE, SUPPORT, MEMBER, RELATIONSHIP -> null;
        };
    return said == null ? part.name() : said.text();
  }
}
