-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Trace answers that were frozen. question is JSON as it was asked; request_hash is over what was sent, so that the same id with
-- other content is noticed.
create table scope (
    number        INTEGER not null primary key,
    id            TEXT    not null unique,
    name          TEXT    not null,
    question      TEXT    not null,
    request_hash  BLOB    not null,
    revision      INTEGER not null,
    actor         TEXT    not null,
    created_at_us INTEGER not null
) strict;

-- One answer each. It is written when all its units are: units without their version are of a freezing that did not end.
-- body is JSON: the policy, the totals, what was cut.
create table scope_version (
    number       INTEGER not null primary key,
    scope        INTEGER not null,
    version      INTEGER not null,
    seq          INTEGER not null,
    head_hash    BLOB    not null,
    known_at_us  INTEGER not null,
    answer_hash  BLOB    not null,
    content_hash BLOB    not null,
    unit_count   INTEGER not null,
    complete     INTEGER not null,
    body         TEXT    not null,
    actor        TEXT    not null,
    frozen_at_us INTEGER not null,
    unique (scope, version)
) strict;

-- The units of an answer in its order, n from 0; body is what the answer says of it, as JSON.
create table scope_unit (
    version INTEGER not null,
    n       INTEGER not null,
    unit_id INTEGER not null,
    body    TEXT    not null,
    primary key (version, n)
) strict, without rowid;

create unique index scope_unit_by_unit on scope_unit (version, unit_id);
