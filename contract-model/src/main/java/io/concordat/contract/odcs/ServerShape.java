package io.concordat.contract.odcs;

import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Node;
import io.concordat.contract.tree.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server, whose fields depend on its type. */
final class ServerShape implements Shape {

  private static final ObjectShape COMMON =
      ObjectShape.of("a server")
          .needs("server", Shapes.FILLED_TEXT)
          .with(Shapes.TEXT, "description", "environment")
          .with("id", Shapes.STABLE_ID_TEXT)
          .with("roles", Shapes.list(CommonShapes.ROLE))
          .with("customProperties", CommonShapes.CUSTOM_PROPERTIES);

  /** Per type: its own fields, those that it needs with a star. */
  private static final Map<String, ObjectShape> TYPES = new LinkedHashMap<>();

  static {
    type("api", "location*");
    type("athena", "stagingDir* schema* catalog regionName");
    type("azure", "location* format* delimiter");
    type("bigquery", "project* dataset*");
    type("clickhouse", "host* port* database*");
    type("databricks", "catalog* schema* host");
    type("denodo", "host* port* database");
    type("dremio", "host* port* schema");
    type("duckdb", "database* schema");
    type("glue", "account* database* location format");
    type("cloudsql", "host* port* database* schema*");
    type("db2", "host* port* database* schema");
    type("hive", "host* database* port");
    type("impala", "host* database* port");
    type("informix", "host* database* port");
    type("kafka", "host* format");
    type("kinesis", "region format");
    type("local", "path* format*");
    type("mysql", "host* port* database*");
    type("oracle", "host* port* serviceName*");
    type("postgresql", "host* port* database* schema*");
    type("postgres", "host* port* database* schema*");
    type("presto", "host* catalog schema");
    type("pubsub", "project*");
    type("redshift", "database* schema* host region account");
    type("s3", "location* endpointUrl format delimiter");
    type("sftp", "location* format delimiter");
    type("snowflake", "account* database* schema* host port warehouse");
    type("sqlserver", "host* database* schema* port");
    type("synapse", "host* port* database*");
    type("trino", "host* port* catalog* schema*");
    type("vertica", "host* port* database* schema*");
    type("zen", "host* database* port");
    type(
        "custom",
        "account catalog database dataset delimiter endpointUrl format host location path port"
            + " project region regionName schema serviceName stagingDir warehouse stream");
  }

  private static void type(String name, String fields) {
    ObjectShape shape = COMMON.with("type", Shapes.ANY);
    for (String field : fields.split(" ", -1)) {
      boolean needed = field.endsWith("*");
      String plain = needed ? field.substring(0, field.length() - 1) : field;
      Shape value = plain.equals("port") ? Shapes.INTEGER : Shapes.TEXT;
      shape = needed ? shape.needs(plain, value) : shape.with(plain, value);
    }
    TYPES.put(
        name,
        new ObjectShape(
            "a server of type " + name, shape.names(), shape.required(), shape.closing()));
  }

  @Override
  public void verify(Node node, String path, Check check) {
    if (!(node instanceof Mapping mapping)) {
      check.add(path, node, "must be a mapping, " + Shapes.butIs(node) + ".");
      return;
    }
    Node type = mapping.get("type");
    ObjectShape typed = type instanceof Scalar scalar ? TYPES.get(scalar.text()) : null;
    if (typed == null) {
      List<String> types = new ArrayList<>(TYPES.keySet());
      COMMON
          .needs("type", Shapes.word(types))
          .closing(ObjectShape.Closing.OPEN)
          .verify(mapping, path, check);
    } else {
      typed.verify(mapping, path, check);
    }
  }
}
