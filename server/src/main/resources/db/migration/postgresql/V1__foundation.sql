-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Times are microseconds since 1970-01-01 UTC, days are days since then, quantities are integers at the item's scale.
-- The same schema stands in the folder of the other engine; SchemaTest compares them.

-- The book: facts about this ledger itself, such as its identity and the version of its canonical form.
create table book (
    name  text collate "C" not null primary key,
    value text collate "C" not null
);

-- Who may write. One row; the fence grows with every new holder, and every writing transaction names the fence it holds.
create table lease (
    name          text collate "C"   not null primary key,
    holder        text collate "C"   not null,
    fence         bigint not null,
    expires_at_us bigint not null
);

-- Items: what is made, bought or sold. The whole record is in body (JSON); beside it, what queries need.
create table item (
    id       bigint   not null primary key,
    code     text collate "C"     not null unique,
    gtin     text collate "C",
    active   smallint not null,
    version  bigint   not null,
    body     text collate "C"     not null
);
create index item_gtin on item (gtin) where gtin is not null;

-- Places: locations, vessels, partners, runs and the virtual places. Hosts and containers are units, and as a place
-- they carry the negative id of the unit: a movement to place -17 goes into unit 17.
create table place (
    id        bigint   not null primary key,
    space     smallint not null,
    code      text collate "C"     not null,
    kind      text collate "C"     not null,
    parent_id bigint,
    gln       text collate "C",
    active    smallint not null,
    version   bigint   not null,
    body      text collate "C"     not null,
    unique (code, space)
);
create index place_parent on place (parent_id) where parent_id is not null;
create index place_gln on place (gln) where gln is not null;

-- What a master record was after each change. Rows are only ever added.
create table master_change (
    kind    text collate "C"   not null,
    code    text collate "C"   not null,
    version bigint not null,
    at_us   bigint not null,
    actor   text collate "C"   not null,
    body    text collate "C"   not null,
    primary key (kind, code, version)
);

-- Units: lots, serials, containers and the untracked stock of an item. kind: 1 lot, 2 serial, 3 container, 4 untracked.
-- Identity is (item, issuer, number); twin tells suspect twins of one number apart. issuer 0 is ourselves, item 0 a container.
-- The number comes first in the key, so that the same index answers "what is this number".
create table unit (
    id               bigint   not null primary key,
    kind             smallint not null,
    item_id          bigint   not null,
    issuer_id        bigint   not null,
    number           text collate "C"     not null,
    twin             smallint not null,
    lot_id           bigint   not null,
    expiry_day       bigint,
    best_before_day  bigint,
    manufactured_day bigint,
    first_seq        bigint   not null,
    first_us         bigint   not null,
    attributes       text collate "C",
    unique (number, item_id, issuer_id, kind, twin)
);
create index unit_lot on unit (lot_id) where lot_id <> 0;
create index unit_item on unit (item_id, id);

-- The supplier's own numbers of a lot: many to many.
create table supplier_lot (
    number     text collate "C"   not null,
    partner_id bigint not null,
    unit_id    bigint not null,
    primary key (number, partner_id, unit_id)
);
create index supplier_lot_unit on supplier_lot (unit_id);

-- The ledger. seq has no gaps; hash covers the canonical form of the entry and the hash before it.
-- occurred_from_us..occurred_to_us is the interval that the stated time leaves open (an instant has both the same).
-- place_id is the run of a produce, the vessel of a clean.
create table entry (
    seq              bigint   not null primary key,
    id               text collate "C"     not null unique,
    type             text collate "C"     not null,
    occurred_from_us bigint   not null,
    occurred_to_us   bigint   not null,
    occurred_at      text collate "C"     not null,
    recorded_at_us   bigint   not null,
    actor            text collate "C"     not null,
    document         text collate "C",
    place_id         bigint,
    corrects         bigint,
    body             text collate "C"     not null,
    request_hash     bytea     not null,
    hash             bytea     not null,
    answer           text collate "C"     not null
);
create unique index entry_corrects on entry (corrects) where corrects is not null;
create index entry_document on entry (document) where document is not null;
create index entry_place on entry (place_id) where place_id is not null;

-- Movements: qty (at the item's scale, above zero) of one unit from one place to another.
create table movement (
    seq     bigint not null,
    n       bigint not null,
    unit_id bigint not null,
    qty     bigint not null check (qty > 0),
    from_id bigint not null,
    to_id   bigint not null,
    primary key (seq, n),
    check (from_id <> to_id)
);
create index movement_unit on movement (unit_id, seq);
-- What went into hosts and containers and came out again, for their history.
create index movement_into on movement (to_id, seq) where to_id < 0;
create index movement_out_of on movement (from_id, seq) where from_id < 0;

-- Links: input unit to output unit inside a run, where it is known. qty 0: not stated.
create table link (
    seq    bigint not null,
    n      bigint not null,
    in_id  bigint not null,
    out_id bigint not null,
    qty    bigint not null check (qty >= 0),
    primary key (seq, n)
);

-- Derived from the movements: how much of a unit is at a place now. Rows of zero are not kept.
create table holding (
    unit_id  bigint not null,
    place_id bigint not null,
    qty      bigint not null check (qty <> 0),
    position text collate "C",
    primary key (unit_id, place_id)
);
create index holding_place on holding (place_id, unit_id);

-- Derived from hold and release entries: which purposes a unit is blocked for. purposes: 1 ship, 2 consume, 4 sell, 8 move.
create table hold (
    seq          bigint   not null,
    unit_id      bigint   not null,
    purposes     smallint not null,
    reason       text collate "C"     not null,
    released_seq bigint,
    primary key (seq, unit_id)
);
create index hold_unit on hold (unit_id);
create index hold_released on hold (released_seq) where released_seq is not null;

-- Users and tokens. Secrets are kept as hashes only.
create table app_user (
    name          text collate "C"     not null primary key,
    role          text collate "C"     not null,
    password_hash text collate "C"     not null,
    active        smallint not null,
    version       bigint   not null,
    created_at_us bigint   not null
);

create table api_token (
    id            text collate "C"     not null primary key,
    secret_hash   bytea     not null,
    name          text collate "C"     not null,
    user_name     text collate "C"     not null,
    role          text collate "C"     not null,
    acts          text collate "C",
    session       smallint not null,
    created_at_us bigint   not null,
    expires_at_us bigint,
    used_at_us    bigint,
    revoked_at_us bigint
);
create index api_token_user on api_token (user_name);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end;
$$;

create trigger entry_append_only before update or delete or truncate on entry
    for each statement execute function refuse_change();

create trigger movement_append_only before update or delete or truncate on movement
    for each statement execute function refuse_change();

create trigger link_append_only before update or delete or truncate on link
    for each statement execute function refuse_change();

create trigger master_change_append_only before update or delete or truncate on master_change
    for each statement execute function refuse_change();

-- The virtual places, which make what appears and vanishes a movement too.
insert into place (id, space, code, kind, active, version, body) values
    (1, 0, 'outside', 'outside', 1, 1, '{}'),
    (2, 0, 'scrap', 'scrap', 1, 1, '{}'),
    (3, 0, 'adjustment', 'adjustment', 1, 1, '{}'),
    (4, 0, 'unknown', 'unknown', 1, 1, '{}');
