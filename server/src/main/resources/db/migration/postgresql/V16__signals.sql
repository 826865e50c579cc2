-- Runs over all lots and codes, each kept whole. state is running, done or failed; asked, done are JSON.
create table signal_run (
    number         bigint not null primary key,
    id             text collate "C" not null unique,
    state          text collate "C" not null,
    as_of_day      bigint not null,
    seq            bigint not null,
    started_at_us  bigint not null,
    finished_at_us bigint,
    actor          text collate "C" not null,
    level          text collate "C" not null,
    request_hash   bytea   not null,
    done           text collate "C",
    failure        text collate "C"
);

-- What a run found, n from 1 by kind: signal, mix, drift or unanswered; body is JSON.
create table signal_finding (
    run     bigint not null,
    kind    text collate "C" not null,
    n       bigint not null,
    lot_id  bigint not null,
    code    text collate "C" not null,
    verdict text collate "C" not null,
    body    text collate "C" not null,
    primary key (run, kind, n)
);

create index signal_finding_lot on signal_finding (lot_id, run) where lot_id <> 0;

-- Units in service and complaints of each lot as the latest run counted them; body is JSON.
create table signal_lot (
    lot_id bigint not null primary key,
    item   text collate "C" not null,
    run    bigint not null,
    body   text collate "C" not null
);

create index signal_lot_item on signal_lot (item, lot_id);

-- Days from which complaints and exposure count anew. item_id 0: all items; code empty: all codes.
create table quality_baseline (
    id           text collate "C" not null primary key,
    item_id      bigint not null,
    code         text collate "C" not null,
    from_day     bigint not null,
    why          text collate "C" not null,
    recall       text collate "C",
    request_hash bytea   not null,
    actor        text collate "C" not null,
    at_us        bigint not null
);

create index quality_baseline_item on quality_baseline (item_id, from_day);
