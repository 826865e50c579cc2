-- Certificates by what they are of; what they say is in their steps, the paper as it was issued or came is here.
-- kind: analysis, conformity. unit_id is the lot or serial.
create table certificate (
    number        INTEGER not null primary key,
    kind          TEXT not null,
    received      INTEGER not null,
    unit_id       INTEGER not null,
    issuer        TEXT,
    issuer_number TEXT,
    valid_until   TEXT,
    withdrawn     INTEGER not null,
    paper_hash    TEXT not null,
    paper         BLOB not null
) strict;

create index certificate_by_unit on certificate (unit_id, number);
