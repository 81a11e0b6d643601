package io.concordat.readstore.document;

/** Names of the collections and of the fields that are filtered or sorted by. */
public final class Views {

  /** A domain each, by id. */
  public static final String DOMAINS = "domains";

  /** A data product's catalog card each, by id. */
  public static final String PRODUCTS = "products";

  /** A consumer each, by id. */
  public static final String CONSUMERS = "consumers";

  /** A contract each, by id: which submissions there are and what became of them. */
  public static final String CONTRACTS = "contracts";

  /** A submitted version each, by contract and sequence number, without its document. */
  public static final String SUBMISSIONS = "contract_submissions";

  /** The text of a submission each, under the id of the submission. */
  public static final String DOCUMENTS = "contract_documents";

  /** What an assessment of a published version said each, under the id of its event. */
  public static final String ASSESSMENTS = "contract_assessments";

  /** The council and its seats, one document. */
  public static final String COUNCIL = "council";

  /** A proposal with all rounds and ballots each, by id. */
  public static final String PROPOSALS = "proposals";

  /** A comment on a proposal each, by id. */
  public static final String COMMENTS = "proposal_comments";

  /** A policy set each, by number: the first in full, the others as the change that made them. */
  public static final String POLICY_SETS = "policy_sets";

  /** A meeting of the council each, by month, with its minutes. */
  public static final String MEETINGS = "meetings";

  /** A migration each, by id: its events, and what is filtered by. */
  public static final String MIGRATIONS = "migrations";

  /** A data request each, by id. */
  public static final String REQUESTS = "data_requests";

  /** An incident each, by id. */
  public static final String INCIDENTS = "incidents";

  /** The windows of a domain's products that begin on one day (UTC) each, by commitment. */
  public static final String COMPLIANCE = "compliance_days";

  /** The same as sums only: small, for what is asked of a whole month. */
  public static final String COMPLIANCE_TOTALS = "compliance_totals";

  /** A closed month (UTC) each, by month, with what was announced. */
  public static final String SCORECARDS = "scorecards";

  /** Key of every document. */
  public static final String ID = "_id";

  /** Sequence number of the newest event that a document tells of, by event stream. */
  public static final String SOURCES = "sources";

  /**
   * Domain that a product, contract, consumer, data request, incident or compliance day belongs to.
   */
  public static final String DOMAIN = "domain";

  /** Whether a product's own registration is known, not only its contracts. */
  public static final String REGISTERED = "registered";

  /** Whether a product has a contract that passed the gate. */
  public static final String DISCOVERABLE = "discoverable";

  /** Whether an assessment of one of the contract's versions has ever been a blocking one. */
  public static final String EVER_BLOCKED = "everBlocked";

  /** Position in a list that is sorted by time: the time, then the id. */
  public static final String ORDER = "order";

  /** Where a proposal or incident stands: a document with {@link #SEQUENCE} and the status. */
  public static final String STATE = "state";

  /** Text of a proposal before it was opened, as it was saved last. */
  public static final String DRAFT = "draft";

  /** First field of everything that a newer event replaces: the event's sequence number. */
  public static final String SEQUENCE = "seq";

  /** Status within {@link #STATE}. */
  public static final String STATUS = "status";

  /** Domains that take part in a migration, each a field of its own that is true. */
  public static final String DOMAINS_CONCERNED = "domains";

  /** Events of a migration, by sequence number. */
  public static final String EVENTS = "events";

  /** Logical name of an event within {@link #EVENTS}. */
  public static final String EVENT_TYPE = "type";

  /** An event within {@link #EVENTS}, as JSON. */
  public static final String EVENT_TEXT = "text";

  /** Month (UTC) of a compliance day, such as {@code 2026-10}. */
  public static final String MONTH = "month";

  /** What was announced of a closed month, as JSON. */
  public static final String PUBLISHED = "published";

  private Views() {}

  /** Id of the submission that an event of a contract's stream made. */
  public static String submissionId(String contract, long sequence) {
    return contract + "#" + sequence;
  }

  /** Position in a list that is sorted by time; equal times are sorted by id. */
  public static String order(String time, String id) {
    return time + "|" + id;
  }

  /** Id of a domain's compliance on a day (UTC), such as {@code payments@2026-10-05}. */
  public static String complianceDayId(String domain, String day) {
    return domain + "@" + day;
  }
}
