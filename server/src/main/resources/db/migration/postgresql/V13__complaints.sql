-- Kinds of failure, a tree. The whole record is in body (JSON).
create table complaint_code (
    code    text collate "C" not null primary key,
    parent  text collate "C",
    active  bigint not null,
    version bigint not null,
    body    text collate "C" not null
);

-- One row for each complaint, beside its quality_record: what lists ask for. All of it follows from the steps and the
-- ledger; unit_id, lot_id and item_id are 0 where they are not known, match is unit, lot, item, unknown or ambiguous.
-- serial is as it was said; reporter is an address or a number, to find what the same person said before.
create table complaint (
    number       bigint not null primary key,
    reported_day bigint not null,
    failed_day   bigint,
    code         text collate "C",
    confirmed    bigint not null,
    severity     text collate "C",
    country      text collate "C",
    match        text collate "C" not null,
    item_id      bigint not null,
    unit_id      bigint not null,
    lot_id       bigint not null,
    serial       text collate "C",
    lot          text collate "C",
    reporter     text collate "C",
    merged_into  bigint,
    words        text collate "C" not null
);

create index complaint_unit on complaint (unit_id) where unit_id <> 0;

create index complaint_lot on complaint (lot_id) where lot_id <> 0;

create index complaint_item on complaint (item_id, number) where item_id <> 0;

create index complaint_code_of on complaint (code, number) where code is not null;

create index complaint_serial on complaint (serial) where serial is not null;

create index complaint_reporter on complaint (reporter, item_id) where reporter is not null;

create index complaint_merged on complaint (merged_into) where merged_into is not null;

-- Numbers that were said and that no unit had: the complaint is matched when one comes to have it.
create table complaint_wanted (
    number    text collate "C" not null,
    complaint bigint not null,
    primary key (number, complaint)
);

create index complaint_wanted_by on complaint_wanted (complaint);

-- What is attached, by its SHA-256, in pieces, n from 0.
create table complaint_content (
    hash  bytea not null,
    n     bigint not null,
    bytes bytea not null,
    primary key (hash, n)
);

-- Links by which reporters answer; only the hash of the token is kept.
create table complaint_link (
    token_hash    bytea not null primary key,
    complaint     bigint not null,
    n             bigint not null,
    made_at_us    bigint not null,
    expires_at_us bigint not null,
    unique (complaint, n)
);

-- Replies that go out by e-mail, by the step that they are. state is waiting, sent or failed.
create table complaint_mail (
    complaint  bigint not null,
    n          bigint not null,
    address    text collate "C" not null,
    language   text collate "C" not null,
    state      text collate "C" not null,
    tries      bigint not null,
    next_us    bigint not null,
    sent_at_us bigint,
    detail     text collate "C",
    primary key (complaint, n)
);

create index complaint_mail_waiting on complaint_mail (state, next_us);
