package io.concordat.command.product;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.FakeMesh.SETTLEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.Callers;
import io.concordat.command.Streams;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.CancelMaintenance;
import io.concordat.messages.mesh.MaintenanceCancelled;
import io.concordat.messages.mesh.MaintenanceId;
import io.concordat.messages.mesh.MaintenancePlanned;
import io.concordat.messages.mesh.PlanMaintenance;
import io.concordat.messages.mesh.ProductEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaintenanceRulesTest {

  private static final MaintenanceId FIRST = new MaintenanceId(new UUID(0, 1));
  private static final MaintenanceId SECOND = new MaintenanceId(new UUID(0, 2));
  private static final ProductState NONE = new ProductState.Unregistered();
  private static final ProductState REGISTERED = after(NONE, ProductDeciderTest.REGISTERED);
  private static final MaintenancePlanned PLANNED =
      planned(FIRST, NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(2)));

  private static ProductState after(ProductState state, ProductEvent... events) {
    ProductState current = state;
    for (ProductEvent event : events) {
      current = ProductDecider.evolve(current, event);
    }
    return current;
  }

  private static MaintenancePlanned planned(MaintenanceId id, Instant from, Instant until) {
    return new MaintenancePlanned(SETTLEMENTS, id, from, until, "New disks", NOW, Callers.OWNER);
  }

  private static PlanMaintenance plan(
      MaintenanceId id, @Nullable Duration from, Duration untilFromNow) {
    return new PlanMaintenance(
        SETTLEMENTS, id, from == null ? null : NOW.plus(from), NOW.plus(untilFromNow), "New disks");
  }

  private static Decision<ProductEvent> owner(ProductState state, PlanMaintenance command) {
    return MaintenanceRules.decide(state, command, Callers.owner());
  }

  @Test
  void theOwnerPlansAWindow() {
    assertAccepted(
        owner(REGISTERED, plan(FIRST, Duration.ofHours(1), Duration.ofHours(2))), PLANNED);
  }

  @Test
  void aWindowWithoutABeginningBeginsNow() {
    assertAccepted(
        owner(REGISTERED, plan(FIRST, null, Duration.ofHours(2))),
        planned(FIRST, NOW, NOW.plus(Duration.ofHours(2))));
  }

  @ParameterizedTest
  @CsvSource({"PT-0.001S, PT1H", "PT1H, PT1H", "PT2H, PT1H", "PT0S, PT168H0.001S", "P367D, P368D"})
  void aWindowOutsideOfTheBoundsIsRefused(Duration from, Duration until) {
    assertRejected(
        owner(REGISTERED, plan(FIRST, from, until)),
        RejectionCode.MAINTENANCE_OUT_OF_BOUNDS,
        "A window");
  }

  @ParameterizedTest
  @CsvSource({"PT30M, PT61M", "PT61M, PT62M", "PT119M, PT4H", "PT30M, PT4H"})
  void windowsOfAProductDoNotOverlap(Duration from, Duration until) {
    assertRejected(
        owner(after(REGISTERED, PLANNED), plan(SECOND, from, until)),
        RejectionCode.MAINTENANCE_OVERLAPS,
        "from");
  }

  @Test
  void aWindowMayFollowAnother() {
    assertAccepted(
        owner(after(REGISTERED, PLANNED), plan(SECOND, Duration.ofHours(2), Duration.ofHours(3))),
        planned(SECOND, NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(3))));
  }

  @Test
  void thereAreFiftyAheadAtMost() {
    ProductState full =
        after(
            REGISTERED,
            IntStream.range(0, 50)
                .mapToObj(day ->
                    planned(
                        new MaintenanceId(new UUID(1, day)),
                        NOW.plus(Duration.ofDays(day)),
                        NOW.plus(Duration.ofDays(day).plusHours(1))))
                .toArray(ProductEvent[]::new));

    assertRejected(
        owner(full, plan(FIRST, Duration.ofDays(60), Duration.ofDays(61))),
        RejectionCode.MAINTENANCE_FULL,
        "50");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void othersMayNotPlan(Role role) {
    assertRejected(
        MaintenanceRules.decide(
            REGISTERED, plan(FIRST, null, Duration.ofHours(1)), Callers.as(role)),
        RejectionCode.NOT_ALLOWED,
        "owner");
  }

  @Test
  void aWindowIsTakenBackAndItsTimeIsFreeAgain() {
    ProductState planned = after(REGISTERED, PLANNED);
    MaintenanceCancelled cancelled =
        new MaintenanceCancelled(SETTLEMENTS, FIRST, NOW, Callers.OWNER);
    CancelMaintenance cancel = new CancelMaintenance(SETTLEMENTS, FIRST);

    assertAccepted(MaintenanceRules.decide(planned, cancel, Callers.owner()), cancelled);
    assertRejected(
        MaintenanceRules.decide(after(planned, cancelled), cancel, Callers.owner()),
        RejectionCode.MAINTENANCE_NOT_FOUND,
        "no maintenance");
    assertThat(
            owner(
                after(planned, cancelled), plan(SECOND, Duration.ofHours(1), Duration.ofHours(2))))
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void whatIsOverCannotBeTakenBackAndIsForgottenWithTheNextPlan() {
    MaintenancePlanned over = planned(FIRST, NOW.minusSeconds(60), NOW);

    assertRejected(
        MaintenanceRules.decide(
            after(REGISTERED, over), new CancelMaintenance(SETTLEMENTS, FIRST), Callers.owner()),
        RejectionCode.MAINTENANCE_NOT_FOUND,
        "not ended");
    assertThat(after(REGISTERED, over, PLANNED)).isEqualTo(after(REGISTERED, PLANNED));
  }

  @Test
  void aProductThatIsNotRegisteredHasNoMaintenance() {
    Streams.expectRejection(
        Streams.of(ProductAggregate.class, Callers.owner())
            .givenNoPriorActivity()
            .when(plan(FIRST, null, Duration.ofHours(1))),
        RejectionCode.PRODUCT_NOT_FOUND);
  }

  @Test
  void theStreamOfTheProductTellsOfIt() {
    Streams.of(ProductAggregate.class, Callers.owner())
        .given(ProductDeciderTest.REGISTERED)
        .when(plan(FIRST, Duration.ofHours(1), Duration.ofHours(2)))
        .expectEvents(PLANNED);
    Streams.of(ProductAggregate.class, Callers.owner())
        .given(ProductDeciderTest.REGISTERED, PLANNED)
        .when(new CancelMaintenance(SETTLEMENTS, FIRST))
        .expectEvents(new MaintenanceCancelled(SETTLEMENTS, FIRST, NOW, Callers.OWNER));
  }
}
