package io.concordat.contract.suggestion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the end of a field's name says of its meaning. A name is cut into words ({@code
 * customerEmail} and {@code customer_email} are the same); the last words count most.
 */
final class NameEndings {

  /** The most words that are an ending. */
  static final int LONGEST = 4;

  /** Words at the end of a name, and the semantic types that they stand for, best first. */
  private static final Map<String, List<String>> ENDINGS =
      Map.ofEntries(
          entry("email", "email-address"),
          entry("e mail", "email-address"),
          entry("mail", "email-address"),
          entry("email address", "email-address"),
          entry("phone", "phone-number"),
          entry("telephone", "phone-number"),
          entry("mobile", "phone-number"),
          entry("phone number", "phone-number"),
          entry("first name", "person-name"),
          entry("last name", "person-name"),
          entry("full name", "person-name"),
          entry("surname", "person-name"),
          entry("customer name", "person-name"),
          entry("username", "user-name"),
          entry("login", "user-name"),
          entry("birthday", "date-of-birth"),
          entry("birth date", "date-of-birth"),
          entry("birthdate", "date-of-birth"),
          entry("dob", "date-of-birth"),
          entry("ssn", "national-id"),
          entry("sex", "gender"),
          entry("order number", "order-id"),
          entry("order no", "order-id"),
          entry("payment id", "transaction-id"),
          entry("sku", "product-sku"),
          entry("account no", "account-number"),
          entry("invoice id", "invoice-number"),
          entry("invoice no", "invoice-number"),
          entry("guid", "uuid"),
          entry("amount", "monetary-amount"),
          entry("price", "monetary-amount"),
          entry("cost", "monetary-amount"),
          entry("total", "monetary-amount"),
          entry("fee", "monetary-amount"),
          entry("revenue", "monetary-amount"),
          entry("balance", "monetary-amount"),
          entry("cents", "monetary-minor-units"),
          entry("currency", "iso-currency"),
          entry("currency code", "iso-currency"),
          entry("percent", "percentage"),
          entry("pct", "percentage"),
          entry("rate", "ratio"),
          entry("vat rate", "tax-rate"),
          entry("country", "iso-country"),
          entry("country code", "iso-country"),
          entry("city", "city-name"),
          entry("town", "city-name"),
          entry("zip", "postal-code"),
          entry("zip code", "postal-code"),
          entry("postcode", "postal-code"),
          entry("street", "postal-address"),
          entry("address", "postal-address"),
          entry("lat", "latitude"),
          entry("lon", "longitude"),
          entry("lng", "longitude"),
          entry("language", "language-tag"),
          entry("locale", "language-tag"),
          entry("ip", "ip-address"),
          entry("ip addr", "ip-address"),
          entry("host", "host-name"),
          entry("hostname", "host-name"),
          entry("link", "url"),
          entry("uri", "url"),
          entry("created at", "event-timestamp"),
          entry("occurred at", "event-timestamp"),
          entry("at", "event-timestamp"),
          entry("timestamp", "event-timestamp"),
          entry("time", "event-timestamp"),
          entry("ts", "event-timestamp"),
          entry("loaded at", "ingestion-timestamp"),
          entry("ingested at", "ingestion-timestamp"),
          entry("date", "business-date"),
          entry("day", "business-date"),
          entry("month", "calendar-month"),
          entry("timezone", "time-zone"),
          entry("seconds", "duration-seconds"),
          entry("ms", "duration-milliseconds"),
          entry("millis", "duration-milliseconds"),
          entry("status", "status-code"),
          entry("state", "status-code"),
          entry("type", "category-code"),
          entry("kind", "category-code"),
          entry("category", "category-code"),
          entry("channel", "channel-code"),
          entry("unit", "unit-of-measure"),
          entry("quantity", "quantity"),
          entry("qty", "quantity"),
          entry("number of", "count"),
          entry("counts", "count"),
          entry("cnt", "count"),
          entry("num", "count"),
          entry("bytes", "bytes-count"),
          entry("weight kg", "weight-kilograms"),
          entry("kg", "weight-kilograms"),
          entry("temperature", "temperature-celsius"),
          entry("ean", "ean-code"),
          entry("gtin", "ean-code"),
          entry("description", "free-text"),
          entry("comment", "free-text"),
          entry("note", "free-text"),
          entry("notes", "free-text"),
          entry("message", "free-text"),
          entry("title", "label"),
          entry("label", "label"),
          entry("name", "label"),
          entry("payload", "json-payload"),
          entry("hash", "file-hash"),
          entry("sha256", "file-hash"),
          entry("position", "ordinal-position"),
          entry("index", "ordinal-position"),
          entry("rank", "ordinal-position"),
          entry("version", "software-version"),
          entry("id", "surrogate-key", "entity-id"),
          entry("key", "surrogate-key", "entity-id"),
          entry("uid", "entity-id"));

  /** Endings that say so little that a person should look. */
  private static final List<String> VAGUE =
      List.of(
          "id",
          "key",
          "name",
          "type",
          "kind",
          "time",
          "at",
          "rate",
          "total",
          "num",
          "title",
          "version",
          "link",
          "index",
          "rank",
          "position",
          "state",
          "message",
          "hash",
          "balance");

  private NameEndings() {}

  /** The semantic types that an ending stands for besides the one of its own name, best first. */
  static List<String> types(String ending) {
    return ENDINGS.getOrDefault(ending, List.of());
  }

  /** Whether an ending says so little that a person should look. */
  static boolean isVague(String ending) {
    return VAGUE.contains(ending);
  }

  /** All semantic types that an ending can stand for. */
  static List<String> known() {
    return ENDINGS.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /** The words of a name in lower case: at most the last 12 of its first 200 characters. */
  static List<String> words(String name) {
    String shown = name.length() > 200 ? name.substring(0, 200) : name;
    List<String> words =
        Arrays.stream(
                shown
                    .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                    .toLowerCase(Locale.ROOT)
                    .split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return words.subList(Math.max(0, words.size() - 12), words.size());
  }

  private static Map.Entry<String, List<String>> entry(String ending, String... types) {
    return Map.entry(ending, List.of(types));
  }
}
