-- logistics/parcels/tracking 2.3.1
-- Tables for Snowflake, as the contract promises them.

CREATE TABLE tracking.parcel (
  order_number VARCHAR(20) NOT NULL COMMENT 'Number of the order.',
  depot SMALLINT NOT NULL,
  state VARCHAR NOT NULL,
  weight NUMBER(8, 3),
  price NUMBER(38, 2),
  ratio FLOAT,
  big NUMBER(20, 0),
  sent_on DATE NOT NULL,
  sent_at TIMESTAMP_TZ COMMENT 'When it left the depot.',
  local_at TIMESTAMP_NTZ,
  pickup TIME,
  tracking_id VARCHAR(36) UNIQUE,
  label BINARY,
  fragile BOOLEAN NOT NULL,
  "Größe in cm" BIGINT,
  extra VARIANT,
  address OBJECT NOT NULL,
  tags ARRAY,
  scans ARRAY,
  matrix ARRAY,
  PRIMARY KEY (depot, order_number)
)
CLUSTER BY (sent_on)
COMMENT = 'One row per parcel; the customer''s own words are in "note".';
