-- logistics/parcels/tracking 2.3.1
-- Tables for PostgreSQL, as the contract promises them.

CREATE TABLE tracking.parcel (
  order_number varchar(20) NOT NULL,
  depot smallint NOT NULL,
  state text NOT NULL,
  weight numeric(8, 3),
  price numeric(38, 2),
  ratio real,
  big numeric(20, 0),
  sent_on date NOT NULL,
  sent_at timestamp with time zone,
  local_at timestamp,
  pickup time,
  tracking_id uuid UNIQUE,
  label bytea,
  fragile boolean NOT NULL,
  "Größe in cm" bigint,
  extra jsonb,
  address jsonb NOT NULL,
  tags text[],
  scans jsonb,
  matrix jsonb,
  PRIMARY KEY (depot, order_number)
);
COMMENT ON TABLE tracking.parcel IS 'One row per parcel; the customer''s own words are in "note".';
COMMENT ON COLUMN tracking.parcel.order_number IS 'Number of the order.';
COMMENT ON COLUMN tracking.parcel.sent_at IS 'When it left the depot.';
