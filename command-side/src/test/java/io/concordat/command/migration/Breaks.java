package io.concordat.command.migration;

import static io.concordat.command.Callers.NOW;
import static io.concordat.command.FakeMesh.DAILY;

import io.concordat.messages.Subject;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ReaderView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A break of one field, and who reads the contract. */
final class Breaks {

  static final MigrationId LEFT = MigrationId.of(DAILY, "1.4.0");
  static final Instant END = NOW.plus(Duration.ofDays(30));
  static final AffectedElements AMOUNT = new AffectedElements(false, List.of("settlements.amount"));

  static final ParticipantId DASHBOARD = new ParticipantId("finance:cfo-dashboard");
  static final ParticipantId POSITIONS = new ParticipantId("treasury/positions/daily");
  static final ParticipantId LATECOMER = new ParticipantId("risk:exposure-model");

  /** Speaks for {@link #DASHBOARD}. */
  static final Subject FINANCE = new Subject("rep-finance");

  private Breaks() {}

  static LeftVersion left(boolean retired) {
    return new LeftVersion("2.0.0", END, retired);
  }

  static List<ReaderView> readers() {
    return List.of(
        new ReaderView(POSITIONS, List.of("settlements.amount.currency", "settlements.id")),
        new ReaderView(DASHBOARD, List.of()),
        new ReaderView(new ParticipantId("fraud:scores"), List.of("settlements.amounts")),
        new ReaderView(new ParticipantId("ops/reports/daily"), List.of("settlements.id")));
  }

  static MigrationOpened opened() {
    return new MigrationOpened(
        LEFT, "2.0.0", AMOUNT, END, List.of(takesPart(DASHBOARD), takesPart(POSITIONS)), NOW);
  }

  static MigrationParticipant takesPart(ParticipantId participant) {
    return new MigrationParticipant(participant, List.of("settlements.amount"));
  }

  static MigrationState after(MigrationEvent... events) {
    MigrationState state = new MigrationState.Unopened();
    for (MigrationEvent event : events) {
      state = MigrationDecider.evolve(state, event);
    }
    return state;
  }

  static MigrationFacts facts(boolean retired) {
    return new MigrationFacts(left(retired), _ -> AMOUNT, _ -> readers(), null, Set.of());
  }

  /** The same as a port. */
  static MigrationDirectory directory(boolean retired) {
    return new MigrationDirectory() {
      @Override
      public Optional<LeftVersion> left(MigrationId migration) {
        return migration.equals(LEFT) ? Optional.of(Breaks.left(retired)) : Optional.empty();
      }

      @Override
      public AffectedElements affected(MigrationId migration, String successor) {
        return AMOUNT;
      }

      @Override
      public Set<Subject> speakersFor(ParticipantId participant) {
        return participant.equals(DASHBOARD) ? Set.of(FINANCE) : Set.of();
      }
    };
  }
}
