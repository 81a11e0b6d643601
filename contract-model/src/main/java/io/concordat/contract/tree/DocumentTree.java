package io.concordat.contract.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * A YAML 1.2 or JSON text as a tree.
 *
 * @param root null where nothing could be read
 * @param problems in the order in which they were met; the tree can be there in spite of some, such
 *     as a name that is written twice
 */
public record DocumentTree(@Nullable Node root, List<Problem> problems) {

  /** The longest text that is read, in UTF-16 code units. */
  public static final int MAX_LENGTH = 2_000_000;

  /** The deepest nesting of mappings and lists that is read. */
  public static final int MAX_DEPTH = 100;

  /** The most nodes that a document may have, those that its aliases repeat counted each time. */
  public static final int MAX_NODES = 200_000;

  /**
   * The parser copies its whole buffer each time it runs out of it, so that one long value would
   * take the square of its length; the buffer holds the text at once.
   */
  private static final int SMALLEST_BUFFER = 1_024;

  public DocumentTree {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a text. Never throws, whatever the text is; takes at most time and memory that grow with
   * its length.
   */
  public static DocumentTree read(String text) {
    if (text.length() > MAX_LENGTH) {
      return unreadable(
          new Span(1, 1, 0, 0),
          "The document has " + text.length() + " characters; the limit is " + MAX_LENGTH + ".");
    }
    String content = withoutJsonTabs(text.startsWith("\uFEFF") ? text.substring(1) : text);
    int broken = brokenSurrogate(content);
    if (broken >= 0) {
      return unreadable(
          spanAt(content, content.codePointCount(0, broken)),
          "The text holds half of a character here (a lone surrogate); save it as UTF-8 again.");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("document")
            .setCodePointLimit(MAX_LENGTH + 1)
            .setBufferSize(Math.max(SMALLEST_BUFFER, content.length()))
            .build();
    TreeBuilder builder = new TreeBuilder();
    try {
      Node root = builder.build(new Parse(settings).parseString(content).iterator());
      return new DocumentTree(root, builder.problems());
    } catch (TreeBuilder.Unreadable unreadable) {
      return new DocumentTree(null, List.of(unreadable.problem()));
    } catch (MarkedYamlEngineException malformed) {
      return unreadable(spanOf(malformed), "Not well-formed: " + explain(malformed) + ".");
    } catch (ReaderException badCharacter) {
      return unreadable(
          spanAt(content, badCharacter.getPosition()),
          "The character U+%04X is not allowed in YAML; take it out or escape it."
              .formatted(badCharacter.getCodePoint()));
    } catch (YamlVersionException version) {
      return unreadable(
          builder.here(), "The document asks for another YAML; write YAML 1.2 or JSON.");
    } catch (YamlEngineException malformed) {
      return unreadable(builder.here(), "Not well-formed: " + malformed.getMessage() + ".");
    } catch (RuntimeException parserFault) {
      // Whatever text makes the parser stumble is the text's problem, never the caller's.
      return unreadable(builder.here(), "Not well-formed near this line; the parser gave up.");
    }
  }

  /** Index of a surrogate without its other half; -1 where there is none. */
  private static int brokenSurrogate(String content) {
    for (int i = 0; i < content.length(); i++) {
      if (Character.isSurrogate(content.charAt(i))) {
        int codePoint = content.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /**
   * JSON may be indented with tabs, which YAML refuses. In a document that starts as JSON does,
   * each tab between tokens becomes a space, so that everything stays in its place.
   */
  private static String withoutJsonTabs(String content) {
    if (content.indexOf('\t') < 0 || !content.stripLeading().startsWith("{")) {
      return content;
    }
    StringBuilder result = new StringBuilder(content);
    char quote = 0;
    for (int i = 0; i < result.length(); i++) {
      char c = result.charAt(i);
      if (quote == 0) {
        quote = c == '"' || c == '\'' ? c : 0;
        if (c == '\t') {
          result.setCharAt(i, ' ');
        }
      } else if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return result.toString();
  }

  private static DocumentTree unreadable(Span span, String message) {
    return new DocumentTree(null, List.of(new Problem(Paths.ROOT, span, message)));
  }

  private static Span spanOf(MarkedYamlEngineException malformed) {
    return malformed
        .getProblemMark()
        .or(malformed::getContextMark)
        .map(mark ->
            new Span(mark.getLine() + 1, mark.getColumn() + 1, mark.getIndex(), mark.getIndex()))
        .orElse(new Span(1, 1, 0, 0));
  }

  private static String explain(MarkedYamlEngineException malformed) {
    String problem = malformed.getProblem();
    String context = malformed.getContext();
    if (problem == null || problem.isBlank()) {
      return context == null ? "the text breaks off" : context;
    }
    String where =
        context == null
            ? ""
            : malformed
                .getContextMark()
                .map(mark -> " (" + context + " that starts on line " + (mark.getLine() + 1) + ")")
                .orElse(" (" + context + ")");
    return problem + where;
  }

  private static Span spanAt(String content, int codePoints) {
    int line = 1;
    int column = 1;
    int seen = 0;
    for (int i = 0; i < content.length() && seen < codePoints; seen++) {
      int codePoint = content.codePointAt(i);
      i += Character.charCount(codePoint);
      boolean broken =
          codePoint == '\n'
              || (codePoint == '\r' && (i >= content.length() || content.charAt(i) != '\n'));
      line += broken ? 1 : 0;
      column = broken ? 1 : column + 1;
    }
    return new Span(line, column, seen, seen);
  }
}
