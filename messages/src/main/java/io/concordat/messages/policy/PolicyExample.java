package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.concordat.messages.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A contract that shows what a policy means: the tests that a policy ships with.
 *
 * @param name what it shows, one line of at most 200 characters, unique within the policy
 * @param passes true where the policy is kept, false where it is broken
 * @param document ODCS as YAML or JSON, at most 20,000 characters; only the parts that differ from
 *     the specimen contract have to be written
 * @param previous the version before it, in the same way; null where the document is a first
 *     version
 */
public record PolicyExample(
    String name,
    boolean passes,
    String document,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String previous) {

  /** Most characters of a document. */
  public static final int MAX_DOCUMENT = 20_000;

  public PolicyExample {
    Shape.line("exampleName", name, 200);
    Shape.text("exampleDocument", document, MAX_DOCUMENT);
    previous = Shape.optionalText("examplePrevious", previous, MAX_DOCUMENT);
  }
}
