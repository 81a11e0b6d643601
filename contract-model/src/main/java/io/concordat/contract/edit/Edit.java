package io.concordat.contract.edit;

/**
 * One piece of a text that is replaced by another.
 *
 * @param start offset of the piece, in UTF-16 code units
 * @param end offset after the piece; the start where text is only added
 * @param replacement empty where text is only taken out
 */
public record Edit(int start, int end, String replacement) {

  /** The text with the piece replaced. */
  public String applyTo(String text) {
    return text.substring(0, start) + replacement + text.substring(end);
  }

  /**
   * What takes this change back.
   *
   * @param before the text that this change is applied to
   */
  public Edit inverse(String before) {
    return new Edit(start, start + replacement.length(), before.substring(start, end));
  }
}
