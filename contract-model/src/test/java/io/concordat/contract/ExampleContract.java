package io.concordat.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A contract that keeps every founding policy, and texts made of it. */
public final class ExampleContract {

  public static final String ID = "payments/settlements/daily";
  public static final String UPSTREAM = "payments/ledger/entries";

  private ExampleContract() {}

  public static String text() {
    return resource("/io/concordat/contract/settlements.odcs.yaml");
  }

  /** The contract with the first occurrence of a text replaced. */
  public static String with(String replaced, String replacement) {
    String text = text();
    int start = text.indexOf(replaced);
    if (start < 0) {
      throw new IllegalArgumentException("the example has no '" + replaced + "'");
    }
    return text.substring(0, start) + replacement + text.substring(start + replaced.length());
  }

  /** Number, from 1, of the first line that contains a text. */
  public static int lineOf(String document, String contained) {
    List<String> lines = document.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(contained)) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("no line has '" + contained + "'");
  }

  public static String resource(String name) {
    try (InputStream stream = ExampleContract.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
