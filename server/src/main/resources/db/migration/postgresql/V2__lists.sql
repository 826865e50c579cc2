-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0
--
-- Indexes for the lists of units. All are partial, so that receiving many serials pays for none of them.

-- Lots and containers by item. Serials are left out: there are too many of them to pay for.
create index unit_not_serial on unit (kind, item_id, id) where kind <> 2;

-- Suspect twins, which are few.
create index unit_suspect on unit (id) where twin > 0;

-- Holds that are not released.
create index hold_open on hold (unit_id, seq) where released_seq is null;

-- What went into runs and came out of them, one step up and one step down: a lot that only moved has none of it.
create index movement_out_of_run on movement (unit_id, seq, n) where from_id >= 1000000000;
create index movement_into_run on movement (unit_id, seq, n) where to_id >= 1000000000;
