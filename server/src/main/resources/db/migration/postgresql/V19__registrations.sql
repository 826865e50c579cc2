-- Registrations, one row for each beside its quality_record: what lists and facts ask for. Nothing here is personal.
-- item_id and unit_id are 0 where they are not known (yet); serial is the number as it was registered.
create table registration (
    number    bigint not null primary key,
    item_id   bigint not null,
    serial    text collate "C" not null,
    unit_id   bigint not null,
    erased    bigint not null
);

create index registration_unit on registration (unit_id) where unit_id <> 0;

create index registration_serial on registration (serial, item_id);

create index registration_open on registration (serial) where unit_id = 0;

-- What a registration said from its n-th step on, for those who ask what was known at a time. on_day is the day of a
-- transfer or of the end.
create table registration_fact (
    number        bigint not null,
    n             bigint not null,
    at_us         bigint not null,
    type          text collate "C" not null,
    on_day        bigint,
    bought_day    bigint,
    installed_day bigint,
    proof         text collate "C" not null,
    secret        bigint not null,
    country       text collate "C",
    channel       text collate "C",
    primary key (number, n)
);

-- Units of which registrations say something else than before, in the order in which that came to be.
create table registration_change (
    seq     bigint not null primary key,
    unit_id bigint not null
);

-- How far open registrations were matched: the last unit that was looked at.
create table registration_seen (
    name  text collate "C" not null primary key,
    value bigint not null
);

-- The key that everything about one owner is sealed with. Rows are appended and never deleted: to erase an owner, zeros
-- are written over the key, in the same place, so that no copy of it stays behind in the file.
create table owner_key (
    number bigint not null primary key,
    key    bytea not null
);

-- Owners of registrations, n from 1 in each. What is sealed is JSON; mail_hash is a keyed hash of the address.
create table owner (
    number       bigint not null primary key,
    registration bigint not null,
    n            bigint not null,
    mail_hash    bytea,
    sealed       bytea not null,
    unique (registration, n)
);

create index owner_mail on owner (mail_hash) where mail_hash is not null;

-- Words that were written in steps, which may be about a person.
create table owner_text (
    registration bigint not null,
    step         bigint not null,
    owner        bigint not null,
    sealed       bytea not null,
    primary key (registration, step)
);

create index owner_text_of on owner_text (owner);

-- Proofs of purchase, n from 1 of each owner: what it is in the piece 0, its bytes in those after it.
create table owner_proof (
    owner  bigint not null,
    n      bigint not null,
    piece  bigint not null,
    sealed bytea not null,
    primary key (owner, n, piece)
);

-- Links to the page of an owner; only the hash of the token is kept.
create table owner_link (
    token_hash bytea not null primary key,
    owner      bigint not null
);

create index owner_link_of on owner_link (owner);

-- Secrets under labels; only a keyed hash is kept. version counts how often it was made anew.
create table unit_secret (
    item_id bigint not null,
    serial  text collate "C" not null,
    hash    bytea not null,
    made_us bigint not null,
    version bigint not null,
    primary key (item_id, serial)
);

create index unit_secret_serial on unit_secret (serial);

-- What was sent to make secrets, so that they are handed out once.
create table secret_run (
    id           text collate "C" not null primary key,
    request_hash bytea not null,
    item_id      bigint not null,
    secrets      bigint not null,
    at_us        bigint not null,
    actor        text collate "C" not null
);
