/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gozinto.genealogy.TraceView;
import org.gozinto.genealogy.Traces;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The units of a trace as rows of a table, one after the other, so that a large answer is never one text. */
final class TraceExportRows {

    private static final int UNITS_A_READ = 1_000;

    private static final List<String> COLUMNS =
            List.of("item", "name", "lot", "serial", "container", "issuer", "precision", "since", "until", "relation");

    private static final List<String> AMOUNTS = List.of("min", "expected", "max");
    private static final List<String> PLACES = List.of("where", "shipped to", "supplier lots");

    private final JdbcClient read;
    private final String numbers;
    private final Items items;
    private final Places places;

    TraceExportRows(Database database, Items items, Places places) {
        this.read = database.read();
        this.numbers = database.dialect().numbers();
        this.items = items;
        this.places = places;
    }

    /** The heads of the columns; amounts have columns only when they were asked for. */
    static List<String> columns(boolean amounts) {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (amounts) {
            columns.addAll(AMOUNTS);
        }
        columns.addAll(PLACES);
        return columns;
    }

    /** Whether a column holds numbers. */
    static boolean isNumber(String column) {
        return AMOUNTS.contains(column);
    }

    /** Gives each unit's row to the sink, in the order of the answer. */
    void each(Traces.Listed answer, Consumer<List<String>> sink) {
        Map<String, Boolean> partners = new HashMap<>();
        Iterator<TraceView.ReachedView> units = answer.units().iterator();
        while (units.hasNext()) {
            List<TraceView.ReachedView> some = new ArrayList<>();
            while (units.hasNext() && some.size() < UNITS_A_READ) {
                some.add(units.next());
            }
            Map<Long, List<String>> supplierLots = supplierLots(some);
            some.forEach(unit -> sink.accept(row(unit, answer.amounts(), supplierLots, partners)));
        }
    }

    private Map<Long, List<String>> supplierLots(List<TraceView.ReachedView> some) {
        record Row(long unit, String number) {}
        var ids = new JsonText().array();
        some.forEach(unit -> ids.element(Long.parseLong(unit.unit())));
        return read
                .sql("select s.unit_id, s.number from " + numbers
                        + " k cross join supplier_lot s where s.unit_id = k.value order by s.unit_id, s.number")
                .param(ids.endArray().toString())
                .query((rows, n) -> new Row(rows.getLong(1), rows.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::unit, Collectors.mapping(Row::number, Collectors.toList())));
    }

    private List<String> row(
            TraceView.ReachedView unit,
            boolean amounts,
            Map<Long, List<String>> supplierLots,
            Map<String, Boolean> partners) {
        Item item = unit.item() == null ? null : items.find(unit.item());
        List<String> row = new ArrayList<>();
        row.add(or(unit.item()));
        row.add(item == null ? "" : item.name());
        row.add(or(unit.lot()));
        row.add(or(unit.serial()));
        row.add(or(unit.container()));
        row.add(or(unit.issuer()));
        row.add(unit.precision());
        row.add(unit.since());
        row.add(or(unit.until()));
        row.add(unit.relation());
        if (amounts) {
            TraceView.AmountView amount = unit.amount();
            row.add(amount == null ? "" : amount.min());
            row.add(amount == null ? "" : amount.expected());
            row.add(amount == null ? "" : amount.max());
        }
        row.add(unit.holdings().stream().map(TraceExportRows::where).collect(Collectors.joining("; ")));
        row.add(unit.holdings().stream()
                .map(TraceExportRows::outermost)
                .distinct()
                .filter(place -> partners.computeIfAbsent(place, this::isPartner))
                .collect(Collectors.joining("; ")));
        row.add(String.join("; ", supplierLots.getOrDefault(Long.parseLong(unit.unit()), List.of())));
        return row;
    }

    private boolean isPartner(String code) {
        Place place = places.find(code);
        return place != null && place.kind() == Place.Kind.PARTNER;
    }

    private static String where(TraceView.HoldingView holding) {
        String within = holding.within().isEmpty() ? "" : " in " + outermost(holding);
        return holding.place() + within + ":" + holding.qty();
    }

    private static String outermost(TraceView.HoldingView holding) {
        return holding.within().isEmpty() ? holding.place() : holding.within().getLast();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
