package io.concordat.contract.odps;

import io.concordat.contract.odcs.AuthoritativeDefinition;
import io.concordat.contract.odcs.CustomProperty;
import io.concordat.contract.odcs.Locus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a product is found, observed or controlled. Each nullable component is null where not
 * given.
 *
 * @param content such as {@code discoverability} or {@code observability}
 * @param type such as {@code rest} or {@code topic}
 */
public record ManagementPort(
    Locus at,
    String name,
    String content,
    @Nullable String type,
    @Nullable String url,
    @Nullable String channel,
    @Nullable String description,
    List<String> tags,
    List<AuthoritativeDefinition> authoritativeDefinitions,
    List<CustomProperty> customProperties) {

  public ManagementPort {
    tags = List.copyOf(tags);
    authoritativeDefinitions = List.copyOf(authoritativeDefinitions);
    customProperties = List.copyOf(customProperties);
  }
}
