-- payments/settlements/daily 1.4.0
-- Tables for PostgreSQL, as the contract promises them.

CREATE TABLE settlement_daily (
  settlement_id text NOT NULL,
  amount numeric(38, 9),
  currency text,
  contact jsonb,
  order_ids text[],
  PRIMARY KEY (settlement_id)
);
COMMENT ON TABLE settlement_daily IS 'What was settled.';
COMMENT ON COLUMN settlement_daily.settlement_id IS 'Identifies the settlement.';
COMMENT ON COLUMN settlement_daily.amount IS 'Settled amount.';
COMMENT ON COLUMN settlement_daily.currency IS 'Currency of the amount.';
COMMENT ON COLUMN settlement_daily.contact IS 'Whom to ask.';
COMMENT ON COLUMN settlement_daily.order_ids IS 'Orders that were settled.';
