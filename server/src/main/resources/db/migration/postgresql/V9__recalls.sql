-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- What recalls forbid, as the desk of acts asks for it. One row for each recall that stops something: rules is JSON, what
-- comes in that they fit is stopped when it comes; units is a RoaringBitmap of the ids of the units in scope, in its portable
-- form; revision is when that was last put; since_us is since when the recall stops without a break. A recall that stops
-- nothing any more keeps its row, with lifted = 1.
create table stop (
    recall   text collate "C" not null primary key,
    title    text collate "C" not null,
    rules    text collate "C" not null,
    units    bytea    not null,
    revision bigint not null,
    since_us bigint not null,
    lifted   bigint not null
);

-- Units that came under a stop after its bitmap was made, and the entry that brought them.
create table stop_unit (
    recall  text collate "C" not null,
    unit_id bigint not null,
    seq     bigint not null,
    primary key (recall, unit_id)
);

create index stop_unit_by_seq on stop_unit (recall, seq);

-- Entries that moved what is stopped.
create table stop_entry (
    recall text collate "C" not null,
    seq    bigint not null,
    primary key (recall, seq)
);

-- Grows whenever something is stopped or freed: whoever knows the number has nothing to read.
create table stop_clock (
    id       bigint not null primary key check (id = 1),
    revision bigint not null
);

insert into stop_clock (id, revision) values (1, 0);

-- One case each. request_hash is over what was sent, so that the same id with other content is noticed; stage is that of the
-- last step, for lists.
create table recall (
    number       bigint not null primary key,
    id           text collate "C" not null unique,
    code         text collate "C" not null unique,
    kind         text collate "C" not null,
    title        text collate "C" not null,
    stage        text collate "C" not null,
    request_hash bytea    not null,
    actor        text collate "C" not null,
    opened_at_us bigint not null
);

-- What was done in a case, n from 1: never changed, each with the hash of the one before in its own. body is JSON.
create table recall_step (
    recall       bigint not null,
    n            bigint not null,
    id           text collate "C" not null unique,
    type         text collate "C" not null,
    at_us        bigint not null,
    actor        text collate "C" not null,
    role         text collate "C" not null,
    body         text collate "C" not null,
    request_hash bytea    not null,
    hash         bytea    not null,
    primary key (recall, n)
);

create trigger recall_step_append_only before update or delete or truncate on recall_step
    for each statement execute function refuse_change();

-- Units of a recall that were put right, and the step that says so.
create table recall_remedy (
    recall  bigint not null,
    unit_id bigint not null,
    n       bigint not null,
    day     bigint not null,
    primary key (recall, unit_id)
);

create index recall_remedy_by_unit on recall_remedy (unit_id);

-- Links by which consignees answer without signing in; only the hash of the token is kept.
create table recall_link (
    token_hash    bytea    not null primary key,
    recall        bigint not null,
    consignee     text collate "C" not null,
    made_at_us    bigint not null,
    expires_at_us bigint not null
);

create index recall_link_by_recall on recall_link (recall, consignee);

-- Letters and mails as they were sent or are to be sent. state: waiting, sent, failed, printed; document is what was written,
-- as JSON, and is never changed after it left.
create table recall_notice (
    recall     bigint not null,
    n          bigint not null,
    consignee  text collate "C" not null,
    channel    text collate "C" not null,
    language   text collate "C" not null,
    kind       text collate "C" not null,
    address    text collate "C",
    state      text collate "C" not null,
    tries      bigint not null,
    next_us    bigint not null,
    sent_at_us bigint,
    detail     text collate "C",
    document   text collate "C" not null,
    primary key (recall, n)
);

create index recall_notice_by_state on recall_notice (state, next_us);

-- When mock recalls are due: body is JSON.
create table drill_plan (
    id      bigint not null primary key,
    version bigint not null,
    body    text collate "C" not null
);
