-- Runs over all lots and codes, each kept whole. state is running, done or failed; asked, done are JSON.
create table signal_run (
    number         INTEGER not null primary key,
    id             TEXT    not null unique,
    state          TEXT    not null,
    as_of_day      INTEGER not null,
    seq            INTEGER not null,
    started_at_us  INTEGER not null,
    finished_at_us INTEGER,
    actor          TEXT    not null,
    level          TEXT    not null,
    request_hash   BLOB    not null,
    done           TEXT,
    failure        TEXT
) strict;

-- What a run found, n from 1 by kind: signal, mix, drift or unanswered; body is JSON.
create table signal_finding (
    run     INTEGER not null,
    kind    TEXT    not null,
    n       INTEGER not null,
    lot_id  INTEGER not null,
    code    TEXT    not null,
    verdict TEXT    not null,
    body    TEXT    not null,
    primary key (run, kind, n)
) strict, without rowid;

create index signal_finding_lot on signal_finding (lot_id, run) where lot_id <> 0;

-- Units in service and complaints of each lot as the latest run counted them; body is JSON.
create table signal_lot (
    lot_id INTEGER not null primary key,
    item   TEXT    not null,
    run    INTEGER not null,
    body   TEXT    not null
) strict;

create index signal_lot_item on signal_lot (item, lot_id);

-- Days from which complaints and exposure count anew. item_id 0: all items; code empty: all codes.
create table quality_baseline (
    id           TEXT    not null primary key,
    item_id      INTEGER not null,
    code         TEXT    not null,
    from_day     INTEGER not null,
    why          TEXT    not null,
    recall       TEXT,
    request_hash BLOB    not null,
    actor        TEXT    not null,
    at_us        INTEGER not null
) strict;

create index quality_baseline_item on quality_baseline (item_id, from_day);
