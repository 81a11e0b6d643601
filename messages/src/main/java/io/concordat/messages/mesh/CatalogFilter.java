package io.concordat.messages.mesh;

import io.concordat.messages.Shape;
import io.concordat.messages.compliance.ComplianceBand;
import io.concordat.messages.policy.Classification;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a look into the catalog is narrowed to. Several values of one kind widen it: a product fits
 * where one of them does.
 *
 * @param text words to look for in names, descriptions, fields, semantic types, tags and owners;
 *     null for all
 * @param domain only products of this domain; null for all
 * @param drifting only products of which a contract has drifted from the rules, or only those of
 *     which none has; null for all
 * @param classifications only products with a field of one of these; empty for all
 * @param semanticTypes only products with a field of one of these; empty for all
 * @param compliance only products whose checks stand like one of these; empty for all
 */
public record CatalogFilter(
    @Nullable String text,
    @Nullable DomainId domain,
    @Nullable Boolean drifting,
    Set<Classification> classifications,
    Set<String> semanticTypes,
    Set<ComplianceBand> compliance) {

  public CatalogFilter {
    classifications = Set.copyOf(classifications);
    semanticTypes = Set.copyOf(semanticTypes);
    compliance = Set.copyOf(compliance);
    semanticTypes.forEach(type -> Shape.line("semanticType", type, 200));
  }

  /** By text and domain alone. */
  public static CatalogFilter of(@Nullable String text, @Nullable DomainId domain) {
    return new CatalogFilter(text, domain, null, Set.of(), Set.of(), Set.of());
  }
}
