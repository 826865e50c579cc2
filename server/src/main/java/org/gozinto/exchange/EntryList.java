/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.gozinto.exchange.Table.Heading;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.movement.EntryView;
import org.gozinto.movement.EntryViews;
import org.jspecify.annotations.Nullable;

/**
 * The ledger with one row for each movement; an entry that moves nothing has one row.
 *
 * @param document only the entries behind it, or null for all
 */
record EntryList(
        Entries entries, EntryViews views, @Nullable String document, long after) implements Export {

    private static final int PAGE = 500;

    /** Entries behind one document, at the most. */
    private static final int OF_DOCUMENT_MAX = 10_000;

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
        if (document != null) {
            List<EntryRow> found = entries.ofDocument(document, OF_DOCUMENT_MAX);
            for (int i = 0; i < found.size(); i += PAGE) {
                write(found.subList(i, Math.min(found.size(), i + PAGE)), table);
            }
            return;
        }
        long seq = after;
        List<EntryRow> page;
        do {
            page = entries.after(seq, PAGE);
            write(page, table);
            seq = page.isEmpty() ? seq : page.getLast().seq();
        } while (page.size() == PAGE);
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
