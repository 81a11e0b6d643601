-- Batches of observations as they were accepted, and ticks of the clock, in the order of their
-- commits: whoever inserts holds an advisory lock until the commit.
create table observation_batch (
    position    bigint generated always as identity (cache 1) primary key,
    -- L: one observation a line, J: a JSON list or object, T: a tick of the clock.
    format      char(1)     not null,
    -- By which a batch that is sent again is known: SHA-256 of the sender and its key or body.
    batch_key   bytea       not null unique,
    -- SHA-256 of the body.
    digest      bytea       not null,
    accepted_at timestamptz not null,
    -- Producer of those that name none.
    sender      text        not null,
    accepted    integer     not null,
    refused     integer     not null,
    -- The position of the event store whose promises hold from this row on, at least.
    as_of       bigint      not null,
    -- Deflated (RFC 1950); empty for ticks.
    body        bytea       not null
);

-- How far the log is folded. One row; what follows is saved in the same transaction.
create table observation_fold (
    id            smallint primary key check (id = 1),
    position      bigint not null,
    as_of         bigint not null,
    open_from     bigint not null,
    tick          bigint not null,
    patient_until bigint not null
);

-- Where commitments stand and what is remembered of their observations, many contracts a page.
create table observation_page (
    page  integer primary key,
    state bytea   not null
);

-- Checks of a product's commitments, by the hour in which they were made.
create table observation_hour (
    product    text        not null,
    commitment text        not null,
    hour       timestamptz not null,
    passed     bigint      not null,
    failed     bigint      not null,
    primary key (product, commitment, hour)
);
create index observation_hour_time on observation_hour (hour);

-- Observations that were accepted and not counted, by what was wrong with them.
create table observation_aside (
    contract   text        not null,
    version    text        not null,
    commitment text        not null,
    producer   text        not null,
    fault      text        not null,
    count      bigint      not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    last_id    text        not null,
    primary key (contract, version, commitment, producer, fault)
);
create index observation_aside_last on observation_aside (last_at);

-- What turned, to be sent as commands. The key is made of the commitment and the log's position.
create table observation_outbox (
    key        text        primary key,
    -- 0 for incidents, 1 for hours that were closed: the former go first.
    lane       smallint    not null,
    position   bigint      not null,
    body       text        not null,
    created_at timestamptz not null,
    done_at    timestamptz,
    attempts   integer     not null default 0,
    problem    text
);
create index observation_outbox_open on observation_outbox (lane, position) where done_at is null;
