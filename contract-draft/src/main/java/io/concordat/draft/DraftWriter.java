package io.concordat.draft;

import io.concordat.contract.tree.YamlText;
import io.concordat.messages.policy.SemanticType;
import java.util.List;

/**
 * Writes a draft as the smallest ODCS 3.1.0 document that can pass the founding policies, with what
 * each part is for. What a person must decide stands in lines that begin with {@code #?}; until
 * they are decided the document can be read, and the gate says what is missing.
 */
public final class DraftWriter {

  /** Begins a line whose decision is still open. */
  static final String OPEN = "#? ";

  private DraftWriter() {}

  /**
   * The document, YAML with a line feed at the end.
   *
   * @param registry the semantic types that fields may have
   */
  public static String write(Draft draft, DraftTerms terms, List<SemanticType> registry) {
    YamlLines yaml = new YamlLines();
    header(yaml, terms);
    purpose(yaml, terms);
    new FieldWriter(yaml, draft, registry).schema();
    latency(yaml, terms);
    team(yaml, terms);
    origin(yaml, draft, terms);
    more(yaml);
    return yaml.toString();
  }

  private static void header(YamlLines yaml, DraftTerms terms) {
    String[] id = terms.id().split("/");
    yaml.comment(0, "A data contract, begun as a draft (Open Data Contract Standard 3.1.0).");
    yaml.comment(
        0,
        "A line that begins with #? is a decision that is still open: write what is true and take"
            + " the #? away. Until then the check refuses the contract and says what is missing.");
    yaml.gap();
    yaml.comment(0, "Version of the standard, and the kind of document. They stay as they are.");
    yaml.line(0, "apiVersion: v3.1.0");
    yaml.line(0, "kind: DataContract");
    yaml.comment(0, "Domain, product and contract. Never changes.");
    yaml.line(0, "id: " + YamlText.scalar(terms.id()));
    yaml.comment(0, "What people call it.");
    yaml.line(
        0, "name: " + YamlText.scalar(terms.name() == null ? spoken(id[2], id[1]) : terms.name()));
    yaml.comment(
        0, "Semantic version: the first number rises when readers have to change something.");
    yaml.line(0, "version: 1.0.0");
    yaml.comment(0, "active once it is published.");
    yaml.line(0, "status: active");
    yaml.line(0, "domain: " + YamlText.scalar(id[0]));
    yaml.line(0, "dataProduct: " + YamlText.scalar(id[1]));
    yaml.gap();
  }

  private static String spoken(String contract, String product) {
    return (product + " " + contract).replace('-', ' ');
  }

  private static void purpose(YamlLines yaml, DraftTerms terms) {
    boolean decided = terms.purpose() != null && !terms.purpose().isBlank();
    yaml.comment(
        0, "What the data is for, in one or two sentences: people decide by it whether it fits.");
    yaml.line(decided, 0, "description:");
    yaml.line(
        decided,
        0,
        "  purpose: "
            + (decided
                ? YamlText.scalar(String.valueOf(terms.purpose()))
                : "what the data is for"));
    yaml.gap();
  }

  private static void latency(YamlLines yaml, DraftTerms terms) {
    String latency = terms.latency();
    boolean decided = latency != null;
    String span = latency == null ? "24h" : latency;
    yaml.gap();
    yaml.comment(
        0,
        "Service levels. latency is the freshness: how old the newest data is at most (m, h, d).");
    yaml.line(decided, 0, "slaProperties:");
    yaml.line(decided, 0, "  - property: latency");
    yaml.line(decided, 0, "    value: " + span.substring(0, span.length() - 1));
    yaml.line(decided, 0, "    unit: " + span.charAt(span.length() - 1));
  }

  private static void team(YamlLines yaml, DraftTerms terms) {
    String owner = terms.owner();
    boolean decided = owner != null && !owner.isBlank();
    String shown = owner == null || owner.isBlank() ? "owner-" + terms.id().split("/")[1] : owner;
    yaml.gap();
    yaml.comment(0, "Who answers for the data. At least one member has the role owner.");
    yaml.line(decided, 0, "team:");
    yaml.line(decided, 0, "  members:");
    yaml.line(decided, 0, "    - username: " + YamlText.scalar(shown));
    yaml.line(decided, 0, "      role: owner");
  }

  private static void origin(YamlLines yaml, Draft draft, DraftTerms terms) {
    List<String> upstream = terms.upstream();
    yaml.gap();
    yaml.line(0, "customProperties:");
    yaml.comment(
        2,
        "The contracts whose data this is made of, such as [customer/profiles/profile];"
            + " [] where it comes straight from its source.");
    yaml.line(upstream != null, 2, "- property: upstreamContracts");
    yaml.line(
        upstream != null,
        2,
        "  value: [" + (upstream == null ? "" : String.join(", ", upstream)) + "]");
    yaml.comment(2, "Queries that show how to read the data, at least one.");
    yaml.line(2, "- property: exampleQueries");
    yaml.line(2, "  value:");
    for (DraftObject object : draft.objects().subList(0, Math.min(1, draft.objects().size()))) {
      String table = object.physicalName() == null ? object.name() : object.physicalName();
      boolean plain =
          table.matches("[A-Za-z_][A-Za-z0-9_.]*") && object.physicalType().equals("table");
      String from = plain ? table : "\"" + table.replace("\"", "\"\"") + "\"";
      yaml.line(2, "    - title: " + YamlText.scalar("Ten rows"));
      yaml.line(2, "      sql: " + YamlText.scalar("SELECT * FROM " + from + " LIMIT 10"));
    }
  }

  private static void more(YamlLines yaml) {
    yaml.gap();
    yaml.comment(
        0, "To promise more, take the # away, write what is true, and put it in its place:");
    for (String line :
        """
        description:
          usage: how to join and filter it
          limitations: where it does not fit
        slaProperties:
          - {property: availability, value: 99.5, unit: percent}
          - {property: retention, value: 3, unit: y}
          - {property: frequency, value: 1, unit: d}
        servers:
          - {server: production, type: postgresql, host: db.example.com, port: 5432, database: shop, schema: public}
        support:
          - {channel: data-help, url: "https://chat.example.com/data-help", tool: slack}
        roles:
          - {role: reader, access: read, firstLevelApprovers: owner}\
        """
            .split("\n")) {
      yaml.line(0, "#   " + line);
    }
  }
}
