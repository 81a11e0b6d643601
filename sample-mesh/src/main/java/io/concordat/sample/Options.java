package io.concordat.sample;

import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param url of the service
 * @param products altogether; the hand-written ones where it is less
 * @param seed of the generated ones
 * @param months complete months of compliance before the current one
 * @param parallel requests under way at a time
 * @param patienceSeconds how long a request is tried again while the service is away
 */
record Options(
    URI url,
    int products,
    long seed,
    int months,
    int parallel,
    int patienceSeconds,
    boolean quiet,
    boolean help) {

  static final String USAGE =
      """
      Loads the sample mesh, a retail and payments company, through the public GraphQL API.
      What is there already stays as it is, so it can be run again at any time.

      Usage: java -jar sample-mesh.jar [options]
        --url URL         the service (http://127.0.0.1:8080)
        --products N      generate further products up to N altogether (70, at most 5880)
        --seed N          of the generated products (23)
        --months N        complete months of compliance before the current one, 0 to 24 (3)
        --parallel N      requests under way at a time, 1 to 64 (16)
        --patience N      seconds for which a request is tried again while the service is away (60)
        --quiet           tells only what goes wrong
        --help            this text

      Ends with 0 when everything is loaded, with 1 when something was refused or the service could not
      answer, with 2 when an option is not understood.
      """;

  private static final Options DEFAULTS =
      new Options(URI.create("http://127.0.0.1:8080"), 0, 23, 3, 16, 60, false, false);

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * Reads the command line; {@code --name value} and {@code --name=value} mean the same.
   *
   * @throws IllegalArgumentException with a sentence on the option that is not understood
   */
  static Options of(List<String> arguments) {
    Iterator<String> rest =
        arguments.stream()
            .flatMap(given ->
                given.startsWith("--") && given.contains("=")
                    ? List.of(given.split("=", 2)).stream()
                    : List.of(given).stream())
            .iterator();
    Options read = DEFAULTS;
    while (rest.hasNext()) {
      read = read.with(rest.next(), rest);
    }
    return read;
  }

  private Options with(String option, Iterator<String> rest) {
    return switch (option) {
      case "--help", "-h" ->
          new Options(url, products, seed, months, parallel, patienceSeconds, quiet, true);
      case "--quiet" ->
          new Options(url, products, seed, months, parallel, patienceSeconds, true, help);
      case "--url" ->
          new Options(
              url(value(option, rest)),
              products,
              seed,
              months,
              parallel,
              patienceSeconds,
              quiet,
              help);
      case "--products" ->
          new Options(
              url,
              number(option, rest, 0, 5_880),
              seed,
              months,
              parallel,
              patienceSeconds,
              quiet,
              help);
      case "--seed" ->
          new Options(
              url,
              products,
              number(option, rest, 0, Integer.MAX_VALUE),
              months,
              parallel,
              patienceSeconds,
              quiet,
              help);
      case "--months" ->
          new Options(
              url,
              products,
              seed,
              number(option, rest, 0, 24),
              parallel,
              patienceSeconds,
              quiet,
              help);
      case "--parallel" ->
          new Options(
              url,
              products,
              seed,
              months,
              number(option, rest, 1, 64),
              patienceSeconds,
              quiet,
              help);
      case "--patience" ->
          new Options(
              url, products, seed, months, parallel, number(option, rest, 1, 86_400), quiet, help);
      default -> throw new IllegalArgumentException("There is no option " + option + ".");
    };
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest, int least, int most) {
    String text = value(option, rest);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw wrongNumber(option, text, least, most, notANumber);
    }
    throw wrongNumber(option, text, least, most, null);
  }

  private static IllegalArgumentException wrongNumber(
      String option,
      String text,
      int least,
      int most,
      @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        "%s must be a whole number from %d to %d, was '%s'.".formatted(option, least, most, text),
        cause);
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "--url must be a http or https address, was '" + text + "'.");
    }
    return url;
  }
}
