-- A shop, as several stores would write it.
SET search_path = shop;

CREATE TABLE IF NOT EXISTS shop.orders (
  order_id     varchar(20) NOT NULL,
  customer_id  VARCHAR(36) NOT NULL,
  "Order Date" date NOT NULL,
  placed_at    timestamp with time zone DEFAULT now(),
  state        text NOT NULL CHECK (state IN ('open', 'it''s paid', 'shipped')),
  total        numeric(12, 2) DEFAULT 0.00 NOT NULL,
  currency     char(3) COLLATE "C",
  is_gift      boolean DEFAULT false,
  tags         text[],
  extra        jsonb,
  lines        int CHECK (lines > 0),
  CONSTRAINT orders_pk PRIMARY KEY (order_id, "Order Date"),
  FOREIGN KEY (customer_id) REFERENCES shop.customers (id) ON DELETE CASCADE
);
COMMENT ON TABLE shop.orders IS 'One row per order; "it''s" what people bought.';
COMMENT ON COLUMN shop.orders.total IS 'With tax.';
CREATE INDEX orders_by_customer ON shop.orders (customer_id);

CREATE OR REPLACE TABLE `project.shop.customers` (
  id INT64 NOT NULL OPTIONS (description = "Key of the customer"),
  email STRING(320),
  address STRUCT<street STRING, city STRING NOT NULL, geo STRUCT<lat FLOAT64, lon FLOAT64>>,
  visits ARRAY<STRUCT<at TIMESTAMP, page STRING>>,
  signed_up DATE,
  PRIMARY KEY (id) NOT ENFORCED
)
PARTITION BY signed_up
OPTIONS (description = "Who buys.");

CREATE TRANSIENT TABLE items (
  sku VARCHAR(20) PRIMARY KEY COMMENT 'What is sold\'s key',
  price NUMBER(10,2) NOT NULL,
  stock BIGINT UNSIGNED,
  UNIQUE KEY stock_key (stock),
  note TINYTEXT
) COMMENT = 'What is sold.';
