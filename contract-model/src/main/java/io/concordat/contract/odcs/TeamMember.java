package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a contract's team; each text is null where not given.
 *
 * @param username empty where a document of before 3.1 gives none
 * @param role free text such as {@code owner}
 * @param dateIn since when, as written; the standard asks for a date
 * @param dateOut until when, as written
 */
public record TeamMember(
    Locus at,
    @Nullable String id,
    String username,
    @Nullable String name,
    @Nullable String role,
    @Nullable String description,
    @Nullable String dateIn,
    @Nullable String dateOut,
    @Nullable String replacedByUsername,
    List<String> tags,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public TeamMember {
    tags = List.copyOf(tags);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
