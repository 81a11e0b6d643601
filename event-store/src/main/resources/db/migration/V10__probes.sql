-- What is looked at again and again, and what was seen last. A node takes what is due and moves
-- due_at in one statement, so that several nodes share the work.
create table probe (
    contract        text        not null,
    name            text        not null,
    version         text,
    commitment      text        not null,
    kind            text        not null,
    url             text,
    status          int,
    source          text,
    query           text,
    directory       text,
    path            text,
    oldest_seconds  int,
    every_seconds   int         not null,
    timeout_seconds int         not null,
    changed_by      text        not null,
    changed_at      timestamptz not null,
    due_at          timestamptz not null,
    looked_at       timestamptz,
    kept            boolean,
    told            text,
    primary key (contract, name)
);

create index probe_due on probe (due_at);
