-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- The first entry that gave a unit the supplier's number. Rows of older books have 0: they count as always known.
alter table supplier_lot add column noted_seq bigint not null default 0;
