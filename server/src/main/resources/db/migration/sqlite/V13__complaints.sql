-- Kinds of failure, a tree. The whole record is in body (JSON).
create table complaint_code (
    code    TEXT not null primary key,
    parent  TEXT,
    active  INTEGER not null,
    version INTEGER not null,
    body    TEXT not null
) strict;

-- One row for each complaint, beside its quality_record: what lists ask for. All of it follows from the steps and the
-- ledger; unit_id, lot_id and item_id are 0 where they are not known, match is unit, lot, item, unknown or ambiguous.
-- serial is as it was said; reporter is an address or a number, to find what the same person said before.
create table complaint (
    number       INTEGER not null primary key,
    reported_day INTEGER not null,
    failed_day   INTEGER,
    code         TEXT,
    confirmed    INTEGER not null,
    severity     TEXT,
    country      TEXT,
    match        TEXT not null,
    item_id      INTEGER not null,
    unit_id      INTEGER not null,
    lot_id       INTEGER not null,
    serial       TEXT,
    lot          TEXT,
    reporter     TEXT,
    merged_into  INTEGER,
    words        TEXT not null
) strict;

create index complaint_unit on complaint (unit_id) where unit_id <> 0;

create index complaint_lot on complaint (lot_id) where lot_id <> 0;

create index complaint_item on complaint (item_id, number) where item_id <> 0;

create index complaint_code_of on complaint (code, number) where code is not null;

create index complaint_serial on complaint (serial) where serial is not null;

create index complaint_reporter on complaint (reporter, item_id) where reporter is not null;

create index complaint_merged on complaint (merged_into) where merged_into is not null;

-- Numbers that were said: a complaint is matched again when a unit comes to have one of them.
create table complaint_wanted (
    number    TEXT not null,
    complaint INTEGER not null,
    primary key (number, complaint)
) strict, without rowid;

create index complaint_wanted_by on complaint_wanted (complaint);

-- What is attached, by its SHA-256, in pieces, n from 0.
create table complaint_content (
    hash  BLOB not null,
    n     INTEGER not null,
    bytes BLOB not null,
    primary key (hash, n)
) strict;

-- Links by which reporters answer; only the hash of the token is kept.
create table complaint_link (
    token_hash    BLOB not null primary key,
    complaint     INTEGER not null,
    n             INTEGER not null,
    made_at_us    INTEGER not null,
    expires_at_us INTEGER not null
) strict;

create index complaint_link_of on complaint_link (complaint, n);

-- How far complaints were matched with what is recorded: the last unit and the last entry that were looked at.
create table complaint_seen (
    name  TEXT not null primary key,
    value INTEGER not null
) strict;
