-- logistics/parcels/tracking 2.3.1
-- Tables for DuckDB, as the contract promises them.

CREATE TABLE tracking.parcel (
  order_number VARCHAR(20) NOT NULL,
  depot SMALLINT NOT NULL,
  state VARCHAR NOT NULL,
  weight DECIMAL(8, 3),
  price DECIMAL(38, 2),
  ratio FLOAT,
  big UBIGINT,
  sent_on DATE NOT NULL,
  sent_at TIMESTAMP WITH TIME ZONE,
  local_at TIMESTAMP,
  pickup TIME,
  tracking_id UUID UNIQUE,
  label BLOB,
  fragile BOOLEAN NOT NULL,
  "Größe in cm" BIGINT,
  extra JSON,
  address STRUCT(city VARCHAR, geo STRUCT(lat DECIMAL(38, 9), lon DECIMAL(38, 9))) NOT NULL,
  tags VARCHAR[],
  scans STRUCT("at" TIMESTAMP WITH TIME ZONE, place VARCHAR)[],
  matrix BIGINT[][],
  PRIMARY KEY (depot, order_number)
);
COMMENT ON TABLE tracking.parcel IS 'One row per parcel; the customer''s own words are in "note".';
COMMENT ON COLUMN tracking.parcel.order_number IS 'Number of the order.';
COMMENT ON COLUMN tracking.parcel.sent_at IS 'When it left the depot.';
