package io.concordat.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessingGroupsTest {

  @Test
  void everyEventHasGroupsThatReadItAndEveryGroupReadsSomething() {
    Set<String> reading = new HashSet<>();
    EventCatalog.byName().values().forEach(type -> reading.addAll(ProcessingGroups.of(type)));

    assertThat(EventCatalog.byName().values())
        .allSatisfy(type -> assertThat(ProcessingGroups.of(type)).isNotEmpty());
    assertThat(reading).isEqualTo(ProcessingGroups.ALL);
  }
}
