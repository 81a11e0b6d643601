-- payments/settlements/daily 1.4.0
-- Tables for Snowflake, as the contract promises them.

CREATE TABLE settlement_daily (
  settlement_id VARCHAR NOT NULL COMMENT 'Identifies the settlement.',
  amount NUMBER(38, 9) COMMENT 'Settled amount.',
  currency VARCHAR COMMENT 'Currency of the amount.',
  contact OBJECT COMMENT 'Whom to ask.',
  order_ids ARRAY COMMENT 'Orders that were settled.',
  PRIMARY KEY (settlement_id)
)
COMMENT = 'What was settled.';
