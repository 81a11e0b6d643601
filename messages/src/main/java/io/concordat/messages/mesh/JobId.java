package io.concordat.messages.mesh;

import io.concordat.messages.Shape;

/**
 * A job as lineage events name it. Any text of one line; compared to the character.
 *
 * @param namespace the scheduler's, at most 500 characters
 * @param name unique within the namespace, at most 500 characters
 */
public record JobId(String namespace, String name) {

  public JobId {
    Shape.line("jobs", namespace, 500);
    Shape.line("jobs", name, 500);
  }
}
