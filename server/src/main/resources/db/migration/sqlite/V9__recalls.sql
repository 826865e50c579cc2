-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- What recalls forbid, as the desk of acts asks for it. One row for each recall that stops something: rules is JSON, what
-- comes in that they fit is stopped when it comes; units is a RoaringBitmap of the ids of the units in scope, in its portable
-- form; revision is when that was last put; since_us is since when the recall stops without a break. A recall that stops
-- nothing any more keeps its row, with lifted = 1.
create table stop (
    recall   TEXT    not null primary key,
    title    TEXT    not null,
    rules    TEXT    not null,
    units    BLOB    not null,
    revision INTEGER not null,
    since_us INTEGER not null,
    lifted   INTEGER not null
) strict;

-- Units that came under a stop after its bitmap was made, and the entry that brought them.
create table stop_unit (
    recall  TEXT    not null,
    unit_id INTEGER not null,
    seq     INTEGER not null,
    primary key (recall, unit_id)
) strict, without rowid;

create index stop_unit_by_seq on stop_unit (recall, seq);

-- Entries that moved what is stopped.
create table stop_entry (
    recall TEXT    not null,
    seq    INTEGER not null,
    primary key (recall, seq)
) strict, without rowid;

-- Grows whenever something is stopped or freed: whoever knows the number has nothing to read.
create table stop_clock (
    id       INTEGER not null primary key check (id = 1),
    revision INTEGER not null
) strict;

insert into stop_clock (id, revision) values (1, 0);

-- One case each. request_hash is over what was sent, so that the same id with other content is noticed; stage is that of the
-- last step, for lists.
create table recall (
    number       INTEGER not null primary key,
    id           TEXT    not null unique,
    code         TEXT    not null unique,
    kind         TEXT    not null,
    title        TEXT    not null,
    stage        TEXT    not null,
    request_hash BLOB    not null,
    actor        TEXT    not null,
    opened_at_us INTEGER not null
) strict;

-- What was done in a case, n from 1: never changed, each with the hash of the one before in its own. body is JSON.
create table recall_step (
    recall       INTEGER not null,
    n            INTEGER not null,
    id           TEXT    not null unique,
    type         TEXT    not null,
    at_us        INTEGER not null,
    actor        TEXT    not null,
    role         TEXT    not null,
    body         TEXT    not null,
    request_hash BLOB    not null,
    hash         BLOB    not null,
    primary key (recall, n)
) strict, without rowid;

create trigger recall_step_no_update before update on recall_step
begin
    select raise(abort, 'recall_step is append-only');
end;

create trigger recall_step_no_delete before delete on recall_step
begin
    select raise(abort, 'recall_step is append-only');
end;

-- Units of a recall that were put right, and the step that says so.
create table recall_remedy (
    recall  INTEGER not null,
    unit_id INTEGER not null,
    n       INTEGER not null,
    day     INTEGER not null,
    primary key (recall, unit_id)
) strict, without rowid;

create index recall_remedy_by_unit on recall_remedy (unit_id);

-- Links by which consignees answer without signing in; only the hash of the token is kept.
create table recall_link (
    token_hash    BLOB    not null primary key,
    recall        INTEGER not null,
    consignee     TEXT    not null,
    made_at_us    INTEGER not null,
    expires_at_us INTEGER not null
) strict, without rowid;

create index recall_link_by_recall on recall_link (recall, consignee);

-- Letters and mails as they were sent or are to be sent. state: waiting, sent, failed, printed; document is what was written,
-- as JSON, and is never changed after it left.
create table recall_notice (
    recall     INTEGER not null,
    n          INTEGER not null,
    consignee  TEXT    not null,
    channel    TEXT    not null,
    language   TEXT    not null,
    kind       TEXT    not null,
    address    TEXT,
    state      TEXT    not null,
    tries      INTEGER not null,
    next_us    INTEGER not null,
    sent_at_us INTEGER,
    detail     TEXT,
    document   TEXT    not null,
    primary key (recall, n)
) strict, without rowid;

create index recall_notice_by_state on recall_notice (state, next_us);

-- When mock recalls are due: body is JSON.
create table drill_plan (
    id      INTEGER not null primary key,
    version INTEGER not null,
    body    TEXT    not null
) strict;
