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

-- Numbers that were said: a complaint is matched again when a unit comes to have one of them.
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
    expires_at_us bigint not null
);

create index complaint_link_of on complaint_link (complaint, n);

-- How far complaints were matched with what is recorded: the last unit and the last entry that were looked at.
create table complaint_seen (
    name  text collate "C" not null primary key,
    value bigint not null
);
