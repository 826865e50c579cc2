-- Units that came in and that no inspection has accepted since, of items that ask for one. rejected: by which one.
create table uninspected (
    unit_id  INTEGER not null primary key,
    way      TEXT    not null,
    seq      INTEGER not null,
    since_us INTEGER not null,
    rejected TEXT
) strict;

create index uninspected_waiting on uninspected (seq, unit_id) where rejected is null;

create table inspection_plan (
    code    TEXT    not null primary key,
    version INTEGER not null,
    body    TEXT    not null
) strict;

-- What inspections and non-conformances are about.
create table inspection_unit (
    record  INTEGER not null,
    unit_id INTEGER not null,
    item_id INTEGER not null,
    primary key (record, unit_id)
) strict, without rowid;

create index inspection_unit_by_unit on inspection_unit (unit_id, record);

create index inspection_unit_by_item on inspection_unit (item_id, record);
