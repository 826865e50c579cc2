-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Trace answers that were frozen. question is JSON as it was asked; request_hash is over what was sent, so that the same id with
-- other content is noticed.
create table scope (
    number        bigint  not null primary key,
    id            text collate "C"    not null unique,
    name          text collate "C"    not null,
    question      text collate "C"    not null,
    request_hash  bytea   not null,
    revision      bigint  not null,
    actor         text collate "C"    not null,
    created_at_us bigint  not null
);

-- One answer each. It is written when all its units are: units without their version are of a freezing that did not end.
-- body is JSON: the policy, the totals, what was cut.
create table scope_version (
    number       bigint  not null primary key,
    scope        bigint  not null,
    version      bigint  not null,
    seq          bigint  not null,
    head_hash    bytea   not null,
    known_at_us  bigint  not null,
    answer_hash  bytea   not null,
    content_hash bytea   not null,
    unit_count   bigint  not null,
    complete     bigint  not null,
    body         text collate "C"    not null,
    actor        text collate "C"    not null,
    frozen_at_us bigint  not null,
    unique (scope, version)
);

-- The units of an answer in its order, n from 0; body is what the answer says of it, as JSON.
create table scope_unit (
    version bigint  not null,
    n       bigint  not null,
    unit_id bigint  not null,
    body    text collate "C"    not null,
    primary key (version, n)
);

create unique index scope_unit_by_unit on scope_unit (version, unit_id);
