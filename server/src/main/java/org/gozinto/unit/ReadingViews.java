/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.identify.Code;
import org.gozinto.identify.Remark;
import org.gozinto.unit.Meanings.Meant;
import org.gozinto.unit.Meanings.Rank;
import org.jspecify.annotations.Nullable;

/** Readings as the API shows them. */
final class ReadingViews {

    private ReadingViews() {}

    static Lookup.ReadingView of(Code reading, Meant meant, boolean resolved) {
        List<Remark> remarks = new ArrayList<>(reading.remarks());
        remarks.addAll(meant.odd());
        return new Lookup.ReadingView(
                reading.family().word(),
                values(reading),
                meant.rank() != Rank.NOTHING,
                remarks.stream().map(Remark::detail).toList(),
                reading.guessed(),
                resolved ? Boolean.TRUE : null,
                reading.itemKeys().stream()
                        .map(key -> new Lookup.KeyView(key.scheme().word(), key.value()))
                        .toList(),
                reading.said().stream()
                        .map(said -> new Lookup.SaidView(said.id(), said.title(), said.value(), said.position()))
                        .toList(),
                remarks.stream()
                        .map(remark -> new Lookup.FaultView(remark.code(), remark.detail(), remark.position()))
                        .toList());
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
