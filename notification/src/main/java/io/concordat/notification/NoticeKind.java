package io.concordat.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is told. */
public enum NoticeKind {
  OPENED(Matter.INCIDENT),
  ACKNOWLEDGED(Matter.INCIDENT),
  RESOLVED(Matter.INCIDENT),
  REOPENED(Matter.INCIDENT),
  /** Told to those downstream. */
  DOWNSTREAM_TOLD(Matter.INCIDENT),
  /** Not acknowledged in time. */
  ESCALATED(Matter.INCIDENT),
  /** An error budget is spent too fast. */
  BUDGET_BURNING(Matter.BURN),
  /** It no longer is. */
  BUDGET_CALM(Matter.BURN),
  /** Told to those who read a version that has a successor which breaks it. */
  MIGRATION_OPENED(Matter.MIGRATION),
  /** Told to those of them who have not moved. */
  MIGRATION_REMINDED(Matter.MIGRATION),
  /** The version is retired. Told to who offers it. */
  MIGRATION_CLOSED(Matter.MIGRATION),
  /** A domain kept nearly all that it promised in a month. */
  DOMAIN_RECOGNISED(Matter.SCORECARD),
  /** A domain kept too little of it. */
  DOMAIN_IN_NEED(Matter.SCORECARD),
  /** For too many months in a row. */
  DOMAIN_ESCALATED(Matter.SCORECARD),
  /** A domain has not voted, and the ballot closes soon. */
  PROPOSAL_VOTE_MISSING(Matter.PROPOSAL);

  private final Matter matter;

  NoticeKind(Matter matter) {
    this.matter = matter;
  }

  /** What it is about. */
  public Matter matter() {
    return matter;
  }

  /** Whether those are told who read, and not who offers. */
  public boolean isForReaders() {
    return this == DOWNSTREAM_TOLD || this == MIGRATION_OPENED || this == MIGRATION_REMINDED;
  }

  /** Whether somebody is woken for it: nobody is for what others have to mend, or can wait. */
  public boolean isPaged() {
    return (matter == Matter.INCIDENT || matter == Matter.BURN) && !isForReaders();
  }

  /** With what it is about, such as {@code incident.opened} or {@code budget.burning}. */
  public String topic() {
    String name = name().toLowerCase(Locale.ROOT);
    return (matter == Matter.INCIDENT ? "incident." + name : name.replaceFirst("_", "."))
        .replace('_', '-');
  }

  /** The kind with a topic; empty where there is none. */
  public static Optional<NoticeKind> ofTopic(String topic) {
    return Arrays.stream(values()).filter(kind -> kind.topic().equals(topic)).findFirst();
  }
}
