-- What fields looked like: one row for each field, window and producer. The same one sent again
-- takes the place of the former; those of several producers are merged when they are read.
create table field_profile (
    contract    text        not null,
    field       text        not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    producer    text        not null,
    -- The version that was looked at; null where it was not told.
    version     text,
    sketch      bytea       not null,
    received_at timestamptz not null default now(),
    -- Subject of the token with which it was sent last.
    sent_by     text        not null,
    primary key (contract, field, starts_at, ends_at, producer)
);

create index field_profile_age on field_profile (ends_at);
