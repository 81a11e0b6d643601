package io.concordat.contract.export;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a page for people says, before it becomes HTML or Markdown. All texts are as written. */
record Page(String title, List<Block> blocks) {

  /** Of the web or a mailbox, made of characters that mean nothing in HTML or Markdown. */
  private static final Pattern SAFE_ADDRESS =
      Pattern.compile(
          "(?:https?://|mailto:)[a-z0-9._~:/?#@!$&+,;=%-]{1,2000}", Pattern.CASE_INSENSITIVE);

  Page {
    blocks = List.copyOf(blocks);
  }

  /** A part of a page. */
  sealed interface Block {}

  /**
   * A heading.
   *
   * @param level 2 or 3
   */
  record Heading(int level, String text) implements Block {}

  /** Running text. */
  record Paragraph(String text) implements Block {}

  /** A table with as many cells in each row as in its head. */
  record Table(List<String> head, List<List<Cell>> rows) implements Block {

    public Table {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Code, shown as it is. */
  record Code(String text) implements Block {}

  /**
   * A piece of text.
   *
   * @param link where it leads, null where nowhere; made by {@link #link}
   */
  record Cell(String text, @Nullable String link) {

    static Cell of(@Nullable String text) {
      return new Cell(text == null ? "" : text, null);
    }

    /**
     * A text that leads to an address, if it is one of the web or a mailbox; otherwise the text
     * with the address behind it, which leads nowhere.
     */
    static Cell link(String text, @Nullable String address) {
      if (address == null || address.isBlank()) {
        return of(text);
      }
      return isSafe(address) ? new Cell(text, address.strip()) : of(text + " (" + address + ")");
    }

    private static boolean isSafe(String address) {
      return SAFE_ADDRESS.matcher(address.strip()).matches();
    }
  }
}
