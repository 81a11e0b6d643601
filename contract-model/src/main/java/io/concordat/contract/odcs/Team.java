package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after the data, from both forms that the standard knows: an object with members, or, as
 * before 3.1, the list of members itself, which gives a team without a name.
 *
 * @param at the team; the whole document where it has none
 * @param name null where not given
 * @param members in document order
 */
public record Team(
    Locus at,
    @Nullable String id,
    @Nullable String name,
    @Nullable String description,
    List<TeamMember> members,
    List<String> tags,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public Team {
    members = List.copyOf(members);
    tags = List.copyOf(tags);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
