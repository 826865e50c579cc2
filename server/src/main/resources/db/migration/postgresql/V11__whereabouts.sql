-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Where the units of an answer are, counted when it was frozen, so that nobody need read them all to know who has how many. body is
-- compressed (DEFLATE): for each place and item how many there are and their ids. It follows from the units; where it is missing, as
-- it is of answers that an earlier release froze, it is counted from them.
create table scope_spots (
    version bigint not null primary key,
    body    bytea  not null
);
