-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- How an item numbers its lots and serials; body is JSON. Earlier versions are in master_change.
create table numbering (
    item_id bigint  not null primary key,
    version bigint  not null,
    body    text collate "C"    not null
);

-- Items of which numbers are reserved, so that acts on all others need not ask. kind: 1 lot, 2 serial.
create table number_series (
    item_id bigint  not null,
    kind    bigint  not null,
    voided  bigint  not null,
    primary key (item_id, kind)
);

-- Numbers that were reserved together, or taken over from a supplier (without template then). issuer_id 0 is ourselves.
-- printed, commissioned and voided count the numbers in that state; the rest is reserved.
create table number_block (
    n            bigint  not null primary key,
    id           text collate "C"    not null unique,
    item_id      bigint  not null,
    kind         bigint  not null,
    issuer_id    bigint  not null,
    lot          text collate "C",
    template     text collate "C",
    first_number text collate "C"    not null,
    last_number  text collate "C"    not null,
    number_count bigint  not null,
    printed      bigint  not null,
    commissioned bigint  not null,
    voided       bigint  not null,
    request_hash bytea    not null,
    at_us        bigint  not null,
    actor        text collate "C"    not null
);
create index number_block_item on number_block (item_id, kind, n);

-- One row for each number, n from 0 in its block. void_n: the act of voiding, or 0. unit_id: the unit that has the number, or 0.
create table pool_number (
    block     bigint  not null,
    n         bigint  not null,
    item_id   bigint  not null,
    kind      bigint  not null,
    issuer_id bigint  not null,
    number    text collate "C"    not null,
    printed   bigint  not null,
    void_n    bigint  not null,
    unit_id   bigint  not null,
    primary key (block, n)
);
create unique index pool_number_key on pool_number (item_id, kind, number, issuer_id);
create index pool_number_open on pool_number (item_id, kind, number) where unit_id = 0;

-- The value that a counter gives next; of random numbers, how many were given. scope: the period, line, shift and site.
create table number_counter (
    item_id    bigint  not null,
    kind       bigint  not null,
    scope      text collate "C"    not null,
    next_value bigint  not null,
    primary key (item_id, kind, scope)
);

create table number_void (
    n            bigint  not null primary key,
    id           text collate "C"    not null unique,
    item_id      bigint  not null,
    kind         bigint  not null,
    issuer_id    bigint  not null,
    number_count bigint  not null,
    reason       text collate "C"    not null,
    request_hash bytea    not null,
    at_us        bigint  not null,
    actor        text collate "C"    not null
);

-- How many numbers were taken and commissioned on a day, for the forecast. What is commissioned has an empty scope.
create table number_use (
    item_id      bigint  not null,
    kind         bigint  not null,
    scope        text collate "C"    not null,
    day          bigint  not null,
    taken        bigint  not null,
    commissioned bigint  not null,
    primary key (item_id, kind, scope, day)
);

-- Whoever reserves numbers, and whoever makes units of them, changes this row first: one after the other.
create table number_turn (
    name text collate "C"    not null primary key,
    turn bigint  not null
);
insert into number_turn (name, turn) values ('numbers', 0);
