-- Lineage events as they were accepted, in the order of their commits: whoever inserts holds an
-- advisory lock until the commit, so that a reader who is past a position never misses one before it.
-- An event that is sent again has the same digest and is kept once.
create table lineage_event (
    position    bigint generated always as identity (cache 1) primary key,
    digest      bytea       not null unique,
    accepted_at timestamptz not null,
    -- Deflated (RFC 1950).
    body        bytea       not null,
    -- Why the graph did not take it; null where it did, or has not come so far.
    problem     text
);

create index lineage_event_problem on lineage_event (position) where problem is not null;
