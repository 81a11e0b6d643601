package io.concordat.sparkjob;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Sums amounts by currency, from a CSV file into Parquet files. Knows nothing of Concordat. */
public final class DailyTotals {

  private DailyTotals() {}

  /**
   * Runs the job.
   *
   * @param arguments address to send lineage to, token, file to read, directory to write
   */
  public static void main(String[] arguments) throws Exception {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .appName("daily-totals")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.extraListeners", "io.openlineage.spark.agent.OpenLineageSparkListener")
            .config("spark.openlineage.namespace", "nightly")
            .config("spark.openlineage.transport.type", "http")
            .config("spark.openlineage.transport.url", arguments[0])
            .config("spark.openlineage.transport.compression", "gzip")
            .config("spark.openlineage.transport.auth.type", "api_key")
            .config("spark.openlineage.transport.auth.apiKey", arguments[1])
            .getOrCreate()) {
      spark
          .read()
          .option("header", "true")
          .csv(arguments[2])
          .groupBy("currency")
          .agg(sum(col("amount")).as("total"))
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(arguments[3]);
    }
  }
}
