/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.gozinto.ledger.EntryPages;
import org.gozinto.ledger.EntryRow;
import org.gozinto.movement.EntryView;
import org.gozinto.movement.EntryViews;
import org.gozinto.paper.Table;
import org.gozinto.paper.Table.Heading;
import org.jspecify.annotations.Nullable;

/**
 * The ledger with one row for each movement; an entry that moves nothing has one row.
 *
 * @param after only entries with a seq above it
 */
record EntryList(EntryPages pages, EntryViews views, EntryPages.Filter filter, long after) implements Export {

    private static final int PAGE = 500;

    @Override
    public List<Heading> headings() {
        return List.of(
                new Heading("seq", 10),
                new Heading("type", 12),
                new Heading("occurredAt", 26),
                new Heading("recordedAt", 26),
                new Heading("actor", 18),
                new Heading("document", 18),
                new Heading("item", 20),
                new Heading("lot", 20),
                new Heading("serial", 20),
                new Heading("container", 22),
                new Heading("qty", 14),
                new Heading("from", 18),
                new Heading("to", 18),
                new Heading("corrects", 10),
                new Heading("correctedBy", 10),
                new Heading("id", 38),
                new Heading("hash", 66));
    }

    @Override
    public void writeTo(Table table) throws IOException {
        Long cursor = 0L;
        while (cursor != null) {
            var slice = pages.page(filter, new EntryPages.Part(false, after, cursor, PAGE, false));
            write(slice.rows(), table);
            cursor = slice.next();
        }
    }

    private void write(List<EntryRow> page, Table table) throws IOException {
        for (EntryView entry : views.of(page)) {
            if (entry.movements().isEmpty()) {
                table.row(cells(entry, null));
            }
            for (EntryView.MovementView movement : entry.movements()) {
                table.row(cells(entry, movement));
            }
        }
    }

    private static List<@Nullable String> cells(EntryView entry, EntryView.@Nullable MovementView moved) {
        return Arrays.<@Nullable String>asList(
                String.valueOf(entry.seq()),
                entry.type(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.actor(),
                entry.document(),
                moved == null ? null : moved.item(),
                moved == null ? null : moved.lot(),
                moved == null ? null : moved.serial(),
                moved == null ? null : moved.container(),
                moved == null ? null : moved.qty(),
                moved == null ? null : moved.from(),
                moved == null ? null : moved.to(),
                entry.corrects() == null ? null : String.valueOf(entry.corrects()),
                entry.correctedBy() == null ? null : String.valueOf(entry.correctedBy()),
                entry.id(),
                entry.hash());
    }
}
