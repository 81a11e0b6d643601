package io.concordat.messages.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a document that projections link and search by, read once when it was published, so
 * that history does not depend on how a later reader would read it.
 *
 * @param name for people, null where not given
 * @param purpose from the description, null where not given
 * @param status ODCS status as written
 * @param tags as written
 * @param upstream contracts that this one derives from, as declared
 * @param objects in document order
 */
public record ContractOutline(
    @Nullable String name,
    @Nullable String purpose,
    String status,
    List<String> tags,
    List<String> upstream,
    List<ObjectOutline> objects) {

  public ContractOutline {
    tags = List.copyOf(tags);
    upstream = List.copyOf(upstream);
    objects = List.copyOf(objects);
  }
}
