package io.concordat.messages.decision;

/**
 * The catalogue of reasons for which the domain says no. Codes are stable: clients and scripts rely
 * on them.
 */
public enum RejectionCode {
  NOT_ALLOWED("The caller may not do this."),
  STALE_VERSION("The object has changed since the caller read it. Read again and retry."),
  IDEMPOTENCY_KEY_REUSED("The idempotency key was used before with a different request."),
  DOMAIN_NOT_FOUND("No domain of this id is registered."),
  DOMAIN_EXISTS("A domain of this id is registered already, with other facts."),
  PRODUCT_NOT_FOUND("No data product of this id is registered."),
  PRODUCT_EXISTS("A data product of this id is registered already, with other facts."),
  ODPS_DOCUMENT_INVALID("The document is not a data product by ODPS; the message says where."),
  MAINTENANCE_NOT_FOUND("The product has no window of this id, or it has ended."),
  MAINTENANCE_OUT_OF_BOUNDS(
      "A window begins within 366 days, not in the past, and lasts seven days at most."),
  MAINTENANCE_OVERLAPS("Another window of the product lies in that time."),
  MAINTENANCE_FULL("A product has 50 windows ahead at most."),
  CONTRACT_NOT_FOUND("No contract of this id has been published."),
  CONTRACT_VERSION_NOT_FOUND("The contract has no such version."),
  CONTRACT_VERSION_EXISTS("This version of the contract was published before."),
  CONTRACT_VERSION_NOT_HIGHER("The version must be higher than the latest published one."),
  CONTRACT_VERSION_STILL_SUPPORTED(
      "The version is promised to its readers until supportedUntil; nobody can retire it earlier."),
  CONTRACT_VERSION_NOT_DEPRECATED(
      "Only a version that has a successor can be retired, or have its support extended."),
  CONTRACT_VERSION_RETIRED("The version is no longer served; nothing can be extended."),
  CONTRACT_SUPPORT_NOT_SHORTENED("Support can be extended to a later day, never shortened."),
  CONTRACT_SUPPORT_TOO_LONG("Support can be extended to ten years from now at most."),
  MIGRATION_NOT_FOUND("No migration of this id was opened."),
  MIGRATION_CLOSED("The migration has ended: the version is retired."),
  MIGRATION_PARTICIPANT_NOT_FOUND("The migration does not concern this consumer or contract."),
  MIGRATION_PARTICIPANT_DONE("The consumer or contract has moved already; it needs no more time."),
  EXTENSION_NOT_REQUESTED("The consumer or contract has not asked for more time, or was answered."),
  REMINDER_NOT_DUE("The day of the reminder has not come; only the service itself meets this."),
  CONSUMER_EXISTS("A consumer of this id was registered by somebody else, with other facts."),
  CONSUMER_NOT_FOUND("No consumer of this id is registered."),
  REQUEST_NOT_FOUND("No data request of this id was opened."),
  REQUEST_EXISTS("A data request of this id was opened before."),
  REQUEST_CLOSED("The data request was declined, delivered or withdrawn."),
  REQUEST_DATE_PAST("The day has passed already."),
  REQUEST_OF_ANOTHER_DOMAIN("Only a contract of the domain that was asked can answer it."),
  SEAT_TAKEN("The domain has a representative already; name the one who is replaced."),
  REPRESENTS_ANOTHER_DOMAIN("A person represents one domain only."),
  DELEGATE_NOT_FREE(
      "The person acts for a domain already, as its representative or, in that time, as a delegate."),
  DELEGATION_PERIOD_OUT_OF_BOUNDS("A delegation ends later than it begins, within 366 days."),
  NO_SEAT("The caller represents no domain on the council."),
  PROPOSAL_NOT_FOUND("No proposal of this id was opened."),
  PROPOSAL_EXISTS("A proposal of this id was opened before."),
  PROPOSAL_NOT_A_DRAFT("The proposal was opened before; it is revised, not edited."),
  PROPOSAL_NOT_IN_DISCUSSION("The proposal is not under discussion."),
  PROPOSAL_NOT_SENT_BACK(
      "Only a proposal that was sent back or is under discussion can be revised."),
  PROPOSAL_CLOSED("The proposal has ended."),
  COMMENT_NOT_FOUND("The proposal has no comment of this id."),
  COMMENT_LIMIT_REACHED("The person or the proposal has no room for another comment now."),
  VOTING_NOT_OPEN("The proposal is not in voting; no vote is taken."),
  VOTING_STILL_OPEN("The closing time has not come."),
  VOTING_PERIOD_OUT_OF_BOUNDS("The closing time is outside the bounds that the council has set."),
  VOTED_FOR_ANOTHER_DOMAIN("The person has voted for another domain in this round."),
  OBJECTION_NEEDS_REASON("An objection needs a reason and a requested change."),
  NOT_THE_AUTHOR("Only the author's domain may do this."),
  MEETING_NOT_FOUND("No meeting of this month is in the calendar."),
  MEETING_NOT_BEGUN("The meeting has not begun; its minutes cannot be recorded yet."),
  MINUTES_RECORDED("The minutes are on record; correct them instead."),
  MINUTES_NOT_RECORDED("The minutes are not on record yet; there is nothing to correct."),
  COUNCIL_RULES_OUT_OF_BOUNDS("The council's rules are changed within fixed bounds only."),
  POLICY_DOES_NOT_COMPILE("The policy's expression is not valid CEL or does not fit its scope."),
  POLICY_EXISTS("The policy set in force has a policy of this id."),
  POLICY_NOT_FOUND("The policy set in force has no policy of this id."),
  POLICY_EXAMPLES_FAIL("An example of the policy does not show what it says."),
  SEMANTIC_TYPE_EXISTS("The policy set in force has a semantic type of this name."),
  SEMANTIC_TYPE_NOT_FOUND("The policy set in force has no semantic type of this name."),
  PARAMETER_EXISTS("The policy set in force has a parameter of this name."),
  PARAMETER_NOT_FOUND("The policy set in force has no parameter of this name."),
  PARAMETER_OUT_OF_BOUNDS("The value is not within the bounds of the parameter."),
  WAIVER_EXISTS("The policy set in force has a waiver of this id."),
  WAIVER_NOT_FOUND("The policy set in force has no waiver of this id."),
  WAIVER_ENDS_TOO_EARLY("The waiver would end before it comes into force."),
  WAIVER_TOO_LONG("The waiver would last longer than 180 days."),
  POLICY_SET_NOT_FOUND("No policy set has this number."),
  WHAT_IF_BUSY("Too many trials of rules run or wait on this node; try again in a while."),
  WHAT_IF_STOPPED("The trial was stopped before its end."),
  WHAT_IF_TAKES_LONGER("The trial is not ready within half a minute."),
  INCIDENT_NOT_FOUND("No incident of this id was opened."),
  INCIDENT_EXISTS("An incident of this id was opened before."),
  INCIDENT_ALREADY_RESOLVED("The incident is resolved."),
  INCIDENT_REOPENED_TOO_LATE("The incident was resolved more than 24 hours ago."),
  INCIDENT_COMMENTS_FULL("An incident holds 1,000 comments at most."),
  PROBE_NOT_FOUND("The contract has no probe of this name."),
  PROBE_TARGET_UNKNOWN("The settings have no such source or directory for this domain."),
  PROBE_TOO_OFTEN("The settings ask for longer pauses."),
  PROBES_FULL("A contract has 20 probes at most."),
  COMPLIANCE_ALREADY_RECORDED("The window was recorded before, with other counts."),
  COMPLIANCE_WINDOW_INVALID("A window must lie within one month (UTC) and must have ended."),
  SCORECARD_NOT_DUE("The month is not over for long enough to be closed."),
  SCORECARD_EARLIER_OPEN("An earlier month has checks and is not closed."),
  SCORECARD_EMPTY("Nothing was checked in the month.");

  private final String meaning;

  RejectionCode(String meaning) {
    this.meaning = meaning;
  }

  /** One sentence for the documentation: what the code says. */
  public String meaning() {
    return meaning;
  }
}
