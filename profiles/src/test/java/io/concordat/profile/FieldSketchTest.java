package io.concordat.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.concordat.profile.BadProfile.Fault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FieldSketchTest {

  private static final double EXACTLY = 1e-6;

  @Test
  void saysWhatItWasGiven() {
    FieldSketch sketch = new FieldSketch(true);
    sketch.addNull();
    for (String text : List.of("AB-2024", "AB-2024", "CD-2025", "x")) {
      sketch.addText(text);
    }
    FieldFigures figures = sketch.figures();
    assertThat(figures.count()).isEqualTo(5);
    assertThat(figures.nulls()).isEqualTo(1);
    assertThat(figures.distinct()).isCloseTo(3, within(0.01));
    assertThat(figures.numbers()).isNull();
    assertThat(figures.top())
        .containsExactly(
            new Frequency("AB-2024", 2), new Frequency("CD-2025", 1), new Frequency("x", 1));
    assertThat(figures.shapes())
        .containsExactly(new Frequency("AA-9999", 3), new Frequency("a", 1));
  }

  @Test
  void whatIsNotFiniteCountsAndStaysOutOfTheMean() {
    FieldSketch sketch = sketchOf(List.of(1.0, 3.0, Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(sketch.notFinite()).isEqualTo(2);
    assertThat(sketch.figures().values()).isEqualTo(4);
    assertThat(sketch.figures().numbers())
        .satisfies(numbers -> {
          assertThat(numbers.mean()).isEqualTo(2);
          assertThat(numbers.deviation()).isEqualTo(1);
        });
    assertThat(FieldSketch.of(sketch.toBytes()).figures()).isEqualTo(sketch.figures());
  }

  @Test
  void anEmptyOneHasFigures() {
    FieldFigures none = new FieldSketch(true).figures();
    assertThat(none.count()).isZero();
    assertThat(none.distinct()).isZero();
    assertThat(FieldSketch.of(new FieldSketch(false).toBytes()).figures()).isEqualTo(none);
  }

  @Test
  void valuesAreKeptOnlyWhereBothKeepThem() {
    FieldSketch shown = new FieldSketch(true);
    shown.addText("Ada");
    FieldSketch hidden = new FieldSketch(false);
    hidden.addText("Bob");
    FieldSketch both = FieldSketch.of(shown.plus(hidden).toBytes());
    assertThat(both.valuesKept()).isFalse();
    assertThat(both.figures().top()).isEmpty();
    assertThat(both.figures().shapes()).containsExactly(new Frequency("Aaa", 2));
  }

  @Property(tries = 200)
  void theOrderOfMergingDoesNotMatter(
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> one,
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> two,
      @ForAll @Size(max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> three) {
    FieldSketch a = sketchOf(one);
    FieldSketch b = sketchOf(two);
    FieldSketch c = sketchOf(three);
    assertSame(a.plus(b).figures(), b.plus(a).figures());
    assertSame(a.plus(b).plus(c).figures(), a.plus(b.plus(c)).figures());
    assertSame(a.plus(new FieldSketch(true)).figures(), a.figures());
  }

  @Property(tries = 20)
  void theMergeOfManyStaysWithinTheBounds(@ForAll @IntRange(min = 2, max = 30) int parts) {
    Random random = new Random(parts);
    int rows = 60_000;
    FieldSketch merged = new FieldSketch(true);
    FieldSketch[] pieces = new FieldSketch[parts];
    Arrays.setAll(pieces, i -> new FieldSketch(true));
    double[] all = random.doubles(rows, 0, 1).toArray();
    for (int i = 0; i < rows; i++) {
      pieces[i % parts].addNumber(all[i]);
    }
    for (FieldSketch piece : pieces) {
      merged = merged.plus(FieldSketch.of(piece.toBytes()));
    }
    FieldFigures figures = merged.figures();
    assertThat(figures.count()).isEqualTo(rows);
    assertThat(figures.distinct()).isCloseTo(rows, within(rows * 0.065));
    FieldFigures.Numbers numbers = figures.numbers();
    assertThat(numbers).isNotNull();
    assertThat(numbers.mean()).isCloseTo(Arrays.stream(all).average().orElseThrow(), within(1e-9));
    for (int i = 0; i < FieldFigures.QUANTILES; i++) {
      assertThat(numbers.quantiles().get(i)).isCloseTo(i / 20.0, within(0.035));
    }
  }

  @Test
  void itsFormIsCompact() {
    FieldSketch sketch = new FieldSketch(true);
    Random random = new Random(1);
    for (int i = 0; i < 1_000_000; i++) {
      sketch.addNumber(random.nextGaussian());
    }
    assertThat(sketch.toBytes().length).isLessThan(20_000);
  }

  @Test
  void aChangedByteIsTold() {
    FieldSketch sketch = sketchOf(List.of(1.0, 2.0, 3.0));
    sketch.addText("Ada");
    byte[] good = sketch.toBytes();
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 0x11;
      assertThatThrownBy(() -> FieldSketch.of(bad))
          .isInstanceOfSatisfying(
              BadProfile.class,
              e ->
                  assertThat(e.fault()).isIn(Fault.PROFILE_CORRUPT, Fault.PROFILE_VERSION_UNKNOWN));
    }
    for (int length = 0; length < good.length; length++) {
      byte[] bad = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> FieldSketch.of(bad)).isInstanceOf(BadProfile.class);
    }
  }

  @Property(tries = 300)
  void bytesThatWereMadeUpAreTold(@ForAll @Size(max = 400) byte[] body) {
    byte[] bytes = new byte[body.length + 5];
    bytes[0] = 1;
    System.arraycopy(body, 0, bytes, 1, body.length);
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) sum.getValue());
    assertThatThrownBy(() -> FieldSketch.of(bytes))
        .isInstanceOfSatisfying(
            BadProfile.class, e -> assertThat(e.fault()).isEqualTo(Fault.PROFILE_CORRUPT));
  }

  @Test
  void figuresThatContradictThemselvesAreRefused() {
    assertThatThrownBy(() -> new FieldFigures(1, 2, 0, null, List.of(), List.of()))
        .hasMessage("there are 2 nulls in 1 rows");
    assertThatThrownBy(() -> new FieldFigures(1, 0, Double.NaN, null, List.of(), List.of()))
        .hasMessage("the distinct count is NaN and must be a finite number");
    assertThatThrownBy(() -> new FieldFigures.Numbers(0, 1, List.of(1.0)))
        .hasMessage("there must be 21 quantiles and not 1");
  }

  @Test
  void shapesOfTexts() {
    assertThat(Shape.of("AB-2024")).isEqualTo("AA-9999");
    assertThat(Shape.of("Ünïted 7\t€")).isEqualTo("Aaaaaa 9 €");
    assertThat(Shape.of("")).isEmpty();
    assertThat(Shape.of("9".repeat(40))).isEqualTo("9".repeat(32) + "…");
    assertThat(Shape.of("😀a")).isEqualTo("😀a");
  }

  private static FieldSketch sketchOf(List<Double> numbers) {
    FieldSketch sketch = new FieldSketch(true);
    numbers.forEach(sketch::addNumber);
    return sketch;
  }

  private static void assertSame(FieldFigures one, FieldFigures other) {
    assertThat(one.count()).isEqualTo(other.count());
    assertThat(one.distinct()).isCloseTo(other.distinct(), within(0.01 + other.distinct() * 1e-3));
    assertThat(one.top()).isEqualTo(other.top());
    if (one.numbers() == null || other.numbers() == null) {
      assertThat(one.numbers()).isEqualTo(other.numbers());
      return;
    }
    assertThat(one.numbers().mean()).isCloseTo(other.numbers().mean(), within(EXACTLY));
    assertThat(one.numbers().deviation())
        .isCloseTo(other.numbers().deviation(), within(EXACTLY * 1e3));
    assertThat(one.numbers().quantiles()).isEqualTo(other.numbers().quantiles());
  }
}
