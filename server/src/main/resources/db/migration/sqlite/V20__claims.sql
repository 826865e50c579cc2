-- What lists, sums and recoveries ask of warranty claims, as their steps say. Ids are 0 for none; money is in the
-- smallest steps of its currency; approved is 0 unless a decision stands, month (2026-03) is that of the decision.
create table claim (
    number      INTEGER          not null primary key,
    opened_day  INTEGER          not null,
    item_id     INTEGER          not null,
    unit_id     INTEGER          not null,
    lot_id      INTEGER          not null,
    part_id     INTEGER          not null,
    serial      TEXT,
    lot         TEXT,
    failed_day  INTEGER          not null,
    code        TEXT,
    country     TEXT,
    partner     TEXT,
    complaint   TEXT             not null,
    currency    TEXT,
    asked       INTEGER          not null,
    approved    INTEGER          not null,
    paid        INTEGER          not null,
    decided_day INTEGER,
    month       TEXT,
    removed_id  INTEGER          not null,
    replaced_by INTEGER          not null,
    causal_id   INTEGER          not null,
    supplier    TEXT,
    recovery    INTEGER,
    recovered   INTEGER          not null,
    words       TEXT             not null
) strict;

create index claim_by_unit on claim (unit_id, number);

create index claim_by_part on claim (part_id) where part_id <> 0;

create index claim_by_lot on claim (lot_id) where lot_id <> 0;

create index claim_by_item on claim (item_id, number);

create index claim_by_removed on claim (removed_id) where removed_id <> 0;

create index claim_by_replacement on claim (replaced_by) where replaced_by <> 0;

create index claim_by_month on claim (month) where month is not null;

create index claim_to_recover on claim (supplier, causal_id) where supplier is not null and recovery is null;

create index claim_by_recovery on claim (recovery) where recovery is not null;

-- What lists ask of recoveries from suppliers; money as above.
create table recovery (
    number      INTEGER          not null primary key,
    supplier    TEXT             not null,
    lot_id      INTEGER          not null,
    currency    TEXT             not null,
    asked       INTEGER          not null,
    accepted    INTEGER          not null,
    received    INTEGER          not null
) strict;

create index recovery_by_supplier on recovery (supplier, number);
