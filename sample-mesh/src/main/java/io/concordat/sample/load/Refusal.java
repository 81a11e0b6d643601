package io.concordat.sample.load;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was not taken.
 *
 * @param about what was sent, such as the path of a document
 * @param code stable code, or the id of the policy that was broken
 * @param path part of the input or of the document; empty where it is the whole
 * @param line in the document, from 1; null where there is none
 */
record Refusal(String about, String code, String path, @Nullable Integer line, String message) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(about);
    if (line != null) {
      text.append(':').append(line);
    }
    text.append(": ").append(code);
    if (!path.isEmpty()) {
      text.append(" at ").append(path);
    }
    return text.append(": ").append(message).toString();
  }
}
