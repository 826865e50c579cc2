/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.Code;
import org.gozinto.identify.ItemKey;
import org.gozinto.identify.Remark;
import org.gozinto.identify.Said;
import org.gozinto.identify.Symbols;
import org.gozinto.unit.Meanings.Meant;
import org.gozinto.unit.Meanings.Rank;
import org.jspecify.annotations.Nullable;

/** Readings as the API shows them. */
final class ReadingViews {

    private ReadingViews() {}

    static Lookup.ReadingView of(Code reading, Meant meant, boolean resolved, @Nullable Integer symbol) {
        List<Remark> remarks = new ArrayList<>(reading.remarks());
        remarks.addAll(meant.odd());
        return new Lookup.ReadingView(
                reading.family().word(),
                values(reading),
                meant.rank() != Rank.NOTHING,
                remarks.stream().map(Remark::detail).toList(),
                reading.guessed(),
                resolved ? Boolean.TRUE : null,
                keys(reading.itemKeys()),
                reading.said().stream().map(said -> said(said, null)).toList(),
                remarks.stream().map(remark -> fault(remark, null)).toList(),
                recalls(meant),
                symbol);
    }

    static Lookup.TogetherView together(Symbols symbols, Meant meant) {
        Map<String, String> values = new LinkedHashMap<>();
        if (symbols.agree()) {
            symbols.values()
                    .forEach(told -> values.putIfAbsent(
                            "(" + told.said().id() + ")", told.said().value()));
            put(values, "expiry", text(symbols.expiry()));
            put(values, "bestBefore", text(symbols.bestBefore()));
            put(values, "manufactured", text(symbols.manufactured()));
            put(values, "gtin", symbols.gtin() == null ? null : symbols.gtin().digits());
            put(values, "lot", symbols.lot());
            put(values, "serial", symbols.serial());
            put(values, "sscc", symbols.sscc() == null ? null : symbols.sscc().digits());
            put(values, "gln", symbols.gln() == null ? null : symbols.gln().digits());
            BigDecimal quantity = symbols.quantity();
            put(values, "quantity", quantity == null ? null : quantity.toPlainString());
        }
        List<Lookup.FaultView> faults = new ArrayList<>();
        symbols.notes().forEach(note -> faults.add(fault(note.remark(), note.symbol())));
        meant.odd().forEach(odd -> faults.add(fault(odd, null)));
        return new Lookup.TogetherView(
                values,
                meant.rank() != Rank.NOTHING,
                symbols.guessed(),
                keys(symbols.itemKeys()),
                symbols.values().stream()
                        .map(told -> said(told.said(), told.symbol()))
                        .toList(),
                faults,
                recalls(meant),
                symbols.conflicts().stream()
                        .map(c -> new Lookup.ConflictView(c.code(), c.detail(), c.first(), c.second()))
                        .toList());
    }

    /** The recalls of what a reading means, each once. */
    private static @Nullable List<RecallTag> recalls(Meant meant) {
        Set<RecallTag> recalls = new LinkedHashSet<>(meant.recalls());
        meant.found().forEach(found -> {
            if (found.recalls() != null) {
                recalls.addAll(found.recalls());
            }
        });
        return recalls.isEmpty() ? null : List.copyOf(recalls);
    }

    private static List<Lookup.KeyView> keys(List<ItemKey> keys) {
        return keys.stream()
                .map(key -> new Lookup.KeyView(key.scheme().word(), key.value()))
                .toList();
    }

    private static Lookup.SaidView said(Said said, @Nullable Integer symbol) {
        return new Lookup.SaidView(said.id(), said.title(), said.value(), said.position(), symbol);
    }

    private static Lookup.FaultView fault(Remark remark, @Nullable Integer symbol) {
        return new Lookup.FaultView(remark.code(), remark.detail(), remark.position(), symbol);
    }

    private static Map<String, String> values(Code reading) {
        Map<String, String> values = new LinkedHashMap<>();
        if (reading instanceof Code.PlainText plain) {
            values.put("text", plain.text());
        }
        reading.said().forEach(said -> values.putIfAbsent("(" + said.id() + ")", said.value()));
        put(values, "expiry", text(reading.expiry()));
        put(values, "bestBefore", text(reading.bestBefore()));
        put(values, "manufactured", text(reading.manufactured()));
        put(values, "gtin", reading.gtin() == null ? null : reading.gtin().digits());
        put(values, "lot", reading.lot());
        put(values, "serial", reading.serial());
        put(values, "sscc", reading.sscc() == null ? null : reading.sscc().digits());
        put(values, "gln", reading.gln() == null ? null : reading.gln().digits());
        BigDecimal quantity = reading.quantity();
        put(values, "quantity", quantity == null ? null : quantity.toPlainString());
        return values;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
