-- payments/settlements/daily 1.4.0
-- Tables for Spark, as the contract promises them.

CREATE TABLE settlement_daily (
  settlement_id STRING NOT NULL COMMENT 'Identifies the settlement.',
  amount DECIMAL(38, 9) COMMENT 'Settled amount.',
  currency STRING COMMENT 'Currency of the amount.',
  contact STRUCT<email: STRING> COMMENT 'Whom to ask.',
  order_ids ARRAY<STRING> COMMENT 'Orders that were settled.'
)
COMMENT 'What was settled.';
