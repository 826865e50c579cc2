-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- How an item numbers its lots and serials; body is JSON. Earlier versions are in master_change.
create table numbering (
    item_id INTEGER not null primary key,
    version INTEGER not null,
    body    TEXT    not null
) strict;

-- Items of which numbers are reserved, so that acts on all others need not ask. kind: 1 lot, 2 serial.
create table number_series (
    item_id INTEGER not null,
    kind    INTEGER not null,
    voided  INTEGER not null,
    primary key (item_id, kind)
) strict, without rowid;

-- Numbers that were reserved together, or taken over from a supplier (without template then). issuer_id 0 is ourselves.
-- printed, commissioned and voided count the numbers in that state; the rest is reserved.
create table number_block (
    n            INTEGER not null primary key,
    id           TEXT    not null unique,
    item_id      INTEGER not null,
    kind         INTEGER not null,
    issuer_id    INTEGER not null,
    lot          TEXT,
    template     TEXT,
    first_number TEXT    not null,
    last_number  TEXT    not null,
    number_count INTEGER not null,
    printed      INTEGER not null,
    commissioned INTEGER not null,
    voided       INTEGER not null,
    request_hash BLOB    not null,
    at_us        INTEGER not null,
    actor        TEXT    not null
) strict;
create index number_block_item on number_block (item_id, kind, n);

-- One row for each number, n from 0 in its block. void_n: the act of voiding, or 0. unit_id: the unit that has the number, or 0.
create table pool_number (
    block     INTEGER not null,
    n         INTEGER not null,
    item_id   INTEGER not null,
    kind      INTEGER not null,
    issuer_id INTEGER not null,
    number    TEXT    not null,
    printed   INTEGER not null,
    void_n    INTEGER not null,
    unit_id   INTEGER not null,
    primary key (block, n)
) strict, without rowid;
create unique index pool_number_key on pool_number (item_id, kind, number, issuer_id);
create index pool_number_open on pool_number (item_id, kind, number) where unit_id = 0;

-- The value that a counter gives next; of random numbers, how many were given. scope: the period, line, shift and site.
create table number_counter (
    item_id    INTEGER not null,
    kind       INTEGER not null,
    scope      TEXT    not null,
    next_value INTEGER not null,
    primary key (item_id, kind, scope)
) strict, without rowid;

create table number_void (
    n            INTEGER not null primary key,
    id           TEXT    not null unique,
    item_id      INTEGER not null,
    kind         INTEGER not null,
    issuer_id    INTEGER not null,
    number_count INTEGER not null,
    reason       TEXT    not null,
    request_hash BLOB    not null,
    at_us        INTEGER not null,
    actor        TEXT    not null
) strict;

-- How many numbers were taken and commissioned on a day, for the forecast. What is commissioned has an empty scope.
create table number_use (
    item_id      INTEGER not null,
    kind         INTEGER not null,
    scope        TEXT    not null,
    day          INTEGER not null,
    taken        INTEGER not null,
    commissioned INTEGER not null,
    primary key (item_id, kind, scope, day)
) strict, without rowid;

-- Whoever reserves numbers, and whoever makes units of them, changes this row first: one after the other.
create table number_turn (
    name TEXT    not null primary key,
    turn INTEGER not null
) strict;
insert into number_turn (name, turn) values ('numbers', 0);
