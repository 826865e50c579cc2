-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Templates of labels that people made, as JSON; what each was after every change is in master_change. Those that come
-- with the program are not here.
create table label_template (
    code    TEXT    not null primary key,
    version INTEGER not null,
    body    TEXT    not null
) strict, without rowid;

-- Printers of the site, as JSON.
create table printer (
    code    TEXT    not null primary key,
    version INTEGER not null,
    body    TEXT    not null
) strict, without rowid;

-- What was printed. request_hash is over what was sent, so that the same id with other content is noticed. state: made (a
-- document), sending, sent or failed; detail says why it failed.
create table label_print (
    number           INTEGER not null primary key,
    id               TEXT    not null unique,
    request_hash     BLOB    not null,
    at_us            INTEGER not null,
    actor            TEXT    not null,
    template         TEXT    not null,
    template_version INTEGER not null,
    format           TEXT    not null,
    dpi              INTEGER not null,
    sheet            TEXT,
    printer          TEXT,
    reason           TEXT,
    block            TEXT,
    labels           INTEGER not null,
    state            TEXT    not null,
    detail           TEXT
) strict;

-- Each label of a print, n from 1. kind says what it is on: serial, lot, item, container or place; copy is 1 for the first
-- label that was ever printed for it. Codes and not ids, since labels are printed before the thing is recorded.
create table label_line (
    print  INTEGER not null,
    n      INTEGER not null,
    kind   TEXT    not null,
    item   TEXT    not null,
    number TEXT    not null,
    lot    TEXT,
    copy   INTEGER not null,
    primary key (print, n)
) strict, without rowid;

create index label_line_by_thing on label_line (kind, item, number, print);
create index label_line_by_item on label_line (item, print);
