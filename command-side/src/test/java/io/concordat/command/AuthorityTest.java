package io.concordat.command;

import static io.concordat.command.Authority.ACKNOWLEDGE_INCIDENT;
import static io.concordat.command.Authority.ANSWER_DATA_REQUEST;
import static io.concordat.command.Authority.ANSWER_EXTENSION;
import static io.concordat.command.Authority.ASSESS_CONTRACT;
import static io.concordat.command.Authority.ASSIGN_INCIDENT;
import static io.concordat.command.Authority.CANCEL_MAINTENANCE;
import static io.concordat.command.Authority.CHANGE_CONSUMER;
import static io.concordat.command.Authority.COMMENT_ON_INCIDENT;
import static io.concordat.command.Authority.DECLARE_PORTS;
import static io.concordat.command.Authority.DETECT_ANOMALY;
import static io.concordat.command.Authority.ESCALATE_INCIDENT;
import static io.concordat.command.Authority.EXTEND_SUPPORT;
import static io.concordat.command.Authority.KEEP_MIGRATION;
import static io.concordat.command.Authority.OPEN_INCIDENT;
import static io.concordat.command.Authority.PLAN_MAINTENANCE;
import static io.concordat.command.Authority.PUBLISH_CONTRACT;
import static io.concordat.command.Authority.RECOVER_INCIDENT;
import static io.concordat.command.Authority.REGISTER_CONSUMER;
import static io.concordat.command.Authority.REGISTER_DOMAIN;
import static io.concordat.command.Authority.REGISTER_PRODUCT;
import static io.concordat.command.Authority.RELATE_INCIDENT;
import static io.concordat.command.Authority.REOPEN_INCIDENT;
import static io.concordat.command.Authority.RESOLVE_INCIDENT;
import static io.concordat.command.Authority.RETIRE_CONTRACT;
import static io.concordat.command.Authority.SPEAK_FOR_PARTICIPANT;
import static io.concordat.command.Authority.WITHDRAW_DATA_REQUEST;
import static io.concordat.messages.decision.Role.GOVERNANCE_ENGINEER;
import static io.concordat.messages.decision.Role.MACHINE;
import static io.concordat.messages.decision.Role.PRODUCT_OWNER;
import static io.concordat.messages.decision.Role.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.messages.Subject;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table, cell by cell. */
class AuthorityTest {

  static Stream<Arguments> table() {
    return Stream.of(
        arguments(REGISTER_DOMAIN, Set.of(GOVERNANCE_ENGINEER, SYSTEM), false),
        arguments(REGISTER_PRODUCT, Set.of(GOVERNANCE_ENGINEER, PRODUCT_OWNER, SYSTEM), false),
        arguments(DECLARE_PORTS, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(PLAN_MAINTENANCE, Set.of(SYSTEM), true),
        arguments(CANCEL_MAINTENANCE, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(
            REGISTER_CONSUMER, Set.of(GOVERNANCE_ENGINEER, PRODUCT_OWNER, MACHINE, SYSTEM), false),
        arguments(CHANGE_CONSUMER, Set.of(GOVERNANCE_ENGINEER, MACHINE, SYSTEM), true),
        arguments(PUBLISH_CONTRACT, Set.of(GOVERNANCE_ENGINEER, MACHINE, SYSTEM), true),
        arguments(RETIRE_CONTRACT, Set.of(GOVERNANCE_ENGINEER, MACHINE, SYSTEM), true),
        arguments(EXTEND_SUPPORT, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(ASSESS_CONTRACT, Set.of(SYSTEM), false),
        arguments(KEEP_MIGRATION, Set.of(SYSTEM), false),
        arguments(SPEAK_FOR_PARTICIPANT, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(ANSWER_EXTENSION, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(ANSWER_DATA_REQUEST, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(WITHDRAW_DATA_REQUEST, Set.of(SYSTEM), true),
        arguments(OPEN_INCIDENT, Set.of(GOVERNANCE_ENGINEER, MACHINE, SYSTEM), false),
        arguments(ACKNOWLEDGE_INCIDENT, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(ASSIGN_INCIDENT, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(
            COMMENT_ON_INCIDENT, Set.of(GOVERNANCE_ENGINEER, PRODUCT_OWNER, MACHINE, SYSTEM), true),
        arguments(RESOLVE_INCIDENT, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true),
        arguments(RECOVER_INCIDENT, Set.of(SYSTEM), false),
        arguments(RELATE_INCIDENT, Set.of(SYSTEM), false),
        arguments(DETECT_ANOMALY, Set.of(SYSTEM), false),
        arguments(ESCALATE_INCIDENT, Set.of(SYSTEM), false),
        arguments(REOPEN_INCIDENT, Set.of(GOVERNANCE_ENGINEER, SYSTEM), true));
  }

  @ParameterizedTest
  @MethodSource("table")
  void aRolePermitsWhatTheTableSays(Authority act, Set<Role> roles, boolean owner) {
    Subject somebody = new Subject("somebody");

    assertThat(
            Arrays.stream(Role.values())
                .filter(role -> act.permits(new Actor(somebody, Set.of(role))))
                .collect(Collectors.toSet()))
        .isEqualTo(roles);
    assertThat(
            Arrays.stream(Role.values())
                .filter(role ->
                    act.permits(
                        new Actor(somebody, Set.of(role)), FakeMesh.ANSWERS_FOR_SETTLEMENTS))
                .collect(Collectors.toSet()))
        .as("nobody gains anything by another person's product")
        .isEqualTo(roles);
  }

  @ParameterizedTest
  @MethodSource("table")
  void theOwnerOfTheProductMayWhatTheTableSays(Authority act, Set<Role> roles, boolean owner) {
    Actor caller = new Actor(Callers.OWNER, Set.of(Role.VIEWER));

    assertThat(act.permits(caller, FakeMesh.ANSWERS_FOR_SETTLEMENTS)).isEqualTo(owner);
    assertThat(act.permits(caller)).isFalse();
  }

  @Test
  void theTableIsComplete() {
    assertThat(table().map(row -> row.get()[0])).containsExactly((Object[]) Authority.values());
  }

  @ParameterizedTest
  @EnumSource
  void aRefusalSaysWhoMay(Authority act) {
    Answers.assertRejected(act.refuse(), RejectionCode.NOT_ALLOWED, "Only ");
  }
}
