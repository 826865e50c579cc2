-- What is promised. The whole record is in body (JSON); every version is in master_change.
create table term (
    code    text collate "C" not null primary key,
    kind    text collate "C" not null,
    active  bigint not null,
    version bigint not null,
    body    text collate "C" not null
);

-- Terms that were sold for a serial, n from 1. Rows are only ever added.
create table term_contract (
    n            bigint not null primary key,
    id           text collate "C"    not null unique,
    unit_id      bigint not null,
    term         text collate "C"    not null,
    sold_day     bigint not null,
    reference    text collate "C",
    request_hash bytea    not null,
    actor        text collate "C"    not null,
    at_us        bigint not null
);

create index term_contract_unit on term_contract (unit_id, n);

-- What was read off a unit, n from 1; kind is meter or version. Rows are only ever added.
create table term_reading (
    n            bigint not null primary key,
    id           text collate "C"    not null unique,
    unit_id      bigint not null,
    name         text collate "C"    not null,
    kind         text collate "C"    not null,
    value        text collate "C"    not null,
    day          bigint not null,
    request_hash bytea    not null,
    actor        text collate "C"    not null,
    at_us        bigint not null
);

create index term_reading_unit on term_reading (unit_id, n);

-- Readings that were wrong, n from 1.
create table term_strike (
    n            bigint not null primary key,
    id           text collate "C"    not null unique,
    reading      bigint not null unique,
    reason       text collate "C"    not null,
    request_hash bytea    not null,
    actor        text collate "C"    not null,
    at_us        bigint not null
);

-- Derived: the longest coverage of each serial whose item a term may be for, as it was last judged. mark: 0 it has
-- days, 1 it is not known, 2 there is none. end_day is null where meters alone or a repair that goes on end it.
create table standing (
    unit_id   bigint not null primary key,
    item_id   bigint not null,
    mark      bigint not null,
    start_day bigint,
    end_day   bigint,
    term      text collate "C"
);

create index standing_item on standing (item_id, unit_id);

-- How far the standings follow entries, contracts, readings, registrations and terms.
create table standing_seen (
    name  text collate "C" not null primary key,
    value text collate "C" not null
);
