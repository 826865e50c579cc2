-- What fits, needs, excludes or replaces what. body: the whole rule; the other columns narrow lists.
create table fit_rule (
    code         TEXT not null primary key,
    subject_item TEXT not null,
    object_item  TEXT not null,
    relation     TEXT not null,
    active       INTEGER not null,
    version      INTEGER not null,
    body         TEXT not null
) strict;

create index fit_rule_by_subject on fit_rule (subject_item, code);

create index fit_rule_by_object on fit_rule (object_item, code);
