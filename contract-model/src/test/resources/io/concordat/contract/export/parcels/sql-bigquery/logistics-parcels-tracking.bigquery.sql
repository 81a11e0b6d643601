-- logistics/parcels/tracking 2.3.1
-- Tables for BigQuery, as the contract promises them.

CREATE TABLE tracking.parcel (
  order_number STRING(20) NOT NULL OPTIONS (description = 'Number of the order.'),
  depot INT64 NOT NULL,
  state STRING NOT NULL,
  weight NUMERIC(8, 3),
  price BIGNUMERIC(38, 2),
  ratio FLOAT64,
  big BIGNUMERIC(38, 0),
  sent_on DATE NOT NULL,
  sent_at TIMESTAMP OPTIONS (description = 'When it left the depot.'),
  local_at DATETIME,
  pickup TIME,
  tracking_id STRING(36),
  label BYTES,
  fragile BOOL NOT NULL,
  `Größe in cm` INT64,
  extra JSON,
  address STRUCT<city STRING, geo STRUCT<lat NUMERIC(38, 9), lon NUMERIC(38, 9)>> NOT NULL,
  tags ARRAY<STRING>,
  scans ARRAY<STRUCT<`at` TIMESTAMP, place STRING>>,
  matrix ARRAY<STRUCT<item ARRAY<INT64>>>,
  PRIMARY KEY (depot, order_number) NOT ENFORCED
)
PARTITION BY sent_on
OPTIONS (description = 'One row per parcel; the customer\'s own words are in "note".');
