-- Units that came in and that no inspection has accepted since, of items that ask for one. rejected: by which one.
create table uninspected (
    unit_id  bigint not null primary key,
    way      text collate "C" not null,
    seq      bigint not null,
    since_us bigint not null,
    rejected text collate "C"
);

create index uninspected_waiting on uninspected (seq, unit_id) where rejected is null;

create table inspection_plan (
    code    text collate "C" not null primary key,
    version bigint not null,
    body    text collate "C" not null
);

-- What inspections and non-conformances are about.
create table inspection_unit (
    record  bigint not null,
    unit_id bigint not null,
    item_id bigint not null,
    primary key (record, unit_id)
);

create index inspection_unit_by_unit on inspection_unit (unit_id, record);

create index inspection_unit_by_item on inspection_unit (item_id, record);
