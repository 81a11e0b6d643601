-- Who was reported to read which version of a contract, and when: one row for each, however often it
-- reads, so that its size follows how many readers there are. A version that was not told is ''.
create table consumer_read (
    contract      text        not null,
    reader        text        not null,
    version       text        not null,
    first_read_at timestamptz not null,
    last_read_at  timestamptz not null,
    -- Subject of the token with which it was reported last.
    reported_by   text        not null,
    primary key (contract, reader, version)
);

create index consumer_read_reader on consumer_read (reader);
