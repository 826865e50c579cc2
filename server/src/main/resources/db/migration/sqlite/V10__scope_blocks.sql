-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- The units of an answer in its order, many to a row: body is JSON, a line for each unit, compressed (DEFLATE). n is the number of
-- the first unit of the row, from 0. They are written after their version, which says how many there must be: what is not there yet is
-- worked out again from its question. Answers of an earlier release have their units in scope_unit.
create table scope_block (
    version    INTEGER not null,
    n          INTEGER not null,
    unit_count INTEGER not null,
    body       BLOB    not null,
    primary key (version, n)
) strict;

-- The ids of the units, as a RoaringBitmap in its portable form; null where the units are in scope_unit.
alter table scope_version add column unit_ids BLOB;
