/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.gozinto.quality.complaint.ComplaintStore.Numbered;
import org.gozinto.quality.complaint.ComplaintStore.Which;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/**
 * What a list or a count of complaints is narrowed to, as it is asked over HTTP.
 *
 * @param state open, investigating, closed, merged or all; left out, all in a list and all but merged in a count
 * @param code those coded by it, and by what is below it
 * @param unit id of a unit: complaints of it, or of the serials of that lot
 * @param from first day of the report
 * @param to last day of the report
 * @param q words in the description, the numbers or the reporter
 */
record ComplaintQuery(
        @Nullable String state,
        @Nullable String match,
        @Nullable String code,
        @Nullable String item,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String to,
        @Nullable String q) {

    private static final Set<String> STATES =
            Set.of(Complaint.OPEN, Complaint.INVESTIGATING, Complaint.CLOSED, Complaint.MERGED);
    private static final Set<String> MATCHES = Set.of("unit", "lot", "item", "unknown", "ambiguous");
    private static final int WORDS_LENGTH_MAX = 200;

    /**
     * The same as it is put to the store.
     *
     * @param counting those that are merged are counted with the complaint that they are merged into
     */
    Which which(ComplaintCodes codes, Items items, Units units, boolean counting) {
        boolean all = state == null || state.equals("all");
        if (state != null && !all && !STATES.contains(state)) {
            throw Paging.badParameter("state", "is " + state, "open, investigating, closed, merged or all");
        }
        if (match != null && !MATCHES.contains(match)) {
            throw Paging.badParameter("match", "is " + match, "unit, lot, item, unknown or ambiguous");
        }
        if (code != null && codes.find(code) == null) {
            throw Paging.badParameter("code", "is " + code, "a complaint code");
        }
        keepable("q", q);
        keepable("lot", lot);
        keepable("serial", serial);
        Item of = item == null ? null : items.find(item);
        if (item != null && of == null) {
            throw Paging.badParameter("item", "is " + item, "the code of an item");
        }
        return new Which(
                all ? null : state,
                counting ? state != null : true,
                match,
                code == null ? null : codes.below(code),
                of == null ? null : of.id(),
                numbered(lot, Unit.Kind.LOT, of, units),
                numbered(serial, Unit.Kind.SERIAL, of, units),
                unitId(),
                day("from", from),
                day("to", to),
                q == null || q.isBlank() ? null : q.strip());
    }

    private static void keepable(String name, @Nullable String value) {
        if (value != null && (value.length() > WORDS_LENGTH_MAX || !Faults.isKeepable(value))) {
            throw Paging.badParameter(name, "is too long or no text", "at most " + WORDS_LENGTH_MAX + " characters");
        }
    }

    private static @Nullable Numbered numbered(
            @Nullable String number, Unit.Kind kind, @Nullable Item item, Units units) {
        if (number == null) {
            return null;
        }
        List<Unit> found = item == null
                ? units.withNumber(number, Paging.LIMIT_MAX)
                : units.withNumbers(kind, item.id(), List.of(number));
        return new Numbered(
                number,
                found.stream().filter(unit -> unit.kind() == kind).map(Unit::id).toList());
    }

    private @Nullable Long unitId() {
        if (unit == null) {
            return null;
        }
        if (!unit.matches("[0-9]{1,18}")) {
            throw Paging.badParameter("unit", "is " + unit, "the id of a unit");
        }
        return Long.valueOf(unit);
    }

    private static @Nullable LocalDate day(String name, @Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw Paging.badParameter(name, "is " + value, "a day such as 2026-03-01");
        }
    }
}
