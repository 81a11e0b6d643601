package io.concordat.contract.change;

import static io.concordat.messages.contract.ChangeKind.ADDITIVE;
import static io.concordat.messages.contract.ChangeKind.BREAKING;
import static io.concordat.messages.contract.ChangeKind.COSMETIC;

import io.concordat.messages.contract.ChangeKind;

/**
 * The table of changes: every difference that two documents can have, what it means to those who
 * read the data, and why. {@code docs/changes.md} holds the same rows, with what three published
 * sets of rules say.
 *
 * <p>Three sentences decide all rows. What is promised less, or can hold values that it could not
 * hold before, breaks. What is promised more, or held to less, adds. What no query, program or
 * calculation of a reader depends on is cosmetic. Where it cannot be told which way a promise has
 * moved, it counts as broken.
 */
public enum ChangeRule {
  // What there is to read.
  OBJECT_REMOVED(BREAKING, "The object {s} is gone.", "Whoever reads it finds nothing."),
  OBJECT_RENAMED(
      BREAKING, "The object {s} is called {a} now.", "Readers ask for it by its old name."),
  OBJECT_ADDED(ADDITIVE, "The object {s} is new.", "Nobody reads it yet."),
  FIELD_REMOVED(BREAKING, "The field {s} is gone.", "A query that names it fails."),
  FIELD_RENAMED(
      BREAKING,
      "The field {s} is called {a} now.",
      "A query that names the old field fails; the same id or physical name shows that it is the"
          + " same data."),
  FIELD_ADDED(
      ADDITIVE,
      "The field {s} is new.",
      "Readers name the fields that they read, so one more does not disturb them, required or"
          + " not."),
  STABLE_ID_MOVED(
      BREAKING,
      "The stable id of {s} belongs to another element now.",
      "References by id now lead to other data, though all names are the same."),
  STABLE_ID_CHANGED(
      COSMETIC,
      "The stable id of {s} is {a} now, was {b}.",
      "Data is read by names; ids serve references between documents."),
  PHYSICAL_NAME_CHANGED(
      BREAKING,
      "In the store, {s} is called {a} now, was {b}.",
      "Queries use the physical name; where none is written, it is the name."),
  PHYSICAL_KIND_CHANGED(
      BREAKING,
      "{s} is a {a} now, was a {b}.",
      "A topic, a file and a table are read by different means."),
  TABLE_OR_VIEW(
      COSMETIC, "{s} is a {a} now, was a {b}.", "Tables and views are read by the same query."),
  // Types.
  TYPE_WIDENED(
      BREAKING,
      "{s} is of type {a} now, was {b}.",
      "An integer that may become any number brings fractions to readers who expect none."),
  TYPE_NARROWED(
      ADDITIVE,
      "{s} is of type {a} now, was {b}.",
      "Every integer is a number that readers expect."),
  TYPE_CHANGED(
      BREAKING,
      "{s} is of type {a} now, was {b}.",
      "Values of another type are parsed, compared and added up in another way; a date that"
          + " becomes a timestamp too."),
  TYPE_ADDED(ADDITIVE, "{s} is said to be of type {a}.", "What was left open is promised."),
  TYPE_REMOVED(
      BREAKING, "{s} is no longer promised to be of type {b}.", "Values of any type may come."),
  PHYSICAL_TYPE_WIDENED(
      BREAKING,
      "{s} is stored as {a} now, was {b}.",
      "Longer texts and larger numbers than promised are cut off or overflow where readers made"
          + " room for the old type."),
  PHYSICAL_TYPE_NARROWED(
      ADDITIVE, "{s} is stored as {a} now, was {b}.", "Every value fits where the old ones did."),
  PHYSICAL_TYPE_CHANGED(
      BREAKING,
      "{s} is stored as {a} now, was {b}.",
      "Another type, or one that is not known well enough to say that its values fit."),
  PHYSICAL_TYPE_RESPELLED(
      COSMETIC, "The type of {s} is written {a} now, was {b}.", "Two names of the same type."),
  PHYSICAL_TYPE_ADDED(
      ADDITIVE, "{s} is said to be stored as {a}.", "What was left open is promised."),
  PHYSICAL_TYPE_REMOVED(
      BREAKING, "{s} is no longer promised to be stored as {b}.", "It may be stored as anything."),
  FORMAT_WIDENED(
      BREAKING,
      "The format of {s} is {a} now, was {b}.",
      "i64 holds numbers that overflow an i32."),
  FORMAT_NARROWED(
      ADDITIVE,
      "The format of {s} is {a} now, was {b}.",
      "Every i32 is an i64 that readers expect."),
  FORMAT_CHANGED(
      BREAKING, "The format of {s} is {a} now, was {b}.", "Readers parse by the old format."),
  FORMAT_ADDED(ADDITIVE, "The format of {s} is said to be {a}.", "What was left open is promised."),
  FORMAT_REMOVED(
      BREAKING, "The format of {s} is no longer promised to be {b}.", "Any format may come."),
  TIME_ZONE_CHANGED(
      BREAKING,
      "How {s} tells its time zone is different.",
      "The same text means another instant."),
  // Which values.
  REQUIRED_WITHDRAWN(BREAKING, "{s} may be empty now.", "Nulls appear where none were promised."),
  REQUIRED_PROMISED(
      ADDITIVE,
      "{s} is always filled now.",
      "Readers who can handle nulls can handle none; what old data keep is the producer's task."),
  LENGTH_WIDENED(
      BREAKING,
      "{s} may have {a} characters now, was {b}.",
      "Readers made room for the old length."),
  LENGTH_NARROWED(
      ADDITIVE, "{s} has {a} characters now, was {b}.", "Every text was allowed before."),
  RANGE_WIDENED(
      BREAKING,
      "{s} may be {a} now, was {b}.",
      "Values come that readers were told not to expect."),
  RANGE_NARROWED(ADDITIVE, "{s} is {a} now, was {b}.", "Every value was allowed before."),
  RANGE_CHANGED(
      BREAKING,
      "{s} has the bound {a} now, was {b}.",
      "Bounds that cannot be compared may let new values in."),
  SIZE_WIDENED(
      BREAKING,
      "{s} may have {a} entries now, was {b}.",
      "More or fewer entries come than readers were told."),
  SIZE_NARROWED(ADDITIVE, "{s} has {a} entries now, was {b}.", "Every size was allowed before."),
  STEP_WIDENED(
      BREAKING,
      "{s} is a multiple of {a} now, was of {b}.",
      "Values come between those that were promised."),
  STEP_NARROWED(
      ADDITIVE, "{s} is a multiple of {a} now, was of {b}.", "Every value was allowed before."),
  PATTERN_CHANGED(
      BREAKING,
      "The pattern of {s} is {a} now, was {b}.",
      "It cannot be told from two patterns that the new one lets nothing new in."),
  PATTERN_ADDED(ADDITIVE, "{s} keeps the pattern {a} now.", "Every text was allowed before."),
  PATTERN_REMOVED(BREAKING, "{s} no longer keeps the pattern {b}.", "Any text may come."),
  VALUES_ADDED(
      BREAKING,
      "{s} can have more values now: {a}; was {b}.",
      "A reader that tells the values apart meets one that it does not know."),
  VALUES_REMOVED(
      ADDITIVE, "{s} has fewer values now: {a}; was {b}.", "Every value was allowed before."),
  VALUES_LISTED(ADDITIVE, "{s} has one of {a} now.", "What was left open is promised."),
  VALUES_OPENED(BREAKING, "{s} is no longer one of {b}.", "Any value may come."),
  // Keys.
  UNIQUE_WITHDRAWN(BREAKING, "{s} may repeat values now.", "Joins and lookups find several rows."),
  UNIQUE_PROMISED(ADDITIVE, "{s} does not repeat values now.", "What was left open is promised."),
  KEY_ADDED(ADDITIVE, "{s} has the key {a} now.", "What was left open is promised."),
  KEY_REMOVED(
      BREAKING, "{s} no longer has the key {b}.", "Rows can no longer be told apart by it."),
  KEY_NARROWED(
      ADDITIVE,
      "The key of {s} is {a} now, was {b}.",
      "What is unique in fewer fields is unique in all of them."),
  KEY_CHANGED(
      BREAKING,
      "The key of {s} is {a} now, was {b}.",
      "The old fields alone no longer tell rows apart, or make up the key in another order."),
  PARTITION_ADDED(
      ADDITIVE, "{s} is partitioned by {a} now.", "The same query reads the same rows."),
  PARTITION_REMOVED(
      BREAKING,
      "{s} is no longer partitioned by {b}.",
      "Readers who ask for one partition read everything, or a path that is gone."),
  PARTITION_CHANGED(
      BREAKING,
      "{s} is partitioned by {a} now, was by {b}.",
      "Readers who ask for one partition read everything, or a path that is gone."),
  RELATIONSHIP_REMOVED(BREAKING, "{s} is gone.", "A join that found its row may find none."),
  RELATIONSHIP_ADDED(ADDITIVE, "{s} is new.", "What was left open is promised."),
  RELATIONSHIP_NOTE(COSMETIC, "Notes of {s} are different.", "The join is the same."),
  // Meaning.
  SEMANTIC_TYPE_CHANGED(
      BREAKING,
      "{s} means {a} now, was {b}.",
      "The same values mean something else; nothing fails, and every result is wrong."),
  SEMANTIC_TYPE_ADDED(ADDITIVE, "{s} is said to mean {a}.", "What was left open is promised."),
  SEMANTIC_TYPE_REMOVED(
      BREAKING, "{s} is no longer said to mean {b}.", "Readers do not know what they read."),
  CLASSIFICATION_RAISED(
      BREAKING,
      "{s} is {a} now, was {b}.",
      "Readers must handle it with more care, and may not be allowed to read it."),
  CLASSIFICATION_LOWERED(
      ADDITIVE, "{s} is {a} now, was {b}.", "Who may handle the stricter one may handle this."),
  CLASSIFICATION_CHANGED(
      BREAKING,
      "{s} is {a} now, was {b}.",
      "A class that is not one of Concordat's four may be stricter."),
  CLASSIFICATION_ADDED(ADDITIVE, "{s} is said to be {a}.", "What was left open is told."),
  CLASSIFICATION_REMOVED(
      BREAKING, "{s} is no longer classified.", "Readers do not know how to handle it."),
  ENCRYPTION_ADDED(
      ADDITIVE, "{s} can be read encrypted as {a} too.", "The field itself is there as before."),
  ENCRYPTION_CHANGED(
      BREAKING, "The encrypted form of {s} is {a} now, was {b}.", "Readers of it find nothing."),
  // Quality rules.
  RULE_REMOVED(
      BREAKING,
      "{s} is no longer promised.",
      "Readers rely on it without checking for themselves."),
  RULE_ADDED(ADDITIVE, "{s} is promised now.", "More is promised."),
  RULE_WEAKENED(
      BREAKING,
      "{s} is {a} now, was {b}.",
      "Measures that would have broken the promise keep it now."),
  RULE_STRENGTHENED(ADDITIVE, "{s} is {a} now, was {b}.", "Every measure was allowed before."),
  RULE_CHANGED(
      BREAKING,
      "{s} measures or allows something else now: {a}; was {b}.",
      "It cannot be told that the new rule holds whenever the old one did."),
  RULE_SEVERITY_LOWERED(
      BREAKING, "{s} has the severity {a} now, was {b}.", "Its breach is acted upon less."),
  RULE_SEVERITY_RAISED(
      ADDITIVE, "{s} has the severity {a} now, was {b}.", "Its breach is acted upon more."),
  RULE_NOTE(
      COSMETIC,
      "Notes of {s} are different.",
      "Names, dimensions, schedules and rules in words alone are not held against the data."),
  // Service levels.
  SLA_REMOVED(BREAKING, "{s} is no longer promised.", "Readers have planned with it."),
  SLA_ADDED(ADDITIVE, "{s} is promised now.", "More is promised."),
  SLA_WEAKENED(BREAKING, "{s} is {a} now, was {b}.", "Readers have planned with the old one."),
  SLA_STRENGTHENED(ADDITIVE, "{s} is {a} now, was {b}.", "It keeps the old promise too."),
  SLA_CHANGED(
      BREAKING,
      "{s} is {a} now, was {b}.",
      "It cannot be told whether words or measures of different kinds promise less."),
  SLA_NOTE(COSMETIC, "Notes of {s} are different.", "The measure is the same."),
  END_SET(BREAKING, "{s} is {a}; there was no end.", "Readers have planned without an end."),
  END_EARLIER(BREAKING, "{s} is {a} now, was {b}.", "Readers have planned with the later day."),
  END_LATER(ADDITIVE, "{s} is {a} now, was {b}.", "More time is promised."),
  END_LIFTED(ADDITIVE, "{s} is no longer set.", "More time is promised."),
  STATUS_ENDING(
      BREAKING,
      "The contract's status is {a} now, was {b}.",
      "Readers must look for something else."),
  STATUS_WITHDRAWN(
      BREAKING,
      "The contract's status is {a} now, was {b}.",
      "What was in force is a draft that nobody answers for."),
  STATUS_RAISED(
      ADDITIVE, "The contract's status is {a} now, was {b}.", "More is promised than of a draft."),
  STATUS_CHANGED(
      COSMETIC,
      "The contract's status is {a} now, was {b}.",
      "Words that say the same, or that the standard does not name."),
  NOTICE_SHORTENED(
      BREAKING,
      "The notice period is {a} now, was {b}.",
      "Readers have planned with the longer one. Less than 30 days, or none, counts as 30."),
  NOTICE_LENGTHENED(
      ADDITIVE, "The notice period is {a} now, was {b}.", "More time to move is promised."),
  // Where and for whom.
  SERVER_REMOVED(BREAKING, "{s} is gone.", "Whoever reads there finds nothing."),
  SERVER_MOVED(BREAKING, "{s} has the {f} {a} now, was {b}.", "Readers connect to the old place."),
  SERVER_ADDED(ADDITIVE, "{s} is new.", "The old places are still there."),
  SERVER_NOTE(COSMETIC, "Notes of {s} are different.", "The place is the same."),
  ROLE_REMOVED(BREAKING, "{s} is gone.", "Who reads by it loses access."),
  ROLE_CHANGED(BREAKING, "{s} grants {a} now, was {b}.", "Who reads by it may lose access."),
  ROLE_ADDED(ADDITIVE, "{s} is new.", "One more way to get access."),
  ROLE_NOTE(COSMETIC, "Notes of {s} are different.", "Who has access still has it."),
  PRICE_RAISED(
      BREAKING, "The price is {a} now, was {b}.", "Readers have planned with the old one."),
  PRICE_LOWERED(ADDITIVE, "The price is {a} now, was {b}.", "Readers are better off."),
  PRICE_CHANGED(
      BREAKING,
      "The price is {a} now, was {b}.",
      "Prices in another currency or per another unit may be higher."),
  CONTRACT_ID_CHANGED(
      BREAKING,
      "The contract's id is {a} now, was {b}.",
      "Another contract: readers are bound to the old one by its id."),
  BEFORE_UNREADABLE(
      BREAKING,
      "The document before can no longer be read as a contract.",
      "It cannot be told what it promised; reading has become stricter since it was published."),
  // Words and people.
  SUPPORT_ADDED(ADDITIVE, "{s} is new.", "One more way to get help."),
  SUPPORT_REMOVED(COSMETIC, "{s} is gone.", "Who helps is about people; the data are the same."),
  SUPPORT_CHANGED(
      COSMETIC, "{s} is different.", "Who helps is about people; the data are the same."),
  TEAM_CHANGED(
      COSMETIC, "The team is different: {f}.", "The promise is the contract's, not a person's."),
  NAME_CHANGED(COSMETIC, "The contract's name is {a} now, was {b}.", "It is bound by its id."),
  BELONGING_CHANGED(
      COSMETIC,
      "The contract's {f} is {a} now, was {b}.",
      "Who offers the data is different, the data are the same."),
  DESCRIPTION_CHANGED(COSMETIC, "The {f} of {s} is different.", "Words about the same data."),
  TAGS_CHANGED(COSMETIC, "The tags of {s} are different.", "Tags help to find, not to read."),
  EXAMPLES_CHANGED(COSMETIC, "The examples of {s} are different.", "Examples promise nothing."),
  DEFINITIONS_CHANGED(
      COSMETIC, "The definitions that {s} links to are different.", "Links to words."),
  CRITICALITY_CHANGED(
      COSMETIC,
      "Whether {s} is a critical data element is different.",
      "It says how the producer governs the data; what is promised stands in rules."),
  LINEAGE_CHANGED(
      COSMETIC,
      "How {s} is derived is told differently ({f}).",
      "Readers rely on what comes out; where that is different, other rows say so."),
  STANDARD_CHANGED(
      COSMETIC,
      "The contract is written in ODCS {a} now, was {b}.",
      "The same promise in another edition."),
  CUSTOM_PROPERTY_CHANGED(
      COSMETIC,
      "The custom property {f} of {s} is different.",
      "Concordat does not know what it promises; it is told so that people can judge."),
  OTHER_CHANGED(
      COSMETIC,
      "{f} of {s} is different.",
      "Concordat does not know what it promises; it is told so that people can judge.");

  private final ChangeKind kind;
  private final String sentence;
  private final String reason;

  ChangeRule(ChangeKind kind, String sentence, String reason) {
    this.kind = kind;
    this.sentence = sentence;
    this.reason = reason;
  }

  /** Its permanent name, such as {@code field-removed}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** What it means to readers. */
  public ChangeKind kind() {
    return kind;
  }

  /** Why it means that. */
  public String reason() {
    return reason;
  }

  /** What happened, for people: {s} who, {f} which part of it, {b} before, {a} after. */
  String sentence() {
    return sentence;
  }
}
