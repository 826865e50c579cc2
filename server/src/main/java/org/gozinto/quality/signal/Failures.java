/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The units that failed, by what was asked.
 *
 * @param days on which each failed, by unit id; null where nobody said
 * @param unknown what was named and is no serial that is known
 * @param complaints the complaint of each unit that came by one
 */
record Failures(Map<Long, Day> days, List<CauseView.NamedView> unknown, Map<Long, String> complaints) {

    /** A day that may not be known. */
    record Day(@Nullable LocalDate day) {}

    /** Finds them. */
    static final class Finder {

        private final Names names;
        private final ComplaintFacts complaints;

        Finder(Names names, ComplaintFacts complaints) {
            this.names = names;
            this.complaints = complaints;
        }

        Failures of(CauseQuestion asked) {
            var found = new Failures(new LinkedHashMap<>(), new ArrayList<>(), new HashMap<>());
            CauseQuestion.Complained complained = asked.complaints();
            if (complained != null) {
                ofComplaints(complained, found);
            }
            if (asked.serials() != null) {
                named(asked.serials(), found.unknown).forEach(id -> found.days.putIfAbsent(id, new Day(null)));
            }
            return found;
        }

        private void ofComplaints(CauseQuestion.Complained asked, Failures found) {
            Codes codes = Codes.of(complaints.codes());
            LocalDate from = asked.from() == null ? null : Days.parse(asked.from());
            LocalDate to = asked.to() == null ? null : Days.parse(asked.to());
            Item item = asked.item() == null ? null : names.items.find(asked.item());
            boolean confirmedOnly = Boolean.TRUE.equals(asked.confirmedOnly());
            complaints.facts(null, null, fact -> {
                LocalDate day = fact.failedDay() == null ? fact.reportedDay() : fact.failedDay();
                boolean fits = (item == null || fact.itemId() == item.id())
                        && (!confirmedOnly || fact.confirmed())
                        && (from == null || !day.isBefore(from))
                        && (to == null || !day.isAfter(to))
                        && codes.isWithin(fact.code(), asked.code());
                if (fits) {
                    add(fact, found);
                }
            });
        }

        private void add(ComplaintFacts.Fact fact, Failures found) {
            if (fact.unitId() == 0 || fact.unitId() == fact.lotId()) {
                String why = fact.unitId() == 0 ? "unknown" : "lotOnly";
                found.unknown.add(new CauseView.NamedView(null, null, fact.complaint(), why));
                return;
            }
            // Of several complaints about a unit, the first failure counts.
            Day before = found.days.get(fact.unitId());
            LocalDate day = fact.failedDay();
            if (before == null || day != null && (before.day() == null || day.isBefore(before.day()))) {
                found.days.put(fact.unitId(), new Day(day));
                found.complaints.put(fact.unitId(), fact.complaint());
            }
        }

        /** Units by their numbers, in the order in which they were named. */
        List<Long> named(List<CauseQuestion.Named> list, List<CauseView.NamedView> unknown) {
            Map<String, List<String>> byItem = new LinkedHashMap<>();
            for (CauseQuestion.Named one : list) {
                String item = one.item();
                String serial = one.serial();
                if (item != null && serial != null) {
                    byItem.computeIfAbsent(item, i -> new ArrayList<>()).add(serial);
                }
            }
            List<Long> ids = new ArrayList<>();
            byItem.forEach((code, serials) -> {
                Item item = names.items.find(code);
                Map<String, Long> known = new HashMap<>();
                if (item != null) {
                    names.units
                            .withNumbers(Unit.Kind.SERIAL, item.id(), Set.copyOf(serials))
                            .forEach(unit -> known.putIfAbsent(unit.number(), unit.id()));
                }
                for (String serial : serials) {
                    Long id = known.get(serial);
                    if (id == null) {
                        unknown.add(
                                new CauseView.NamedView(code, serial, null, item == null ? "unknownItem" : "unknown"));
                    } else {
                        ids.add(id);
                    }
                }
            });
            return ids;
        }
    }
}
