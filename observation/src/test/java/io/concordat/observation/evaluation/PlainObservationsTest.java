package io.concordat.observation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainObservationsTest {

  private static final List<String> TEXTS =
      List.of("a", "p/s/d", "1.4.0", " a", "a ", " ", "", "ä", "\\u0061", "a\\n", "x".repeat(201));

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-0.0",
          "0.1",
          "1.5",
          "-2.25",
          "00",
          "01",
          "1.",
          ".5",
          "+1",
          "1e3",
          "1E-3",
          "NaN",
          "-Infinity",
          "999999999999999",
          "9007199254740993",
          "0.000000000000001",
          "123456789.123456",
          "0.30000000000000004",
          "99999999999999999999",
          "null",
          "true",
          "\"2\"",
          "[1]",
          "{}");

  private static final List<String> TIMES =
      List.of(
          "2026-03-01T10:00:00Z",
          "2026-03-01T10:00:00.250Z",
          "2026-03-01T10:00:00.25Z",
          "2026-03-01T12:00:00+02:00",
          "2026-02-30T10:00:00Z",
          "2024-02-29T23:59:59.999Z",
          "2026-03-01T24:00:00Z",
          "2026-03-01T10:60:00Z",
          "0000-01-01T00:00:00Z",
          "2026/03/01T10:00:00Z",
          "2026-03-01t10:00:00z",
          "2026-0a-01T10:00:00Z",
          "2026-03-01T10:00:00");

  private static final String PLAIN =
      "{\"id\":\"a\",\"contract\":\"p/s/d\",\"commitment\":\"freshness\",\"value\":2,\"unit\":\"h\","
          + "\"observedAt\":\"2026-03-01T10:00:00Z\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        PLAIN,
        "{\"id\": \"1\", \"contract\": \"c\", \"version\": \"1.0.0\", \"commitment\": \"r\","
            + " \"passed\": 10, \"failed\": 0, \"producer\": \"dbt\","
            + " \"observedAt\": \"2026-03-01T10:00:00.250Z\"}",
        "{\"value\":-12.375,\"id\":\"1\",\"contract\":\"c\",\"commitment\":\"r\","
            + "\"observedAt\":\"2026-03-01T10:00:00Z\"}"
      })
  void whatProducersUsuallyWriteIsPlain(String line) {
    byte[] body = (line + "\n").getBytes(StandardCharsets.UTF_8);
    PlainObservations plain = new PlainObservations(body);
    assertThat(plain.read(0)).isNotNull();
    assertThat(plain.end()).isEqualTo(body.length - 1);
  }

  /** A member that is not known makes a line other than plain, and changes nothing else. */
  @Property(tries = 3_000)
  void whatIsReadIsWhatTheFullReaderReads(@ForAll long seed) {
    Random chance = new Random(seed);
    StringBuilder lines = new StringBuilder();
    StringBuilder full = new StringBuilder();
    for (int count = 1 + chance.nextInt(4); count > 0; count--) {
      String line = line(chance);
      String end = count == 1 ? "" : pick(chance, List.of("\n", "\r\n", " \n", "\n\n"));
      lines.append(line).append(end);
      full.append(line.replaceFirst("\\{", "{\"other\":0,")).append(end);
    }
    assertThat(read(lines.toString())).isEqualTo(read(full.toString()));
  }

  /** One byte after the other is put in the place of another. */
  @Property(tries = 3_000)
  void aByteThatIsOtherIsReadByBothAlike(@ForAll long seed) {
    Random chance = new Random(seed);
    char[] line = PLAIN.toCharArray();
    line[1 + chance.nextInt(line.length - 1)] = (char) chance.nextInt(128);
    String changed = new String(line);
    assertThat(read(changed)).isEqualTo(read("{\"other\":0," + changed.substring(1)));
  }

  private static String line(Random chance) {
    List<String> members = new ArrayList<>();
    for (String name : List.of("id", "contract", "commitment", "version", "producer", "unit")) {
      if (chance.nextInt(8) > 0) {
        String text = chance.nextInt(4) > 0 ? "a" + chance.nextInt(50) : pick(chance, TEXTS);
        members.add(member(chance, name, '"' + text + '"'));
      }
    }
    String time = chance.nextInt(3) > 0 ? TIMES.getFirst() : pick(chance, TIMES);
    members.add(member(chance, "observedAt", '"' + time + '"'));
    if (chance.nextInt(3) > 0) {
      members.add(member(chance, "value", number(chance)));
    } else {
      members.add(member(chance, "passed", number(chance)));
      members.add(member(chance, "failed", number(chance)));
    }
    if (chance.nextInt(6) == 0) {
      members.add(pick(chance, members));
    }
    Collections.shuffle(members, chance);
    String text = "{" + String.join(pick(chance, List.of(",", ", ", " ,\t")), members) + "}";
    return chance.nextInt(10) == 0 ? text.substring(0, text.length() - 1) : text;
  }

  private static String member(Random chance, String name, String value) {
    return '"' + name + '"' + pick(chance, List.of(":", ": ", "\t:")) + value;
  }

  private static String number(Random chance) {
    return switch (chance.nextInt(4)) {
      case 0 -> pick(chance, NUMBERS);
      case 1 -> String.valueOf(chance.nextInt(1_000_000));
      case 2 -> String.valueOf(chance.nextInt(1_000_000) / 1e3);
      default -> String.valueOf(chance.nextDouble());
    };
  }

  private static <T> T pick(Random chance, List<T> some) {
    return some.get(chance.nextInt(some.size()));
  }

  private static List<Object> read(String body) {
    List<Object> told = new ArrayList<>();
    ObservationReader.readLines(
        body.getBytes(StandardCharsets.UTF_8),
        new ObservationReader.Sink() {
          @Override
          public void take(Observation observation, int line, String path) {
            told.add(List.of(observation, line, path));
          }

          @Override
          public void refuse(Flaw flaw) {
            told.add(List.of(flaw.fault(), flaw.line(), flaw.path()));
          }
        });
    return told;
  }
}
