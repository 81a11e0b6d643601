package io.concordat.contract.odcs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where consumers find help; each text is null where not given.
 *
 * @param channel its name
 * @param tool such as {@code email} or {@code slack}
 * @param scope such as {@code interactive} or {@code announcements}
 */
public record SupportChannel(
    Locus at,
    @Nullable String id,
    String channel,
    @Nullable String url,
    @Nullable String description,
    @Nullable String tool,
    @Nullable String scope,
    @Nullable String invitationUrl,
    List<CustomProperty> customProperties) {

  public SupportChannel {
    customProperties = List.copyOf(customProperties);
  }
}
