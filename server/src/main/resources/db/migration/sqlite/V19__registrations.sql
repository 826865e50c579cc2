-- Registrations, one row for each beside its quality_record: what lists and facts ask for. Nothing here is personal.
-- item_id and unit_id are 0 where they are not known (yet); serial is the number as it was registered.
create table registration (
    number    INTEGER not null primary key,
    item_id   INTEGER not null,
    serial    TEXT not null,
    unit_id   INTEGER not null,
    erased    INTEGER not null
) strict;

create index registration_unit on registration (unit_id) where unit_id <> 0;

create index registration_serial on registration (serial, item_id);

create index registration_open on registration (serial) where unit_id = 0;

-- What a registration said from its n-th step on, for those who ask what was known at a time. on_day is the day of a
-- transfer or of the end.
create table registration_fact (
    number        INTEGER not null,
    n             INTEGER not null,
    at_us         INTEGER not null,
    type          TEXT not null,
    on_day        INTEGER,
    bought_day    INTEGER,
    installed_day INTEGER,
    proof         TEXT not null,
    secret        INTEGER not null,
    country       TEXT,
    channel       TEXT,
    primary key (number, n)
) strict, without rowid;

-- Units of which registrations say something else than before, in the order in which that came to be.
create table registration_change (
    seq     INTEGER not null primary key,
    unit_id INTEGER not null
) strict;

-- How far open registrations were matched: the last unit that was looked at.
create table registration_seen (
    name  TEXT not null primary key,
    value INTEGER not null
) strict;

-- The key that everything about one owner is sealed with. Rows are appended and never deleted: to erase an owner, zeros
-- are written over the key, in the same place, so that no copy of it stays behind in the file.
create table owner_key (
    number INTEGER not null primary key,
    key    BLOB not null
) strict;

-- Owners of registrations, n from 1 in each. What is sealed is JSON; mail_hash is a keyed hash of the address.
create table owner (
    number       INTEGER not null primary key,
    registration INTEGER not null,
    n            INTEGER not null,
    mail_hash    BLOB,
    sealed       BLOB not null,
    unique (registration, n)
) strict;

create index owner_mail on owner (mail_hash) where mail_hash is not null;

-- Words that were written in steps, which may be about a person.
create table owner_text (
    registration INTEGER not null,
    step         INTEGER not null,
    owner        INTEGER not null,
    sealed       BLOB not null,
    primary key (registration, step)
) strict, without rowid;

create index owner_text_of on owner_text (owner);

-- Proofs of purchase, n from 1 of each owner: what it is in the piece 0, its bytes in those after it.
create table owner_proof (
    owner  INTEGER not null,
    n      INTEGER not null,
    piece  INTEGER not null,
    sealed BLOB not null,
    primary key (owner, n, piece)
) strict;

-- Links to the page of an owner; only the hash of the token is kept.
create table owner_link (
    token_hash BLOB not null primary key,
    owner      INTEGER not null
) strict;

create index owner_link_of on owner_link (owner);

-- Secrets under labels; only a keyed hash is kept. version counts how often it was made anew.
create table unit_secret (
    item_id INTEGER not null,
    serial  TEXT not null,
    hash    BLOB not null,
    made_us INTEGER not null,
    version INTEGER not null,
    primary key (item_id, serial)
) strict, without rowid;

create index unit_secret_serial on unit_secret (serial);

-- What was sent to make secrets, so that they are handed out once.
create table secret_run (
    id           TEXT not null primary key,
    request_hash BLOB not null,
    item_id      INTEGER not null,
    secrets      INTEGER not null,
    at_us        INTEGER not null,
    actor        TEXT not null
) strict;
