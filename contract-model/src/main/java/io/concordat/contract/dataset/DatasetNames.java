package io.concordat.contract.dataset;

import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.Server;
import io.concordat.messages.mesh.DatasetName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names under which lineage events speak of a contract's data, from its servers, by the naming
 * rules of OpenLineage (https://openlineage.io/docs/spec/naming). The standard has no rule for
 * Databricks' and Presto's tables; theirs is what its own dbt and Airflow clients send. Where SQL
 * Server is named in two ways by the standard and by its clients, both are given.
 *
 * <p>A server that does not say all that its rule needs gives no name, nor does a type without a
 * rule: a wrong name would tie the contract to another's data. Names are taken as written; a
 * physical name may be qualified, {@code sales.orders}, and then holds against the server's schema.
 */
public final class DatasetNames {

  private static final Pattern REDSHIFT_HOST =
      Pattern.compile(
          "([^.:]+)\\.[^.:]+\\.([^.:]+)\\.redshift(?:-serverless)?\\.amazonaws\\.com(?::(\\d+))?");

  private static final String DEFAULT_ATHENA_CATALOG = "AwsDataCatalog";

  private DatasetNames() {}

  /** All names of one object of a contract, each once, in the order of the servers. */
  public static List<DatasetName> of(OdcsContract contract, SchemaObject object) {
    return contract.servers().stream()
        .flatMap(server -> of(server, object).stream())
        .distinct()
        .toList();
  }

  /** The names of an object on one server; empty where they cannot be told. */
  public static List<DatasetName> of(Server server, SchemaObject object) {
    String table = tableOf(object);
    if (table.isBlank()) {
      return List.of();
    }
    return switch (server.type()) {
      case "postgres", "postgresql" ->
          table(host("postgres", server, "5432"), table, server, "database", "schema");
      case "mysql" -> table(host("mysql", server, "3306"), table, server, "database");
      case "sqlserver" ->
          Stream.of("mssql", "sqlserver")
              .flatMap(scheme ->
                  table(host(scheme, server, "1433"), table, server, "database", "schema").stream())
              .toList();
      case "synapse" -> table(host("sqlserver", server, "1433"), table, server, "schema");
      case "oracle" ->
          table(host("oracle", server, "1521"), table, server, "serviceName", "schema");
      case "db2" -> table(host("db2", server, "50000"), table, server, "database", "schema");
      case "hive" -> table(host("hive", server, "10000"), table, server, "database");
      case "trino" -> table(host("trino", server, null), table, server, "catalog", "schema");
      case "presto" -> table(host("presto", server, null), table, server, "catalog", "schema");
      case "databricks" -> table(databricks(server), table, server, "catalog", "schema");
      case "redshift" -> table(redshift(server), table, server, "database", "schema");
      case "snowflake" ->
          table(prefixed("snowflake://", server, "account"), table, server, "database", "schema");
      case "bigquery" -> table("bigquery", table, server, "project", "dataset");
      case "athena" -> athena(server, table);
      case "kafka" -> kafka(server, table);
      case "pubsub" -> {
        String project = server.fields().get("project");
        yield project == null
            ? List.of()
            : List.of(new DatasetName("pubsub", "topic:" + project + ":" + table));
      }
      case "local" -> StoredFiles.named(server.fields().get("path"), table);
      case "azure", "custom", "glue", "s3" ->
          StoredFiles.named(server.fields().get("location"), table);
      default -> List.of();
    };
  }

  private static String tableOf(SchemaObject object) {
    String physical = object.physicalName();
    return physical == null || physical.isBlank() ? object.name() : physical;
  }

  /**
   * A table under its levels.
   *
   * @param levels fields of the server, outermost first; a physical name with as many parts as
   *     there are levels and the table, or fewer, takes the place of the innermost
   */
  private static List<DatasetName> table(
      @Nullable String namespace, String table, Server server, String... levels) {
    if (namespace == null) {
      return List.of();
    }
    List<String> given = List.of(table.split("\\.", -1));
    if (given.size() > levels.length + 1 || given.contains("")) {
      given = List.of(table);
    }
    List<@Nullable String> parts = new ArrayList<>();
    for (String level : Arrays.copyOf(levels, levels.length + 1 - given.size())) {
      parts.add(server.fields().get(level));
    }
    parts.addAll(given);
    return parts.stream().anyMatch(part -> part == null || part.isBlank())
        ? List.of()
        : List.of(new DatasetName(namespace, String.join(".", parts)));
  }

  /**
   * Scheme, host and port.
   *
   * @param port where the server gives none; null where there is no usual one
   */
  private static @Nullable String host(String scheme, Server server, @Nullable String port) {
    String host = server.fields().get("host");
    if (host == null || host.isBlank()) {
      return null;
    }
    String bare = bare(host);
    if (bare.indexOf(':') >= 0) {
      return scheme + "://" + bare;
    }
    String given = server.fields().getOrDefault("port", port);
    return given == null ? null : scheme + "://" + bare + ":" + given;
  }

  /** A host that may have been written as an address. */
  private static String bare(String host) {
    String rest = host.substring(host.indexOf("://") < 0 ? 0 : host.indexOf("://") + 3);
    int path = rest.indexOf('/');
    return path < 0 ? rest : rest.substring(0, path);
  }

  private static @Nullable String prefixed(String prefix, Server server, String field) {
    String value = server.fields().get(field);
    return value == null || value.isBlank() ? null : prefix + value;
  }

  private static @Nullable String databricks(Server server) {
    String host = server.fields().get("host");
    return host == null || host.isBlank() ? null : "databricks://" + bare(host);
  }

  /** The cluster and its region are the first and the third part of its host. */
  private static @Nullable String redshift(Server server) {
    Matcher host = REDSHIFT_HOST.matcher(bare(server.fields().getOrDefault("host", "")));
    if (!host.matches()) {
      return null;
    }
    String port = host.group(3) == null ? "5439" : host.group(3);
    return "redshift://" + host.group(1) + "." + host.group(2) + ":" + port;
  }

  private static List<DatasetName> athena(Server server, String table) {
    String region = server.fields().get("regionName");
    String catalog = server.fields().getOrDefault("catalog", DEFAULT_ATHENA_CATALOG);
    String schema = server.fields().get("schema");
    return region == null || schema == null
        ? List.of()
        : List.of(
            new DatasetName(
                "awsathena://athena." + region + ".amazonaws.com",
                catalog + "." + schema + "." + table));
  }

  /** A client names the cluster by the first server that it was given, which may be any of them. */
  private static List<DatasetName> kafka(Server server, String topic) {
    return Stream.of(server.fields().getOrDefault("host", "").split(",", -1))
        .map(host -> bare(host.strip()))
        .filter(host -> !host.isEmpty())
        .map(host -> host.indexOf(':') < 0 ? host + ":9092" : host)
        .map(host -> new DatasetName("kafka://" + host, topic))
        .toList();
  }
}
