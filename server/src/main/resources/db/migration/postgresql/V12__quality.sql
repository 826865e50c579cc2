-- Complaints, inspections, non-conformances, certificates: one row each; what they are follows from their steps.
create table quality_record (
    number       bigint not null primary key,
    id           text collate "C" not null unique,
    code         text collate "C" not null unique,
    kind         text collate "C" not null,
    opened_year  bigint not null,
    of_year      bigint not null,
    title        text collate "C" not null,
    state        text collate "C" not null,
    request_hash bytea  not null,
    actor        text collate "C" not null,
    opened_at_us bigint not null,
    unique (kind, opened_year, of_year)
);

create index quality_record_by_kind on quality_record (kind, number);

create index quality_record_by_state on quality_record (kind, state, number);

-- What was done in a record, n from 1: never changed, each with the hash of the one before in its own. body is JSON.
create table quality_step (
    record       bigint not null,
    n            bigint not null,
    id           text collate "C" not null unique,
    type         text collate "C" not null,
    at_us        bigint not null,
    actor        text collate "C" not null,
    role         text collate "C" not null,
    body         text collate "C" not null,
    request_hash bytea  not null,
    hash         bytea  not null,
    primary key (record, n)
);

create trigger quality_step_append_only before update or delete or truncate on quality_step
    for each statement execute function refuse_change();
