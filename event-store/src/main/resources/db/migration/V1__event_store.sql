-- One row per event. global_index is taken under the append lock, so that it grows in commit order.
create sequence domain_event_entry_index as bigint increment 1 cache 1;

create table domain_event_entry (
    global_index         bigint       not null default nextval('domain_event_entry_index') primary key,
    event_identifier     varchar(64)  not null,
    aggregate_identifier varchar(400) not null,
    sequence_number      bigint       not null,
    type                 varchar(100) not null,
    time_stamp           timestamptz  not null,
    payload_type         varchar(200) not null,
    payload_revision     varchar(20),
    payload              bytea        not null,
    meta_data            bytea        not null,
    -- Only on the first event of a command that came with a key: 'subject:key', the digest of the
    -- request, and how many events the command appended; they follow each other without a gap.
    idempotency_key      varchar(420),
    request_digest       varchar(64),
    command_events       integer,
    constraint domain_event_entry_stream unique (aggregate_identifier, sequence_number),
    constraint domain_event_entry_identifier unique (event_identifier)
);
alter sequence domain_event_entry_index owned by domain_event_entry.global_index;

create unique index domain_event_entry_idempotency on domain_event_entry (idempotency_key)
    where idempotency_key is not null;
-- What auditors ask: what happened between two times, and all events of one kind in order.
create index domain_event_entry_time on domain_event_entry (time_stamp);
create index domain_event_entry_payload_type on domain_event_entry (payload_type, global_index);

-- Part of Axon's schema; stays empty until snapshots are asked for.
create table snapshot_event_entry (
    event_identifier     varchar(64)  not null unique,
    aggregate_identifier varchar(400) not null,
    sequence_number      bigint       not null,
    type                 varchar(100) not null,
    time_stamp           timestamptz  not null,
    payload_type         varchar(200) not null,
    payload_revision     varchar(20),
    payload              bytea        not null,
    meta_data            bytea        not null,
    primary key (aggregate_identifier, sequence_number)
);

create table token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    primary key (processor_name, segment)
);

create table dead_letter_entry (
    dead_letter_identifier varchar(255) primary key,
    processing_group       varchar(255) not null,
    sequence_identifier    varchar(400) not null,
    sequence_index         bigint       not null,
    message_type           varchar(255) not null,
    event_identifier       varchar(255) not null,
    time_stamp             varchar(255) not null,
    payload_type           varchar(255) not null,
    payload_revision       varchar(255),
    payload                bytea        not null,
    meta_data              bytea,
    aggregate_type         varchar(255),
    aggregate_identifier   varchar(400),
    sequence_number        bigint,
    token_type             varchar(255),
    token                  bytea,
    enqueued_at            varchar(255) not null,
    last_touched           varchar(255),
    processing_started     varchar(255),
    cause_type             varchar(255),
    cause_message          varchar(1023),
    diagnostics            bytea,
    constraint dead_letter_entry_sequence unique (processing_group, sequence_identifier, sequence_index)
);
create index dead_letter_entry_group on dead_letter_entry (processing_group);
