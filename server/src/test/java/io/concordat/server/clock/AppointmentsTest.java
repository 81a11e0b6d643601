package io.concordat.server.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.messages.Command;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.RemindVoters;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.RemindMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * An appointment whose command is refused because its day has not come, as when the clock was set
 * back, fails: only one that fails is kept and tried again.
 */
class AppointmentsTest {

  private static final ContractId DAILY = new ContractId("payments/settlements/daily");

  private final List<Command> sent = new ArrayList<>();

  @Test
  void aRetirementThatComesTooEarlyIsKept() {
    VersionRetirement retirement =
        new VersionRetirement(refusing(RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED));

    assertThatThrownBy(() -> retirement.handle(VersionRetirement.id(DAILY, "1.4.0")))
        .hasCauseInstanceOf(CommandRejected.class);
    assertThat(sent).containsExactly(new RetireContractVersion(DAILY, "1.4.0"));
  }

  @Test
  void aReminderThatComesTooEarlyIsKept() {
    MigrationId migration = MigrationId.of(DAILY, "1.4.0");
    MigrationReminder reminder = new MigrationReminder(refusing(RejectionCode.REMINDER_NOT_DUE));

    assertThatThrownBy(() -> reminder.handle(MigrationReminder.id(migration, 7)))
        .hasCauseInstanceOf(CommandRejected.class);
    assertThat(sent).containsExactly(new RemindMigration(migration, 7));
  }

  @Test
  void aReminderOfVotersThatComesTooEarlyIsKept() {
    ProposalId proposal = ProposalId.of("019a0000-0000-7000-8000-000000000001");
    VoterReminder reminder = new VoterReminder(refusing(RejectionCode.REMINDER_NOT_DUE));

    assertThatThrownBy(() -> reminder.handle(VoterReminder.id(proposal, 2, 3)))
        .hasCauseInstanceOf(CommandRejected.class);
    assertThat(sent).containsExactly(new RemindVoters(proposal, 2, 3));
  }

  private Commands refusing(RejectionCode code) {
    return (command, actor, options) -> {
      sent.add(command);
      return CompletableFuture.<Receipt>failedFuture(
          new CommandRejected(new Rejection(code, "Not yet.")));
    };
  }
}
