package io.concordat.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static final int MANY = 20_000;

  @Test
  void ofManyPartsWithOneKeyThoseThatSayTheSameBelongTogether() {
    List<Part> before = new ArrayList<>();
    List<Part> after = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      before.add(part(i / 2));
      after.add(part(i / 2));
    }
    Collections.shuffle(after, new Random(7));

    Pairing pairing = Pairing.of(before, after);

    assertThat(pairing.pairs()).hasSize(MANY);
    assertThat(pairing.pairs())
        .allMatch(pair -> pair.before().content().equals(pair.after().content()));
    assertThat(pairing.pairs().stream().map(Pairing.Pair::after).distinct()).hasSize(MANY);
    assertThat(pairing.removed()).isEmpty();
    assertThat(pairing.added()).isEmpty();
  }

  @Test
  void whatSaysSomethingElseIsPairedOnlyWhereThereAreAsMany() {
    assertThat(Pairing.of(List.of(part(1), part(2)), List.of(part(2), part(3))).pairs())
        .extracting(pair -> said(pair.before()) + ">" + said(pair.after()))
        .containsExactly("2>2", "1>3");

    Pairing fewer = Pairing.of(List.of(part(1), part(2), part(4)), List.of(part(2), part(3)));
    assertThat(fewer.pairs())
        .extracting(pair -> said(pair.before()) + ">" + said(pair.after()))
        .containsExactly("2>2");
    assertThat(fewer.removed()).extracting(PairingTest::said).containsExactly("1", "4");
    assertThat(fewer.added()).extracting(PairingTest::said).containsExactly("3");
  }

  private static Part part(int said) {
    Part part = new Part(Section.RULE, "$", "rule", null, List.of("one key"));
    part.put("value", new Facet("$", "value", Integer.toString(said), "", null));
    return part;
  }

  private static String said(Part part) {
    Facet value = part.facet("value");
    return value == null ? "" : value.value();
  }
}
