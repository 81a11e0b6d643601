package io.concordat.draft;

/** Lines of YAML, some of them comments for people. */
final class YamlLines {

  private static final int WIDEST_COMMENT = 100;

  private final StringBuilder text = new StringBuilder();

  /** A line of the document. */
  void line(int indent, String content) {
    text.append(" ".repeat(indent)).append(content).append('\n');
  }

  /** A line that is a decision still open: it counts once its mark is taken away. */
  void open(int indent, String content) {
    line(indent, DraftWriter.OPEN + content);
  }

  /** A line of the document, decided or still open. */
  void line(boolean decided, int indent, String content) {
    if (decided) {
      line(indent, content);
    } else {
      open(indent, content);
    }
  }

  /** What a person should know, broken into lines. */
  void comment(int indent, String words) {
    StringBuilder line = new StringBuilder("#");
    for (String word : words.split(" ")) {
      if (indent + line.length() + word.length() >= WIDEST_COMMENT) {
        line(indent, line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    line(indent, line.toString());
  }

  /** An empty line. */
  void gap() {
    text.append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
