-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Times are microseconds since 1970-01-01 UTC, days are days since then, quantities are integers at the item's scale.
-- The same schema stands in the folder of the other engine; SchemaTest compares them.

-- The book: facts about this ledger itself, such as its identity and the version of its canonical form.
create table book (
    name  TEXT not null primary key,
    value TEXT not null
) strict;

-- Who may write. One row; the fence grows with every new holder, and every writing transaction names the fence it holds.
create table lease (
    name          TEXT   not null primary key,
    holder        TEXT   not null,
    fence         INTEGER not null,
    expires_at_us INTEGER not null
) strict;

-- Items: what is made, bought or sold. The whole record is in body (JSON); beside it, what queries need.
create table item (
    id       INTEGER  not null primary key,
    code     TEXT     not null unique,
    gtin     TEXT,
    active   INTEGER not null,
    version  INTEGER  not null,
    body     TEXT     not null
) strict;
create index item_gtin on item (gtin) where gtin is not null;

-- Places: locations, vessels, partners, runs and the virtual places. Hosts and containers are units, and as a place
-- they carry the negative id of the unit: a movement to place -17 goes into unit 17.
create table place (
    id        INTEGER  not null primary key,
    space     INTEGER not null,
    code      TEXT     not null,
    kind      TEXT     not null,
    parent_id INTEGER,
    gln       TEXT,
    active    INTEGER not null,
    version   INTEGER  not null,
    body      TEXT     not null,
    unique (code, space)
) strict;
create index place_parent on place (parent_id) where parent_id is not null;
create index place_gln on place (gln) where gln is not null;

-- What a master record was after each change. Rows are only ever added.
create table master_change (
    kind    TEXT   not null,
    code    TEXT   not null,
    version INTEGER not null,
    at_us   INTEGER not null,
    actor   TEXT   not null,
    body    TEXT   not null,
    primary key (kind, code, version)
) strict;

-- Units: lots, serials, containers and the untracked stock of an item. kind: 1 lot, 2 serial, 3 container, 4 untracked.
-- Identity is (item, issuer, number); twin tells suspect twins of one number apart. issuer 0 is ourselves, item 0 a container.
-- The number comes first in the key, so that the same index answers "what is this number".
create table unit (
    id               INTEGER  not null primary key,
    kind             INTEGER not null,
    item_id          INTEGER  not null,
    issuer_id        INTEGER  not null,
    number           TEXT     not null,
    twin             INTEGER not null,
    lot_id           INTEGER  not null,
    expiry_day       INTEGER,
    best_before_day  INTEGER,
    manufactured_day INTEGER,
    first_seq        INTEGER  not null,
    first_us         INTEGER  not null,
    attributes       TEXT,
    unique (number, item_id, issuer_id, kind, twin)
) strict;
create index unit_lot on unit (lot_id) where lot_id <> 0;
create index unit_item on unit (item_id, id);

-- The supplier's own numbers of a lot: many to many.
create table supplier_lot (
    number     TEXT   not null,
    partner_id INTEGER not null,
    unit_id    INTEGER not null,
    primary key (number, partner_id, unit_id)
) strict, without rowid;
create index supplier_lot_unit on supplier_lot (unit_id);

-- The ledger. seq has no gaps; hash covers the canonical form of the entry and the hash before it.
-- occurred_from_us..occurred_to_us is the interval that the stated time leaves open (an instant has both the same).
-- place_id is the run of a produce, the vessel of a clean.
create table entry (
    seq              INTEGER  not null primary key,
    id               TEXT     not null unique,
    type             TEXT     not null,
    occurred_from_us INTEGER  not null,
    occurred_to_us   INTEGER  not null,
    occurred_at      TEXT     not null,
    recorded_at_us   INTEGER  not null,
    actor            TEXT     not null,
    document         TEXT,
    place_id         INTEGER,
    corrects         INTEGER,
    body             TEXT     not null,
    request_hash     BLOB     not null,
    hash             BLOB     not null,
    answer           TEXT     not null
) strict;
create unique index entry_corrects on entry (corrects) where corrects is not null;
create index entry_document on entry (document) where document is not null;
create index entry_place on entry (place_id) where place_id is not null;

-- Movements: qty (at the item's scale, above zero) of one unit from one place to another.
create table movement (
    seq     INTEGER not null,
    n       INTEGER not null,
    unit_id INTEGER not null,
    qty     INTEGER not null check (qty > 0),
    from_id INTEGER not null,
    to_id   INTEGER not null,
    primary key (seq, n),
    check (from_id <> to_id)
) strict, without rowid;
create index movement_unit on movement (unit_id, seq);
-- What went into hosts and containers and came out again, for their history.
create index movement_into on movement (to_id, seq) where to_id < 0;
create index movement_out_of on movement (from_id, seq) where from_id < 0;

-- Links: input unit to output unit inside a run, where it is known. qty 0: not stated.
create table link (
    seq    INTEGER not null,
    n      INTEGER not null,
    in_id  INTEGER not null,
    out_id INTEGER not null,
    qty    INTEGER not null check (qty >= 0),
    primary key (seq, n)
) strict, without rowid;

-- Derived from the movements: how much of a unit is at a place now. Rows of zero are not kept.
create table holding (
    unit_id  INTEGER not null,
    place_id INTEGER not null,
    qty      INTEGER not null check (qty <> 0),
    position TEXT,
    primary key (unit_id, place_id)
) strict, without rowid;
create index holding_place on holding (place_id, unit_id);

-- Derived from hold and release entries: which purposes a unit is blocked for. purposes: 1 ship, 2 consume, 4 sell, 8 move.
create table hold (
    seq          INTEGER  not null,
    unit_id      INTEGER  not null,
    purposes     INTEGER not null,
    reason       TEXT     not null,
    released_seq INTEGER,
    primary key (seq, unit_id)
) strict, without rowid;
create index hold_unit on hold (unit_id);
create index hold_released on hold (released_seq) where released_seq is not null;

-- Users and tokens. Secrets are kept as hashes only.
create table app_user (
    name          TEXT     not null primary key,
    role          TEXT     not null,
    password_hash TEXT     not null,
    active        INTEGER not null,
    version       INTEGER  not null,
    created_at_us INTEGER  not null
) strict;

create table api_token (
    id            TEXT     not null primary key,
    secret_hash   BLOB     not null,
    name          TEXT     not null,
    user_name     TEXT     not null,
    role          TEXT     not null,
    acts          TEXT,
    session       INTEGER not null,
    created_at_us INTEGER  not null,
    expires_at_us INTEGER,
    used_at_us    INTEGER,
    revoked_at_us INTEGER
) strict;
create index api_token_user on api_token (user_name);

create trigger entry_no_update before update on entry
begin
    select raise(abort, 'entry is append-only');
end;

create trigger entry_no_delete before delete on entry
begin
    select raise(abort, 'entry is append-only');
end;

create trigger movement_no_update before update on movement
begin
    select raise(abort, 'movement is append-only');
end;

create trigger movement_no_delete before delete on movement
begin
    select raise(abort, 'movement is append-only');
end;

create trigger link_no_update before update on link
begin
    select raise(abort, 'link is append-only');
end;

create trigger link_no_delete before delete on link
begin
    select raise(abort, 'link is append-only');
end;

create trigger master_change_no_update before update on master_change
begin
    select raise(abort, 'master_change is append-only');
end;

create trigger master_change_no_delete before delete on master_change
begin
    select raise(abort, 'master_change is append-only');
end;

-- "insert or replace" deletes without asking the triggers above.
create trigger entry_no_replace before insert on entry
    when new.seq <= (select max(seq) from entry)
begin
    select raise(abort, 'entry is append-only');
end;

create trigger movement_no_replace before insert on movement
    when exists (select 1 from movement where seq = new.seq and n = new.n)
begin
    select raise(abort, 'movement is append-only');
end;

create trigger link_no_replace before insert on link
    when exists (select 1 from link where seq = new.seq and n = new.n)
begin
    select raise(abort, 'link is append-only');
end;

create trigger master_change_no_replace before insert on master_change
    when exists (select 1 from master_change where kind = new.kind and code = new.code and version = new.version)
begin
    select raise(abort, 'master_change is append-only');
end;

-- The virtual places, which make what appears and vanishes a movement too.
insert into place (id, space, code, kind, active, version, body) values
    (1, 0, 'outside', 'outside', 1, 1, '{}'),
    (2, 0, 'scrap', 'scrap', 1, 1, '{}'),
    (3, 0, 'adjustment', 'adjustment', 1, 1, '{}'),
    (4, 0, 'unknown', 'unknown', 1, 1, '{}');
