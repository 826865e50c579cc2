/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Shows what was printed. */
final class PrintViews {

    private final PrintStore store;
    private final Items items;
    private final Units units;

    PrintViews(PrintStore store, Items items, Units units) {
        this.store = store;
        this.items = items;
        this.units = units;
    }

    /**
     * A print.
     *
     * @param state made (a document), sending, sent or failed
     * @param detail why it failed
     */
    record PrintView(
            String print,
            String at,
            String by,
            String template,
            long templateVersion,
            String format,
            int dpi,
            @Nullable String sheet,
            @Nullable String printer,
            @Nullable String reason,
            @Nullable String block,
            long labels,
            String state,
            @Nullable String detail) {

        static PrintView of(PrintStore.Print print) {
            return new PrintView(
                    print.id(),
                    print.at(),
                    print.actor(),
                    print.template(),
                    print.templateVersion(),
                    print.format(),
                    print.dpi(),
                    print.sheet(),
                    print.printer(),
                    print.reason(),
                    print.block(),
                    print.labels(),
                    print.state(),
                    print.detail());
        }
    }

    /** @param copy 1 for the first label that was ever printed for it */
    record LineView(
            long n,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            @Nullable String place,
            long copy) {

        static LineView of(PrintStore.Line line) {
            Label.Thing thing = line.thing();
            String number = thing.number();
            Label.Kind kind = thing.kind();
            return new LineView(
                    line.n(),
                    thing.item().isEmpty() ? null : thing.item(),
                    kind == Label.Kind.LOT ? number : line.lot(),
                    kind == Label.Kind.SERIAL ? number : null,
                    kind == Label.Kind.CONTAINER ? number : null,
                    kind == Label.Kind.PLACE ? number : null,
                    line.copy());
        }
    }

    /** A print with its labels. */
    record PrintWithLines(
            PrintView print, List<LineView> lines, @Nullable String nextCursor) {}

    /** Prints, newest first. */
    Page<PrintView> page(@Nullable String unit, @Nullable String item, @Nullable String cursor, int limit) {
        long before = Paging.afterNumber(cursor);
        String code = item == null ? null : items.existing(item).code();
        var found =
                store.page(before == 0 ? Long.MAX_VALUE : before, unit == null ? null : thing(unit), code, limit + 1);
        var shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? String.valueOf(shown.getLast().number()) : null;
        return new Page<>(shown.stream().map(PrintView::of).toList(), Paging.cursor(next));
    }

    private Label.Thing thing(String text) {
        Long id = LabelReading.unitId(text);
        Unit unit = id == null ? null : units.find(id);
        if (unit == null) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + text + ".")
                    .status(404)
                    .asException();
        }
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        Label.Kind kind = switch (unit.kind()) {
            case LOT -> Label.Kind.LOT;
            case SERIAL -> Label.Kind.SERIAL;
            case CONTAINER -> Label.Kind.CONTAINER;
            case UNTRACKED -> Label.Kind.ITEM;
        };
        return new Label.Thing(kind, item == null ? "" : item.code(), unit.number());
    }

    PrintWithLines lines(String id, @Nullable String cursor, int limit) {
        PrintStore.Print print = store.find(id.toLowerCase(java.util.Locale.ROOT));
        if (print == null) {
            throw Refusal.of("unknown-print", "No such print", "Nothing was printed under " + id + ".")
                    .status(404)
                    .asException();
        }
        var found = store.lines(print.number(), Paging.afterNumber(cursor), limit + 1);
        var shown = found.stream().limit(limit).toList();
        String next = found.size() > limit ? String.valueOf(shown.getLast().n()) : null;
        return new PrintWithLines(
                PrintView.of(print), shown.stream().map(LineView::of).toList(), Paging.cursor(next));
    }
}
