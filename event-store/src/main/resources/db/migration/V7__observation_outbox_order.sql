-- Entries of one commitment go one after another. Those that were there before know no order.
alter table observation_outbox
    -- Whose turns must not overtake each other; empty where the order does not matter.
    add column subject    text        not null default '',
    -- Which of several turns that one row of the log brought about.
    add column part       integer     not null default 0,
    -- Not sent before: a failure is tried again later and later.
    add column not_before timestamptz,
    -- The incident that it is sent to, stored before it is sent.
    add column incident   uuid;

drop index observation_outbox_open;
create index observation_outbox_open
    on observation_outbox (lane, position, part) where done_at is null;
create index observation_outbox_subject
    on observation_outbox (subject, position, part) where done_at is null and subject <> '';

-- The latest incident of each commitment that was broken.
create table observation_incident (
    subject  text        primary key,
    incident uuid        not null,
    -- Whether the commitment was broken when it was sent to last.
    open     boolean     not null,
    sent_at  timestamptz not null
);
