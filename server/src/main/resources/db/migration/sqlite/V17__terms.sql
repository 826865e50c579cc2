-- What is promised. The whole record is in body (JSON); every version is in master_change.
create table term (
    code    TEXT not null primary key,
    kind    TEXT not null,
    active  INTEGER not null,
    version INTEGER not null,
    body    TEXT not null
) strict;

-- Terms that were sold for a serial, n from 1. Rows are only ever added.
create table term_contract (
    n            INTEGER not null primary key,
    id           TEXT    not null unique,
    unit_id      INTEGER not null,
    term         TEXT    not null,
    sold_day     INTEGER not null,
    reference    TEXT,
    request_hash BLOB    not null,
    actor        TEXT    not null,
    at_us        INTEGER not null
) strict;

create index term_contract_unit on term_contract (unit_id, n);

-- What was read off a unit, n from 1; kind is meter or version. Rows are only ever added.
create table term_reading (
    n            INTEGER not null primary key,
    id           TEXT    not null unique,
    unit_id      INTEGER not null,
    name         TEXT    not null,
    kind         TEXT    not null,
    value        TEXT    not null,
    day          INTEGER not null,
    request_hash BLOB    not null,
    actor        TEXT    not null,
    at_us        INTEGER not null
) strict;

create index term_reading_unit on term_reading (unit_id, n);

-- Readings that were wrong, n from 1.
create table term_strike (
    n            INTEGER not null primary key,
    id           TEXT    not null unique,
    reading      INTEGER not null unique,
    reason       TEXT    not null,
    request_hash BLOB    not null,
    actor        TEXT    not null,
    at_us        INTEGER not null
) strict;

-- Derived: the longest coverage of each serial whose item a term may be for, as it was last judged. mark: 0 it has
-- days, 1 it is not known, 2 there is none. end_day is null where meters alone or a repair that goes on end it.
create table standing (
    unit_id   INTEGER not null primary key,
    item_id   INTEGER not null,
    mark      INTEGER not null,
    start_day INTEGER,
    end_day   INTEGER,
    term      TEXT
) strict;

create index standing_item on standing (item_id, unit_id);

-- How far the standings follow entries, contracts, readings, registrations and terms.
create table standing_seen (
    name  TEXT not null primary key,
    value TEXT not null
) strict;
