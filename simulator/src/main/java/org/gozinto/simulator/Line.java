/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves in an act: a quantity of a lot, or serials. {@code qty} is in the item's base unit; {@code from} and
 * {@code to} are given only where they differ from the act's.
 */
public record Line(
        String item,
        @Nullable String lot,
        List<String> serials,
        @Nullable BigDecimal qty,
        @Nullable String from,
        @Nullable String to,
        @Nullable Origin origin) {

    static Line ofLot(String item, String lot, BigDecimal qty) {
        return new Line(item, lot, List.of(), qty, null, null, null);
    }

    static Line ofSerials(String item, List<String> serials) {
        return new Line(item, null, serials, null, null, null, null);
    }

    Line inLot(String number) {
        return new Line(item, number, serials, qty, from, to, origin);
    }

    Line out(String place) {
        return new Line(item, lot, serials, qty, place, to, origin);
    }

    Line into(String place) {
        return new Line(item, lot, serials, qty, from, place, origin);
    }

    Line times(BigDecimal quantity) {
        return new Line(item, lot, serials, quantity, from, to, origin);
    }

    Line born(Origin facts) {
        return new Line(item, lot, serials, qty, from, to, facts);
    }

    void write(JsonText json) {
        json.open('{').name("item").text(item).field("lot", lot);
        if (serials.size() == 1) {
            json.name("serial").text(serials.getFirst());
        } else if (!serials.isEmpty()) {
            json.texts("serials", serials);
        }
        if (qty != null) {
            json.name("qty").text(qty.toPlainString());
        }
        json.field("from", from).field("to", to);
        if (origin != null) {
            origin.write(json);
        }
        json.close('}');
    }
}
