-- Certificates by what they are of; what they say is in their steps, the paper as it was issued or came is here.
-- kind: analysis, conformity. unit_id is the lot or serial.
create table certificate (
    number        bigint not null primary key,
    kind          text collate "C" not null,
    received      bigint not null,
    unit_id       bigint not null,
    issuer        text collate "C",
    issuer_number text collate "C",
    valid_until   text collate "C",
    withdrawn     bigint not null,
    paper_hash    text collate "C" not null,
    paper         bytea not null
);

create index certificate_by_unit on certificate (unit_id, number);
