package io.concordat.contract.edit;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import io.concordat.contract.tree.Span;

/** Where the pieces of a document stand in its text, in UTF-16 code units. */
final class Layout {

  private final String text;
  private final int first;

  Layout(String text) {
    this.text = text;
    this.first = text.startsWith("\uFEFF") ? 1 : 0;
  }

  String text() {
    return text;
  }

  int start(Span span) {
    return text.offsetByCodePoints(first, span.start());
  }

  private int end(Span span) {
    return text.offsetByCodePoints(first, span.end());
  }

  /** Where what is written of a node ends: before the blank lines and comments after it. */
  int end(Node node) {
    return switch (node) {
      case Scalar scalar -> withoutBlanks(start(scalar.span()), end(scalar.span()));
      case Mapping mapping when isFlow(mapping) -> end(mapping.span());
      case Mapping mapping -> end(mapping.entries().lastEntry().getValue().value());
      case Sequence sequence when isFlow(sequence) -> end(sequence.span());
      case Sequence sequence -> end(sequence.items().getLast());
    };
  }

  private int withoutBlanks(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  /** Whether a mapping or a list is written in brackets; a list or mapping without any is. */
  boolean isFlow(Node node) {
    int start = start(node.span());
    char c = start < text.length() ? text.charAt(start) : ' ';
    boolean empty =
        switch (node) {
          case Mapping mapping -> mapping.entries().isEmpty();
          case Sequence sequence -> sequence.items().isEmpty();
          case Scalar scalar -> true;
        };
    return empty || c == '{' || c == '[';
  }

  /** Where the line of an offset begins. */
  int lineStart(int offset) {
    int at = offset;
    while (at > first && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at--;
    }
    return at;
  }

  /** Where the line of an offset ends, before its line break. */
  int lineEnd(int offset) {
    int at = offset;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /** Where the line after that of an offset begins; the end of the text for the last one. */
  int nextLine(int offset) {
    int end = lineEnd(offset);
    return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
  }

  /** The blanks that the line of an offset begins with. */
  String indent(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** The line break that the document uses first. */
  String lineBreak() {
    int at = text.indexOf('\n');
    return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
  }
}
