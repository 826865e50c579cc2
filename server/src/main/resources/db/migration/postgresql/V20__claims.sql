-- What lists, sums and recoveries ask of warranty claims, as their steps say. Ids are 0 for none; money is in the
-- smallest steps of its currency; approved is 0 unless a decision stands, month (2026-03) is that of the decision.
create table claim (
    number      bigint           not null primary key,
    opened_day  bigint           not null,
    item_id     bigint           not null,
    unit_id     bigint           not null,
    lot_id      bigint           not null,
    part_id     bigint           not null,
    serial      text collate "C",
    lot         text collate "C",
    failed_day  bigint           not null,
    code        text collate "C",
    country     text collate "C",
    partner     text collate "C",
    complaint   text collate "C" not null,
    currency    text collate "C",
    asked       bigint           not null,
    approved    bigint           not null,
    paid        bigint           not null,
    decided_day bigint,
    month       text collate "C",
    removed_id  bigint           not null,
    replaced_by bigint           not null,
    causal_id   bigint           not null,
    supplier    text collate "C",
    recovery    bigint,
    recovered   bigint           not null,
    words       text collate "C" not null
);

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
    number      bigint           not null primary key,
    supplier    text collate "C" not null,
    lot_id      bigint           not null,
    currency    text collate "C" not null,
    asked       bigint           not null,
    accepted    bigint           not null,
    received    bigint           not null
);

create index recovery_by_supplier on recovery (supplier, number);
