package io.concordat.cli.observe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads observations of a file of any size, one after the other: a JSON list where the first sign
 * is a bracket, else one a line. UTF-8, or UTF-16 with a byte order mark.
 */
final class Source {

  /** Longest line or element, bytes. */
  static final int LONGEST = 1_000_000;

  /** Numbers as they are written, and those that are none: the server says what it cannot take. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final String name;
  private final Consumer<Item> taken;

  private Source(String name, Consumer<Item> taken) {
    this.name = name;
    this.taken = taken;
  }

  /** A file breaks off or is no JSON; what stands before was told. */
  static final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Broken(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads all of it.
   *
   * @param name what the command calls it
   * @param taken told each observation; whether it is one is for the server to say
   * @throws Broken where it cannot be read on
   */
  static void read(String name, InputStream in, Consumer<Item> taken) throws IOException {
    new Source(name, taken).read(new PushbackInputStream(new BufferedInputStream(in, 1 << 16), 4));
  }

  private void read(PushbackInputStream in) throws IOException {
    Charset charset = charset(in);
    InputStream utf8 = charset.equals(StandardCharsets.UTF_8) ? in : new Recoded(in, charset);
    PushbackInputStream text = new PushbackInputStream(utf8, 1);
    int line = 1;
    int first = text.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
      line += first == '\n' ? 1 : 0;
      first = text.read();
    }
    if (first >= 0) {
      text.unread(first);
    }
    if (first == '[') {
      list(text, line);
    } else {
      lines(text, line);
    }
  }

  private static Charset charset(PushbackInputStream in) throws IOException {
    byte[] mark = in.readNBytes(3);
    int length = mark.length;
    int skipped = 0;
    Charset charset = StandardCharsets.UTF_8;
    if (length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
      charset = StandardCharsets.UTF_16BE;
      skipped = 2;
    } else if (length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
      charset = StandardCharsets.UTF_16LE;
      skipped = 2;
    } else if (length == 3
        && mark[0] == (byte) 0xEF
        && mark[1] == (byte) 0xBB
        && mark[2] == (byte) 0xBF) {
      skipped = 3;
    }
    in.unread(mark, skipped, length - skipped);
    return charset;
  }

  private void lines(InputStream in, int from) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int line = from;
    boolean blank = true;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        take(text, blank, line);
        blank = true;
        line++;
      } else {
        blank &= next == ' ' || next == '\t' || next == '\r';
        text.write(next);
        bounded(text.size(), line);
      }
    }
    take(text, blank, line);
  }

  private void take(ByteArrayOutputStream text, boolean blank, int line) {
    if (!blank) {
      taken.accept(new Item(text.toByteArray(), name, line, "$"));
    }
    text.reset();
  }

  private void list(InputStream in, int from) {
    int line = from;
    try (JsonParser json = JSON.createParser(in)) {
      json.nextToken();
      for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
        line = from - 1 + json.currentTokenLocation().getLineNr();
        @Nullable JsonNode element = json.readValueAsTree();
        byte[] text = JSON.writeValueAsBytes(element);
        bounded(text.length, line);
        taken.accept(new Item(text, name, line, "$[" + index + "]"));
      }
      if (json.nextToken() != null) {
        throw new Broken(
            "%s:%d: There is more after the end of the list."
                .formatted(name, from - 1 + json.currentTokenLocation().getLineNr()));
      }
    } catch (JacksonException broken) {
      int at = broken.getLocation() == null ? line : from - 1 + broken.getLocation().getLineNr();
      throw new Broken("%s:%d: It is no JSON: %s".formatted(name, at, broken.getOriginalMessage()));
    }
  }

  private void bounded(int length, int line) {
    if (length > LONGEST) {
      throw new Broken(
          "%s:%d: An observation of more than %,d bytes is none.".formatted(name, line, LONGEST));
    }
  }

  /** The same text in UTF-8; what is no text becomes U+FFFD. */
  private static final class Recoded extends InputStream {

    private final Reader reader;
    private byte[] ready = new byte[0];
    private int next;

    Recoded(InputStream in, Charset charset) {
      reader =
          new InputStreamReader(
              in,
              charset
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPLACE)
                  .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    @Override
    public int read() throws IOException {
      if (next == ready.length && !fill()) {
        return -1;
      }
      return ready[next++] & 0xFF;
    }

    private boolean fill() throws IOException {
      char[] chars = new char[4_096];
      int length = reader.read(chars, 0, chars.length - 1);
      if (length <= 0) {
        return false;
      }
      if (Character.isHighSurrogate(chars[length - 1])) {
        int low = reader.read();
        if (low >= 0) {
          chars[length] = (char) low;
          length++;
        }
      }
      ready = new String(chars, 0, length).getBytes(StandardCharsets.UTF_8);
      next = 0;
      return true;
    }
  }
}
