-- payments/settlements/daily 1.4.0
-- Tables for BigQuery, as the contract promises them.

CREATE TABLE settlement_daily (
  settlement_id STRING NOT NULL OPTIONS (description = 'Identifies the settlement.'),
  amount NUMERIC(38, 9) OPTIONS (description = 'Settled amount.'),
  currency STRING OPTIONS (description = 'Currency of the amount.'),
  contact STRUCT<email STRING> OPTIONS (description = 'Whom to ask.'),
  order_ids ARRAY<STRING> OPTIONS (description = 'Orders that were settled.'),
  PRIMARY KEY (settlement_id) NOT ENFORCED
)
OPTIONS (description = 'What was settled.');
