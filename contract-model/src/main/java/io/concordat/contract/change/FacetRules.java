package io.concordat.contract.change;

import static io.concordat.contract.change.ChangeRule.*;

import io.concordat.contract.change.Delta.FacetDelta;
import io.concordat.contract.commitment.NoticePeriod;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which row of the table a single difference is. */
final class FacetRules {

  private static final List<String> CLASSES =
      List.of("public", "internal", "confidential", "restricted");

  /** How far a contract has come, by its status. */
  private static final Map<String, Integer> STAGES =
      Map.ofEntries(
          Map.entry("proposed", 0),
          Map.entry("draft", 0),
          Map.entry("development", 0),
          Map.entry("in development", 0),
          Map.entry("active", 1),
          Map.entry("current", 1),
          Map.entry("production", 1),
          Map.entry("deprecated", 2),
          Map.entry("retired", 3));

  private static final Set<String> TABLES = Set.of("table", "view", "materialized view");

  /** Facets of servers that are not about where the data is and in which form. */
  private static final Set<String> SERVER_NOTES =
      Set.of("server", "id", "description", "customProperties", "warehouse");

  private FacetRules() {}

  /** The row; null where another change tells the difference already. */
  static @Nullable ChangeRule of(Delta delta, FacetDelta facet) {
    return switch (delta.before().section()) {
      case CONTRACT -> contract(facet);
      case OBJECT -> object(delta, facet);
      case FIELD -> field(delta, facet);
      case RULE -> PromiseRules.rule(delta, facet);
      case SLA -> PromiseRules.sla(delta, facet);
      case SERVER -> SERVER_NOTES.contains(facet.of()) ? SERVER_NOTE : SERVER_MOVED;
      case ROLE ->
          facet.of().equals("access") || facet.of().equals("role") ? ROLE_CHANGED : ROLE_NOTE;
      case SUPPORT -> SUPPORT_CHANGED;
      case MEMBER -> TEAM_CHANGED;
      case RELATIONSHIP -> RELATIONSHIP_NOTE;
      case CUSTOM_PROPERTY -> CUSTOM_PROPERTY_CHANGED;
    };
  }

  /** What people call a facet. */
  static String spoken(String of) {
    String name = of.substring(of.indexOf('.') + 1);
    return switch (name) {
      case "dataGranularityDescription" -> "granularity";
      case "businessName" -> "business name";
      case "transformSourceObjects" -> "sources";
      case "transformLogic", "transformDescription" -> "transformation";
      case "dataProduct" -> "data product";
      default -> name;
    };
  }

  private static ChangeRule contract(FacetDelta facet) {
    return switch (facet.of()) {
      case "id" -> CONTRACT_ID_CHANGED;
      case "apiVersion" -> STANDARD_CHANGED;
      case "status" -> status(facet);
      case "name" -> NAME_CHANGED;
      case "domain", "dataProduct", "tenant" -> BELONGING_CHANGED;
      case "description.purpose", "description.usage", "description.limitations" ->
          DESCRIPTION_CHANGED;
      case "price" -> price(facet);
      case NoticePeriod.PROPERTY -> notice(facet);
      default -> facet.of().startsWith("team.") ? TEAM_CHANGED : words(facet);
    };
  }

  private static ChangeRule words(FacetDelta facet) {
    return switch (facet.of()) {
      case "description", "businessName", "dataGranularityDescription" -> DESCRIPTION_CHANGED;
      case "tags" -> TAGS_CHANGED;
      case "examples" -> EXAMPLES_CHANGED;
      case "authoritativeDefinitions", "description.authoritativeDefinitions" ->
          DEFINITIONS_CHANGED;
      case "id" -> STABLE_ID_CHANGED;
      default -> OTHER_CHANGED;
    };
  }

  private static ChangeRule status(FacetDelta facet) {
    int before = stage(facet.before());
    int after = stage(facet.after());
    if (after >= 2 && after > before) {
      return STATUS_ENDING;
    }
    if (before < 0 || after < 0 || before == after) {
      return STATUS_CHANGED;
    }
    return before == 1 ? STATUS_WITHDRAWN : STATUS_RAISED;
  }

  private static int stage(@Nullable Facet status) {
    return status == null
        ? -1
        : STAGES.getOrDefault(status.text().strip().toLowerCase(Locale.ROOT), -1);
  }

  private static ChangeRule price(FacetDelta facet) {
    NormalForm.Price before = price(facet.before());
    NormalForm.Price after = price(facet.after());
    boolean free = before.amount().signum() == 0 || after.amount().signum() == 0;
    if (!free && !before.unit().equals(after.unit())) {
      return PRICE_CHANGED;
    }
    int order = after.amount().compareTo(before.amount());
    return order == 0 ? OTHER_CHANGED : order > 0 ? PRICE_RAISED : PRICE_LOWERED;
  }

  private static NormalForm.Price price(@Nullable Facet facet) {
    return facet != null && facet.meaning() instanceof NormalForm.Price price
        ? price
        : new NormalForm.Price(BigDecimal.ZERO, "");
  }

  private static ChangeRule notice(FacetDelta facet) {
    boolean longer =
        facet.before() == null
            || (facet.after() != null
                && facet.after().meaning() instanceof NoticePeriod after
                && facet.before().meaning() instanceof NoticePeriod before
                && !before.isLongerThan(after));
    return longer ? NOTICE_LENGTHENED : NOTICE_SHORTENED;
  }

  private static @Nullable ChangeRule object(Delta delta, FacetDelta facet) {
    return switch (facet.of()) {
      case "name" -> OBJECT_RENAMED;
      case "physicalName" -> physicalName(delta);
      case "physicalType" -> physicalKind(facet);
      default -> words(facet);
    };
  }

  private static ChangeRule physicalKind(FacetDelta facet) {
    boolean alike =
        facet.before() != null
            && facet.after() != null
            && TABLES.contains(lower(facet.before()))
            && TABLES.contains(lower(facet.after()));
    if (alike) {
      return TABLE_OR_VIEW;
    }
    if (facet.before() != null
        && facet.after() != null
        && lower(facet.before()).equals(lower(facet.after()))) {
      return PHYSICAL_TYPE_RESPELLED;
    }
    return facet.before() == null
        ? PHYSICAL_TYPE_ADDED
        : facet.after() == null ? PHYSICAL_TYPE_REMOVED : PHYSICAL_KIND_CHANGED;
  }

  private static String lower(Facet facet) {
    return facet.text().strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable ChangeRule physicalName(Delta delta) {
    String before = stored(delta.before());
    String after = stored(delta.after());
    return before.equals(after) ? null : PHYSICAL_NAME_CHANGED;
  }

  private static String stored(Part part) {
    Facet physical = part.facet("physicalName");
    Facet name = part.facet("name");
    return physical != null ? physical.text() : name == null ? "" : name.text();
  }

  private static @Nullable ChangeRule field(Delta delta, FacetDelta facet) {
    return switch (facet.of()) {
      case "name" ->
          delta.before().name().endsWith("[]") && delta.after().name().endsWith("[]")
              ? DESCRIPTION_CHANGED
              : FIELD_RENAMED;
      case "physicalName" -> physicalName(delta);
      case "primaryKey", "partitioned" -> null;
      case "required", "options.required" -> isMore(facet) ? REQUIRED_PROMISED : REQUIRED_WITHDRAWN;
      case "unique", "options.uniqueItems" ->
          facet.after() != null ? UNIQUE_PROMISED : UNIQUE_WITHDRAWN;
      case "logicalType" -> logicalType(facet);
      case "physicalType" -> physicalType(facet);
      case "classification" -> classification(facet);
      case "semanticType" ->
          kept(facet, SEMANTIC_TYPE_ADDED, SEMANTIC_TYPE_REMOVED, SEMANTIC_TYPE_CHANGED);
      case "encryptedName" -> facet.before() == null ? ENCRYPTION_ADDED : ENCRYPTION_CHANGED;
      case "criticalDataElement" -> CRITICALITY_CHANGED;
      case "transformSourceObjects", "transformLogic", "transformDescription" -> LINEAGE_CHANGED;
      case ValueParts.VALUES -> values(facet);
      default ->
          facet.of().startsWith("options.") ? option(facet.of().substring(8), facet) : words(facet);
    };
  }

  private static ChangeRule option(String name, FacetDelta facet) {
    return switch (name) {
      case "lower" -> range(facet, true);
      case "upper" -> range(facet, false);
      case "minLength" -> number(facet, true) ? LENGTH_WIDENED : LENGTH_NARROWED;
      case "maxLength" -> number(facet, false) ? LENGTH_WIDENED : LENGTH_NARROWED;
      case "minItems", "minProperties" -> number(facet, true) ? SIZE_WIDENED : SIZE_NARROWED;
      case "maxItems", "maxProperties" -> number(facet, false) ? SIZE_WIDENED : SIZE_NARROWED;
      case "multipleOf" -> isMultiple(facet) ? STEP_NARROWED : STEP_WIDENED;
      case "pattern" -> kept(facet, PATTERN_ADDED, PATTERN_REMOVED, PATTERN_CHANGED);
      case "format" -> format(facet);
      case "timezone", "defaultTimezone" -> TIME_ZONE_CHANGED;
      default -> OTHER_CHANGED;
    };
  }

  private static ChangeRule kept(
      FacetDelta facet, ChangeRule added, ChangeRule removed, ChangeRule changed) {
    return facet.before() == null ? added : facet.after() == null ? removed : changed;
  }

  /** Whether a flag came, or a set of names has all the old ones and more. */
  private static boolean isMore(FacetDelta facet) {
    Collection<?> before = members(facet.before());
    return facet.before() == null
        || (facet.after() != null && members(facet.after()).containsAll(before));
  }

  private static Collection<?> members(@Nullable Facet facet) {
    return facet != null && facet.meaning() instanceof Collection<?> set ? set : Set.of();
  }

  private static ChangeRule values(FacetDelta facet) {
    if (facet.before() == null || facet.after() == null) {
      return facet.before() == null ? VALUES_LISTED : VALUES_OPENED;
    }
    return members(facet.before()).containsAll(members(facet.after()))
        ? VALUES_REMOVED
        : VALUES_ADDED;
  }

  private static ChangeRule logicalType(FacetDelta facet) {
    if (facet.before() == null || facet.after() == null) {
      return facet.before() == null ? TYPE_ADDED : TYPE_REMOVED;
    }
    String change = facet.before().text() + ">" + facet.after().text();
    return switch (change) {
      case "integer>number" -> TYPE_WIDENED;
      case "number>integer" -> TYPE_NARROWED;
      default -> TYPE_CHANGED;
    };
  }

  private static ChangeRule physicalType(FacetDelta facet) {
    if (facet.before() == null || facet.after() == null) {
      return facet.before() == null ? PHYSICAL_TYPE_ADDED : PHYSICAL_TYPE_REMOVED;
    }
    PhysicalType before = PhysicalType.of(facet.before().text());
    PhysicalType after = PhysicalType.of(facet.after().text());
    return switch (after.to(before)) {
      case SAME -> PHYSICAL_TYPE_RESPELLED;
      case WIDER -> PHYSICAL_TYPE_WIDENED;
      case NARROWER -> PHYSICAL_TYPE_NARROWED;
      case OTHER -> PHYSICAL_TYPE_CHANGED;
    };
  }

  private static ChangeRule format(FacetDelta facet) {
    if (facet.before() == null || facet.after() == null) {
      return facet.before() == null ? FORMAT_ADDED : FORMAT_REMOVED;
    }
    Optional<NumberFormat> before = NumberFormat.of(facet.before().text());
    Optional<NumberFormat> after = NumberFormat.of(facet.after().text());
    if (before.isEmpty() || after.isEmpty()) {
      return FORMAT_CHANGED;
    }
    return after.get().isWithin(before.get()) ? FORMAT_NARROWED : FORMAT_WIDENED;
  }

  private static ChangeRule classification(FacetDelta facet) {
    if (facet.after() == null) {
      return CLASSIFICATION_REMOVED;
    }
    int after = CLASSES.indexOf(lower(facet.after()));
    if (facet.before() == null) {
      boolean harmless = after == 0 || after == 1;
      return harmless ? CLASSIFICATION_ADDED : CLASSIFICATION_RAISED;
    }
    int before = CLASSES.indexOf(lower(facet.before()));
    if (before < 0 || after < 0) {
      return CLASSIFICATION_CHANGED;
    }
    return after > before ? CLASSIFICATION_RAISED : CLASSIFICATION_LOWERED;
  }

  /** Whether more numbers are allowed at an end; an end that is not there allows all. */
  private static boolean number(FacetDelta facet, boolean lower) {
    if (facet.before() == null || facet.after() == null) {
      return facet.after() == null;
    }
    int order =
        new BigDecimal(facet.after().value()).compareTo(new BigDecimal(facet.before().value()));
    return lower ? order < 0 : order > 0;
  }

  private static boolean isMultiple(FacetDelta facet) {
    if (facet.before() == null || facet.after() == null) {
      return facet.before() == null;
    }
    BigDecimal before = new BigDecimal(facet.before().value());
    BigDecimal after = new BigDecimal(facet.after().value());
    return before.signum() > 0 && after.remainder(before).signum() == 0;
  }

  private static ChangeRule range(FacetDelta facet, boolean lower) {
    if (!(facet.before() != null && facet.before().meaning() instanceof ValueParts.Bound before)) {
      return RANGE_NARROWED;
    }
    if (!(facet.after() != null && facet.after().meaning() instanceof ValueParts.Bound after)) {
      return RANGE_WIDENED;
    }
    Integer order = order(before, after);
    if (order == null) {
      return RANGE_CHANGED;
    }
    boolean wider =
        order == 0 ? after.included() && !before.included() : lower ? order < 0 : order > 0;
    return wider ? RANGE_WIDENED : RANGE_NARROWED;
  }

  /** How the new end stands to the old one; null where they cannot be compared. */
  private static @Nullable Integer order(ValueParts.Bound before, ValueParts.Bound after) {
    BigDecimal old = before.value();
    BigDecimal young = after.value();
    if (old != null && young != null) {
      return young.compareTo(old);
    }
    String form = "[0-9T:.-]+Z?";
    boolean sortable =
        before.text().length() == after.text().length()
            && before.text().matches(form)
            && after.text().matches(form);
    return sortable ? Integer.valueOf(after.text().compareTo(before.text())) : null;
  }
}
