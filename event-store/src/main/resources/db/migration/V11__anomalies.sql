-- Windows that are to be judged, written with them.
create table anomaly_job (
    contract   text        not null,
    field      text        not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null,
    attempts   integer     not null default 0,
    -- Not judged before: a failure is tried again later and later.
    not_before timestamptz,
    primary key (contract, field, starts_at, ends_at)
);
create index anomaly_job_order on anomaly_job (starts_at);

-- What was found, one row for each field, window and kind.
create table field_anomaly (
    contract    text        not null,
    field       text        not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    kind        text        not null,
    id          uuid        not null unique,
    product     text        not null,
    observed    float8      not null,
    expected    float8      not null,
    low         float8      not null,
    high        float8      not null,
    state       text        not null check (state in ('DETECTED', 'DISMISSED', 'WITHDRAWN')),
    detected_at timestamptz not null,
    -- The entry of the outbox by which an incident heard of it; null where none should.
    turn        text,
    -- The incident that heard of it.
    incident    uuid,
    primary key (contract, field, starts_at, ends_at, kind)
);
create index field_anomaly_product on field_anomaly (product, starts_at desc, id desc);
create index field_anomaly_contract on field_anomaly (contract, starts_at desc, id desc);
create index field_anomaly_turn on field_anomaly (turn) where turn is not null;
create index field_anomaly_incident on field_anomaly (incident) where incident is not null;
create index field_anomaly_age on field_anomaly (ends_at);

-- What anomalies of a field bring about is sent in this order.
create sequence anomaly_turn as integer cycle;
