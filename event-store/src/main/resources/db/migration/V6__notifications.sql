-- What is to be told to whom: one row for each event and channel, however often the event comes.
-- Neither addresses nor keys of channels are kept here.
create table notification (
    position   bigint generated always as identity primary key,
    -- Of the message, the same at each attempt: a receiver tells by it what it has already.
    id         uuid        not null unique default gen_random_uuid(),
    event      text        not null,
    channel    text        not null,
    -- What belongs together and is told in order.
    subject    text        not null,
    notice     jsonb       not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'DEAD')),
    attempts   integer     not null default 0,
    created_at timestamptz not null default now(),
    -- The earliest next attempt; while one is under way, when another node may take it for lost.
    due_at     timestamptz not null,
    unique (event, channel)
);

create index notification_due on notification (due_at) where state = 'WAITING';
create index notification_order on notification (channel, subject, position) where state = 'WAITING';
create index notification_dead on notification (position) where state = 'DEAD';

-- The log of deliveries.
create table notification_attempt (
    notification bigint      not null references notification (position),
    attempt      integer     not null,
    at           timestamptz not null default now(),
    -- HTTP status; 0 where there was no answer.
    status       integer     not null,
    -- Null where the receiver has it.
    problem      text,
    primary key (notification, attempt)
);
