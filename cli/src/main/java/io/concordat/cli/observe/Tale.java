package io.concordat.cli.observe;

import io.concordat.cli.report.Escapes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Tells what the server said of each batch, and sums it up. */
final class Tale implements Sender.Teller {

  private static final int STEP = 100_000;

  private final PrintWriter out;
  private final PrintWriter err;
  private final String noun;
  private long sent;
  private long accepted;
  private long refused;
  private long apart;
  private long untied;
  private long notJudged;
  private int repeated;

  /**
   * Nothing is told yet.
   *
   * @param noun what is sent, singular
   */
  Tale(PrintWriter out, PrintWriter err, String noun) {
    this.out = out;
    this.err = err;
    this.noun = noun;
  }

  @Override
  public void receipt(JsonNode receipt, List<Item> batch) {
    long before = sent;
    sent += batch.size();
    accepted += receipt.path("accepted").asLong(0);
    refused += receipt.path("refused").asLong(0);
    repeated += receipt.path("duplicate").asBoolean(false) ? 1 : 0;
    for (JsonNode problem : receipt.path("errors")) {
      out.println(at(problem, batch) + said(problem));
    }
    for (JsonNode loose : receipt.path("untied")) {
      if (loose.path("code").asString("").equals("RESULT_NOT_JUDGED")) {
        notJudged++;
      } else {
        untied++;
      }
      out.println(at(loose, batch) + said(loose));
    }
    for (JsonNode shown : receipt.path("observations")) {
      out.println(shown(shown, batch));
    }
    for (JsonNode kept : receipt.path("keptApart")) {
      long count = kept.path("count").asLong(0);
      apart += count;
      out.println(
          "%,d kept apart  %s  %s  %s: %s"
              .formatted(
                  count,
                  kept.path("code").asString(""),
                  Escapes.line(kept.path("contract").asString("")),
                  Escapes.line(kept.path("commitment").asString("")),
                  Escapes.line(kept.path("message").asString(""))));
    }
    out.flush();
    if (sent / STEP > before / STEP) {
      err.println(String.format(Locale.ROOT, "%,d sent", sent));
      err.flush();
    }
  }

  private static String at(JsonNode problem, List<Item> batch) {
    int line = problem.path("line").asInt(0);
    if (line < 1 || line > batch.size()) {
      return "";
    }
    Item item = batch.get(line - 1);
    String path = problem.path("path").asString("");
    String within = path.startsWith("$") ? path.substring(1) : path;
    return "%s:%d  %s  "
        .formatted(Escapes.line(item.file()), item.line(), Escapes.line(item.path() + within));
  }

  private static String shown(JsonNode shown, List<Item> batch) {
    Item item = batch.get(Math.clamp(shown.path("line").asInt(1), 1, batch.size()) - 1);
    String version = shown.path("version").asString("");
    return "%s:%d  %s -> %s%s  %s"
        .formatted(
            Escapes.line(item.file()),
            item.line(),
            Escapes.line(shown.path("check").asString("")),
            Escapes.line(shown.path("contract").asString("")),
            version.isEmpty() ? "" : " " + Escapes.line(version),
            Escapes.line(shown.path("commitment").asString("")));
  }

  private static String said(JsonNode problem) {
    String suggestion = problem.path("suggestion").asString("");
    return problem.path("code").asString("")
        + ": "
        + Escapes.line(problem.path("message").asString(""))
        + (suggestion.isEmpty() ? "" : " " + Escapes.line(suggestion));
  }

  @Override
  public void pause(String why, long seconds) {
    err.println("Sent again in " + seconds + " s: " + Escapes.line(why));
    err.flush();
  }

  /** Something was refused before it was sent. */
  void refusedHere(String line) {
    sent++;
    refused++;
    out.println(line);
  }

  /** One sentence with all counts. */
  String summary() {
    StringBuilder said =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%,d %s%s: %,d accepted", sent, noun, sent == 1 ? "" : "s", accepted));
    add(said, refused, "refused");
    add(said, apart, "of them kept apart");
    add(said, untied, "tied to no promise");
    add(said, notJudged, "not judged");
    add(said, repeated, repeated == 1 ? "batch known before" : "batches known before");
    return said.append('.').toString();
  }

  private static void add(StringBuilder said, long count, String what) {
    if (count > 0) {
      said.append(String.format(Locale.ROOT, ", %,d %s", count, what));
    }
  }

  long refused() {
    return refused;
  }

  /** How many do not count for any promise, though nothing is wrong with them. */
  long loose() {
    return apart + untied + notJudged;
  }
}
