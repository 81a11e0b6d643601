package io.concordat.cli.policy;

import io.concordat.cli.host.Stop;
import io.concordat.messages.policy.Classification;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Waiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A policy set as JSON: in the server's answer, and in a file for use without the server. */
public final class SavedPolicies {

  /** What to ask the server for. */
  public static final String QUERY =
      """
      query { policySet {
        number effectiveFrom
        policies { id title family scope severity expression message documentation }
        semanticTypes { name description logicalTypes pattern unit leastClassification example }
        parameters { name description unit value least most }
        waivers { id policy contract owner reason until }
      } }\
      """;

  private static final String FORMAT = "concordat-policy-set";
  private static final int FORMAT_VERSION = 2;

  private SavedPolicies() {}

  /**
   * The text of a file that keeps a policy set.
   *
   * @param set as the server answered it
   * @param server where it is from
   * @param at when it was asked for, UTC
   */
  public static String text(JsonNode set, String server, Instant at) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("format", FORMAT).put("formatVersion", FORMAT_VERSION);
    root.put("savedFrom", server).put("savedAt", at.toString());
    root.set("policySet", set);
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /**
   * Reads such a file.
   *
   * @throws Stop where it is not one
   */
  public static PolicySet read(Path file, String name) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(Files.readString(file));
    } catch (IOException unreadable) {
      throw Stop.usage(name + " cannot be read; make it with: concordat policies save " + name);
    } catch (JacksonException noJson) {
      throw Stop.usage(name + " is no JSON; make it with: concordat policies save " + name);
    }
    if (!root.path("format").asString("").equals(FORMAT)
        || root.path("formatVersion").asInt(0) != FORMAT_VERSION) {
      throw Stop.usage(
          name + " is no saved policy set of this version; make it with: concordat policies save");
    }
    return of(root.path("policySet"), name);
  }

  /**
   * Reads a policy set.
   *
   * @param from what is told as its source where it cannot be read
   */
  public static PolicySet of(JsonNode set, String from) {
    try {
      List<Policy> policies =
          set.path("policies").valueStream().map(SavedPolicies::policy).toList();
      if (policies.isEmpty()) {
        throw Stop.usage(from + " holds no policy, so that nothing could be judged by it.");
      }
      return new PolicySet(
          set.path("number").asInt(),
          Instant.parse(set.path("effectiveFrom").asString()),
          policies,
          set.path("semanticTypes").valueStream().map(SavedPolicies::semanticType).toList(),
          set.path("parameters").valueStream().map(SavedPolicies::parameter).toList(),
          set.path("waivers").valueStream().map(SavedPolicies::waiver).toList());
    } catch (JacksonException | DateTimeParseException | IllegalArgumentException broken) {
      throw Stop.usage(from + " holds a policy set that cannot be read: " + broken.getMessage());
    }
  }

  private static Policy policy(JsonNode node) {
    return new Policy(
        node.path("id").asString(),
        node.path("title").asString(),
        PolicyFamily.valueOf(node.path("family").asString()),
        PolicyScope.valueOf(node.path("scope").asString()),
        Severity.valueOf(node.path("severity").asString()),
        node.path("expression").asString(),
        node.path("message").asString(),
        node.path("documentation").asString());
  }

  private static SemanticType semanticType(JsonNode node) {
    return new SemanticType(
        node.path("name").asString(),
        node.path("description").asString(),
        node.path("logicalTypes").valueStream().map(JsonNode::asString).toList(),
        optional(node, "pattern"),
        optional(node, "unit"),
        Classification.valueOf(node.path("leastClassification").asString()),
        node.path("example").asString());
  }

  private static PolicyParameter parameter(JsonNode node) {
    return new PolicyParameter(
        node.path("name").asString(),
        node.path("description").asString(),
        node.path("unit").asString(),
        node.path("value").asDecimal(),
        node.path("least").asDecimal(),
        node.path("most").asDecimal());
  }

  private static Waiver waiver(JsonNode node) {
    return new Waiver(
        node.path("id").asString(),
        node.path("policy").asString(),
        node.path("contract").asString(),
        node.path("owner").asString(),
        node.path("reason").asString(),
        Instant.parse(node.path("until").asString()));
  }

  private static @Nullable String optional(JsonNode node, String name) {
    return node.path(name).isNull() ? null : node.path(name).asStringOpt().orElse(null);
  }
}
