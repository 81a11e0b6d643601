-- logistics/parcels/tracking 2.3.1
-- Tables for Spark, as the contract promises them.

CREATE TABLE tracking.parcel (
  order_number VARCHAR(20) NOT NULL COMMENT 'Number of the order.',
  depot SMALLINT NOT NULL,
  state STRING NOT NULL,
  weight DECIMAL(8, 3),
  price DECIMAL(38, 2),
  ratio FLOAT,
  big DECIMAL(20, 0),
  sent_on DATE NOT NULL,
  sent_at TIMESTAMP COMMENT 'When it left the depot.',
  local_at TIMESTAMP_NTZ,
  pickup STRING,
  tracking_id STRING,
  label BINARY,
  fragile BOOLEAN NOT NULL,
  `Größe in cm` BIGINT,
  extra STRING,
  address STRUCT<city: STRING, geo: STRUCT<lat: DECIMAL(38, 9), lon: DECIMAL(38, 9)>> NOT NULL,
  tags ARRAY<STRING>,
  scans ARRAY<STRUCT<`at`: TIMESTAMP, place: STRING>>,
  matrix ARRAY<ARRAY<BIGINT>>
)
PARTITIONED BY (sent_on)
COMMENT 'One row per parcel; the customer\'s own words are in "note".';
