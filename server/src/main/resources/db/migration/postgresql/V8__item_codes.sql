-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Further numbers that name items, beside an item's own GTIN. The items' records have them too; here they are kept from being
-- given twice. shared: 1 for numbers that several items may have, such as a customer's number for a part.
create table item_code (
    scheme  text collate "C" not null,
    value   text collate "C" not null,
    item_id bigint   not null,
    shared  smallint not null,
    primary key (scheme, value, item_id)
);
create unique index item_code_once on item_code (scheme, value) where shared = 0;
create index item_code_item on item_code (item_id);
