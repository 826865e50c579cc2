-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Templates of labels that people made, as JSON; what each was after every change is in master_change. Those that come
-- with the program are not here.
create table label_template (
    code    text collate "C" not null primary key,
    version bigint  not null,
    body    text collate "C" not null
);

-- Printers of the site, as JSON.
create table printer (
    code    text collate "C" not null primary key,
    version bigint  not null,
    body    text collate "C" not null
);

-- What was printed. request_hash is over what was sent, so that the same id with other content is noticed. state: made (a
-- document), sending, sent or failed; detail says why it failed.
create table label_print (
    number           bigint  not null primary key,
    id               text collate "C" not null unique,
    request_hash     bytea   not null,
    at_us            bigint  not null,
    actor            text collate "C" not null,
    template         text collate "C" not null,
    template_version bigint  not null,
    format           text collate "C" not null,
    dpi              bigint  not null,
    sheet            text collate "C",
    printer          text collate "C",
    reason           text collate "C",
    block            text collate "C",
    labels           bigint  not null,
    state            text collate "C" not null,
    detail           text collate "C"
);

-- Each label of a print, n from 1. kind says what it is on: serial, lot, item, container or place; copy is 1 for the first
-- label that was ever printed for it. Codes and not ids, since labels are printed before the thing is recorded.
create table label_line (
    print  bigint  not null,
    n      bigint  not null,
    kind   text collate "C" not null,
    item   text collate "C" not null,
    number text collate "C" not null,
    lot    text collate "C",
    copy   bigint  not null,
    primary key (print, n)
);

create index label_line_by_thing on label_line (kind, item, number, print);
create index label_line_by_item on label_line (item, print);
