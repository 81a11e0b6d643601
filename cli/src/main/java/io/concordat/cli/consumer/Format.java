package io.concordat.cli.consumer;

/** How what was found is written. */
enum Format {
  TEXT,
  JSON,
  CSV
}
