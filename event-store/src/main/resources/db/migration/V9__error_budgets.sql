-- The latest checks of commitments that have an error budget, by five minutes; a little more than
-- an hour of them. Saved with the fold.
create table observation_slot (
    product    text        not null,
    commitment text        not null,
    slot       timestamptz not null,
    passed     bigint      not null,
    failed     bigint      not null,
    primary key (product, commitment, slot)
);
create index observation_slot_time on observation_slot (slot);

-- Budgets that were spent too fast. One that has not ended is there once for each speed.
create table budget_burn (
    id         uuid        primary key,
    product    text        not null,
    commitment text        not null,
    speed      text        not null check (speed in ('FAST', 'SLOW')),
    objective  float8      not null,
    rate       float8      not null,
    began_at   timestamptz not null,
    ended_at   timestamptz,
    -- Whether the notices of its beginning and of its end are in the outbox.
    told_began boolean     not null default false,
    told_ended boolean     not null default false
);
create unique index budget_burn_open on budget_burn (product, commitment, speed)
    where ended_at is null;
create index budget_burn_untold on budget_burn (began_at) where not told_began or not told_ended;
