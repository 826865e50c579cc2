-- Complaints, inspections, non-conformances, certificates: one row each; what they are follows from their steps.
create table quality_record (
    number       INTEGER not null primary key,
    id           TEXT    not null unique,
    code         TEXT    not null unique,
    kind         TEXT    not null,
    opened_year  INTEGER not null,
    of_year      INTEGER not null,
    title        TEXT    not null,
    state        TEXT    not null,
    request_hash BLOB    not null,
    actor        TEXT    not null,
    opened_at_us INTEGER not null,
    unique (kind, opened_year, of_year)
) strict;

create index quality_record_by_kind on quality_record (kind, number);

create index quality_record_by_state on quality_record (kind, state, number);

-- What was done in a record, n from 1: never changed, each with the hash of the one before in its own. body is JSON.
create table quality_step (
    record       INTEGER not null,
    n            INTEGER not null,
    id           TEXT    not null unique,
    type         TEXT    not null,
    at_us        INTEGER not null,
    actor        TEXT    not null,
    role         TEXT    not null,
    body         TEXT    not null,
    request_hash BLOB    not null,
    hash         BLOB    not null,
    primary key (record, n)
) strict, without rowid;

create trigger quality_step_no_update before update on quality_step
begin
    select raise(abort, 'quality_step is append-only');
end;

create trigger quality_step_no_delete before delete on quality_step
begin
    select raise(abort, 'quality_step is append-only');
end;
