/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.gozinto.care.claim.ClaimStore.Which;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * What a list of claims is narrowed to, as it is asked over HTTP.
 *
 * @param serial of the product or of the claimed part, like {@code lot}
 * @param unit id of a unit
 * @param partner code of the dealer who claims
 * @param from first day of the failure
 * @param to last day of the failure
 * @param q words in the description or the numbers
 */
record ClaimQuery(
        @Nullable String state,
        @Nullable String item,
        @Nullable String serial,
        @Nullable String lot,
        @Nullable String unit,
        @Nullable String partner,
        @Nullable String code,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q) {

    private static final int WORDS_LENGTH_MAX = 200;

    /** The same as it is put to the store. */
    Which which(Items items, Units units) {
        if (state != null && !Claim.STATES.contains(state)) {
            throw Paging.badParameter("state", "is " + state, String.join(", ", Claim.STATES));
        }
        keepable("q", q);
        keepable("serial", serial);
        keepable("lot", lot);
        keepable("partner", partner);
        keepable("code", code);
        Item of = item == null ? null : items.find(item);
        if (item != null && of == null) {
            throw Paging.badParameter("item", "is " + item, "the code of an item");
        }
        return new Which(
                state,
                of == null ? null : of.id(),
                numbered(units),
                serial,
                lot,
                partner,
                code,
                day("from", from),
                day("to", to),
                q == null || q.isBlank() ? null : q.strip());
    }

    private @Nullable List<Long> numbered(Units units) {
        if (unit != null) {
            if (!unit.matches("[0-9]{1,18}")) {
                throw Paging.badParameter("unit", "is " + unit, "the id of a unit");
            }
            return List.of(Long.valueOf(unit));
        }
        String number = serial != null ? serial : lot;
        if (number == null) {
            return null;
        }
        Unit.Kind kind = serial != null ? Unit.Kind.SERIAL : Unit.Kind.LOT;
        return units.withNumber(number, Paging.LIMIT_MAX).stream()
                .filter(found -> found.kind() == kind)
                .map(Unit::id)
                .toList();
    }

    private static void keepable(String name, @Nullable String value) {
        if (value != null && (value.length() > WORDS_LENGTH_MAX || !Faults.isKeepable(value))) {
            throw Paging.badParameter(name, "is too long or no text", "at most " + WORDS_LENGTH_MAX + " characters");
        }
    }

    static @Nullable LocalDate day(String name, @Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw Paging.badParameter(name, "is " + value, "a day such as 2026-03-01");
        }
    }
}
