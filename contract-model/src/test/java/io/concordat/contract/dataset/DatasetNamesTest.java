package io.concordat.contract.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.Locus;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.SchemaObject;
import io.concordat.contract.odcs.Server;
import io.concordat.contract.outline.Outlines;
import io.concordat.contract.tree.Sequence;
import io.concordat.contract.tree.Span;
import io.concordat.messages.mesh.DatasetName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetNamesTest {

  /** Type, fields, physical name, and the names: namespace and name, several with a comma. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          postgresql | host: db, port: 6543, database: metrics, schema: sales | orders | postgres://db:6543 metrics.sales.orders
          postgres | host: db, port: 5432, database: metrics, schema: sales | other.orders | postgres://db:5432 metrics.other.orders
          postgres | host: db, database: metrics, schema: sales | orders | postgres://db:5432 metrics.sales.orders
          postgres | host: db:7777, database: metrics, schema: sales | a.b.orders | postgres://db:7777 a.b.orders
          postgres | host: db, database: metrics | orders |
          postgres | database: metrics, schema: sales | orders |
          mysql | host: db, port: 3306, database: shop | orders | mysql://db:3306 shop.orders
          sqlserver | host: db, database: shop, schema: dbo | orders | mssql://db:1433 shop.dbo.orders, sqlserver://db:1433 shop.dbo.orders
          synapse | host: x.sql.azuresynapse.net, port: 1433, database: pool | sales.orders | sqlserver://x.sql.azuresynapse.net:1433 sales.orders
          synapse | host: x.sql.azuresynapse.net, port: 1433, database: pool | orders |
          oracle | host: db, port: 1521, serviceName: XE | hr.staff | oracle://db:1521 XE.hr.staff
          oracle | host: db, port: 1521, serviceName: XE | staff |
          db2 | host: db, port: 50000, database: shop, schema: sales | orders | db2://db:50000 shop.sales.orders
          hive | host: meta, database: shop | orders | hive://meta:10000 shop.orders
          trino | host: t, port: 8080, catalog: c, schema: s | orders | trino://t:8080 c.s.orders
          presto | host: t:8080, catalog: c, schema: s | orders | presto://t:8080 c.s.orders
          presto | host: t, catalog: c, schema: s | orders |
          databricks | host: https://adb-1.azuredatabricks.net/, catalog: main, schema: sales | orders | databricks://adb-1.azuredatabricks.net main.sales.orders
          databricks | catalog: main, schema: sales | orders |
          redshift | host: examplecluster.abc123.us-west-2.redshift.amazonaws.com, database: dev, schema: public | orders | redshift://examplecluster.us-west-2:5439 dev.public.orders
          redshift | host: localhost, database: dev, schema: public | orders |
          snowflake | account: org-acct, database: SHOP, schema: SALES | ORDERS | snowflake://org-acct SHOP.SALES.ORDERS
          snowflake | account: org-acct, database: SHOP, schema: SALES | FIN.PUBLIC.ORDERS | snowflake://org-acct FIN.PUBLIC.ORDERS
          bigquery | project: p1, dataset: d1 | orders | bigquery p1.d1.orders
          athena | regionName: eu-west-1, catalog: c, schema: s | orders | awsathena://athena.eu-west-1.amazonaws.com c.s.orders
          athena | regionName: eu-west-1, schema: s | orders | awsathena://athena.eu-west-1.amazonaws.com AwsDataCatalog.s.orders
          athena | schema: s | orders |
          kafka | host: b1:9092 | orders.v1 | kafka://b1:9092 orders.v1
          kafka | host: b1:9093, b2 | orders | kafka://b1:9093 orders, kafka://b2:9092 orders
          pubsub | project: p1 | orders | pubsub topic:p1:orders
          s3 | location: s3://lake/shop/orders/ | orders | s3://lake shop/orders
          s3 | location: s3a://lake/shop/{model}/*.parquet | orders | s3://lake shop/orders
          s3 | location: s3://lake/day=*/x.json | orders | s3://lake /
          s3 | location: s3://lake | orders | s3://lake /
          azure | location: abfss://box@acct.dfs.core.windows.net/shop/orders | orders | abfss://box@acct.dfs.core.windows.net shop/orders
          azure | location: https://acct.blob.core.windows.net/box/shop/*.csv | orders | abfss://box@acct.dfs.core.windows.net shop, wasbs://box@acct.blob.core.windows.net shop
          azure | location: https://example.com/box/x | orders |
          custom | location: gs://lake/orders | orders | gs://lake orders
          custom | location: hdfs://nn:8020/data/orders | orders | hdfs://nn:8020 /data/orders
          custom | location: orders/today.csv | orders |
          glue | account: 1, database: d, location: s3://lake/orders | orders | s3://lake orders
          glue | account: 1, database: d | orders |
          local | path: /data/{model}.csv | orders | file /data/orders.csv
          local | path: data/orders.csv | orders |
          local | path: file:///data/orders | orders | file /data/orders
          api | location: https://example.com/orders | orders |
          duckdb | database: x.db | orders |
          kinesis | region: eu-west-1 | orders |
          """)
  void aServerNamesItsTablesAsLineageEventsDo(
      String type, String fields, String physicalName, String names) {
    assertThat(
            named(type, fields, physicalName).stream()
                .map(name -> name.namespace() + " " + name.name()))
        .containsExactlyElementsOf(
            names == null ? List.of() : Arrays.asList(names.split(", ", -1)));
  }

  @Test
  void anObjectWithoutAPhysicalNameGoesByItsOwn() {
    assertThat(named("bigquery", "project: p, dataset: d", null))
        .containsExactly(new DatasetName("bigquery", "p.d.entries"));
  }

  @Test
  void theOutlineHoldsTheNamesOfAllServersAndPhysicalNamesOfFields() {
    OdcsContract contract =
        OdcsReader.read(
                """
                apiVersion: v3.1.0
                kind: DataContract
                id: a
                version: 1.0.0
                status: active
                servers:
                  - {server: one, type: mysql, host: db, port: 3306, database: shop}
                  - {server: two, type: s3, location: 's3://lake/{model}/*.json'}
                  - {server: three, type: mysql, host: db, port: 3306, database: shop}
                schema:
                  - name: orders
                    logicalType: object
                    properties:
                      - {name: total, physicalName: ttl_amt, logicalType: number}
                """)
            .contract();
    assertThat(Outlines.of(contract).objects())
        .singleElement()
        .satisfies(object -> {
          assertThat(object.datasets())
              .containsExactly(
                  new DatasetName("mysql://db:3306", "shop.orders"),
                  new DatasetName("s3://lake", "orders"));
          assertThat(object.fields().getFirst().physicalName()).isEqualTo("ttl_amt");
        });
  }

  private static List<DatasetName> named(String type, String fields, String physicalName) {
    LinkedHashMap<String, String> given = new LinkedHashMap<>();
    for (String field : fields.split(", (?=\\w+: )", -1)) {
      int colon = field.indexOf(": ");
      given.put(field.substring(0, colon), field.substring(colon + 2));
    }
    Locus at = new Locus("$", new Sequence(new Span(1, 1, 1, 1), List.of()));
    return DatasetNames.of(
        new Server(at, null, "one", type, null, null, List.of(), given, List.of()),
        new SchemaObject(
            at,
            null,
            "entries",
            physicalName,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }
}
