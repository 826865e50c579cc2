-- What fits, needs, excludes or replaces what. body: the whole rule; the other columns narrow lists.
create table fit_rule (
    code         text collate "C" not null primary key,
    subject_item text collate "C" not null,
    object_item  text collate "C" not null,
    relation     text collate "C" not null,
    active       bigint not null,
    version      bigint not null,
    body         text collate "C" not null
);

create index fit_rule_by_subject on fit_rule (subject_item, code);

create index fit_rule_by_object on fit_rule (object_item, code);
