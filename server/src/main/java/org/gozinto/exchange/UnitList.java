/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gozinto.ledger.Page;
import org.gozinto.paper.Table;
import org.gozinto.paper.Table.Heading;
import org.gozinto.unit.Unit;
import org.gozinto.unit.UnitListing;
import org.gozinto.unit.UnitView;
import org.gozinto.unit.UnitViews;
import org.jspecify.annotations.Nullable;

/** Units with one row for each place where some of them is; a unit that is nowhere has one row without a place. */
record UnitList(UnitListing.Listed listed, UnitViews views) implements Export {

    private static final int PAGE = 500;

    @Override
    public List<Heading> headings() {
        return List.of(
                new Heading("id", 12),
                new Heading("kind", 10),
                new Heading("item", 20),
                new Heading("name", 40),
                new Heading("lot", 20),
                new Heading("serial", 20),
                new Heading("container", 22),
                new Heading("issuer", 16),
                new Heading("twin", 8),
                new Heading("expiry", 12),
                new Heading("bestBefore", 12),
                new Heading("manufactured", 12),
                new Heading("supplierLots", 20),
                new Heading("status", 12),
                new Heading("place", 20),
                new Heading("placeKind", 12),
                new Heading("within", 24),
                new Heading("position", 16),
                new Heading("qty", 14),
                new Heading("unit", 8),
                new Heading("ship", 8),
                new Heading("consume", 8),
                new Heading("sell", 8),
                new Heading("holds", 40),
                new Heading("attributes", 40));
    }

    @Override
    public void writeTo(Table table) throws IOException {
        String cursor = null;
        do {
            Page<Unit> page = listed.page(cursor, PAGE);
            for (UnitView view : views.of(page.items())) {
                write(view, table);
            }
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private static void write(UnitView unit, Table table) throws IOException {
        if (unit.holdings().isEmpty()) {
            table.row(cells(unit, null));
        }
        for (UnitView.HoldingView holding : unit.holdings()) {
            table.row(cells(unit, holding));
        }
    }

    private static List<@Nullable String> cells(UnitView unit, UnitView.@Nullable HoldingView at) {
        return Arrays.<@Nullable String>asList(
                unit.id(),
                unit.kind(),
                unit.item(),
                unit.name(),
                unit.lot(),
                unit.serial(),
                unit.container(),
                unit.issuer(),
                unit.twin() == 0 ? null : String.valueOf(unit.twin()),
                unit.expiry(),
                unit.bestBefore(),
                unit.manufactured(),
                some(unit.supplierLots().stream()
                        .map(UnitView.SupplierLotView::number)
                        .collect(Collectors.joining(", "))),
                unit.status(),
                at == null ? null : at.place(),
                at == null ? null : at.kind(),
                at == null || at.within() == null ? null : String.join(" < ", at.within()),
                at == null ? null : at.position(),
                at == null ? null : at.qty(),
                unit.unit(),
                unit.usable().ship(),
                unit.usable().consume(),
                unit.usable().sell(),
                some(unit.holds().stream()
                        .map(h -> String.join(" ", h.blocks()) + ": " + h.reason())
                        .collect(Collectors.joining("; "))),
                unit.attributes());
    }

    private static @Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }
}
