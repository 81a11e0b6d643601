package io.concordat.contract.odcs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A place where the data is served.
 *
 * @param server its identifier
 * @param type such as {@code snowflake}
 * @param environment such as {@code prod}, null where not given
 * @param fields what its type asks for, such as {@code account} and {@code database}, each as
 *     written, in document order; only single values
 */
public record Server(
    Locus at,
    @Nullable String id,
    String server,
    String type,
    @Nullable String environment,
    @Nullable String description,
    List<Role> roles,
    SequencedMap<String, String> fields,
    List<CustomProperty> customProperties) {

  public Server {
    roles = List.copyOf(roles);
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    customProperties = List.copyOf(customProperties);
  }
}
