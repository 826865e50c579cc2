/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The evidence in order: lots by item, each with its service, and the complaints that count. */
final class Field {

    private final Evidence evidence;
    private final List<Lot> lots;
    private final List<Service> services = new ArrayList<>();
    private final List<Siblings> siblings = new ArrayList<>();
    private final Map<String, Integer> lotNumbers = new HashMap<>();
    private final Map<String, Integer> markets = new TreeMap<>();
    private final List<String> codes;
    private final Map<String, Integer> codeNumbers = new HashMap<>();
    private final Map<String, Map<String, LocalDate>> baselines = new HashMap<>();
    private final Map<Apart, Long> apart = new EnumMap<>(Apart.class);

    /**
     * A complaint that counts.
     *
     * @param lot its number
     * @param market its number
     * @param age in months, −1 when it is not known
     */
    record Kept(int lot, int market, LocalDate failedOn, int age) {}

    /**
     * The lots of one item.
     *
     * @param firstLot number of the first; the others follow
     * @param services one for each lot
     * @param complaints by the number of their code
     */
    record Siblings(String item, int firstLot, List<Service> services, Map<Integer, List<Kept>> complaints) {

        /** Units that ever entered service. */
        long units() {
            return services.stream().mapToLong(Service::units).sum();
        }

        /** Is anything said about units in service, be it wrong? */
        boolean hasDenominators() {
            return services.stream().anyMatch(service -> service.units() > 0 || service.bad() != null);
        }

        /** More than any age of a unit or complaint. */
        int ages(int lastMonth) {
            int first = services.stream().mapToInt(Service::firstMonth).min().orElse(lastMonth);
            int oldest = complaints.values().stream()
                    .flatMap(List::stream)
                    .mapToInt(Kept::age)
                    .max()
                    .orElse(0);
            return Math.max(Math.max(0, lastMonth - first), oldest) + 1;
        }
    }

    /** @throws IllegalArgumentException when two lots have the same id */
    Field(Evidence evidence) {
        this.evidence = evidence;
        this.lots = evidence.lots().stream()
                .sorted(Comparator.comparing(Lot::item).thenComparing(Lot::id))
                .toList();
        this.codes = List.copyOf(new TreeSet<>(
                evidence.complaints().stream().map(Complaint::code).toList()));
        for (String code : codes) {
            codeNumbers.put(code, codeNumbers.size());
        }
        TreeSet<String> names = new TreeSet<>();
        evidence.cohorts().forEach(cohort -> names.add(cohort.market()));
        evidence.complaints().forEach(complaint -> names.add(complaint.market()));
        names.forEach(name -> markets.put(name, markets.size()));
        for (Baseline one : evidence.baselines()) {
            baselines
                    .computeIfAbsent(one.item(), none -> new HashMap<>())
                    .merge(one.code(), one.from(), (a, b) -> a.isAfter(b) ? a : b);
        }
        order();
        evidence.complaints().forEach(this::sort);
    }

    private void order() {
        for (Lot lot : lots) {
            Service service = new Service();
            if (lotNumbers.put(lot.id(), services.size()) != null) {
                throw new IllegalArgumentException("lot " + lot.id() + " twice");
            }
            if (siblings.isEmpty() || !siblings.getLast().item().equals(lot.item())) {
                siblings.add(new Siblings(lot.item(), services.size(), new ArrayList<>(), new TreeMap<>()));
            }
            services.add(service);
            siblings.getLast().services().add(service);
        }
        int lastMonth = Window.month(evidence.asOf());
        for (Cohort cohort : evidence.cohorts()) {
            Integer lot = lotNumbers.get(cohort.lot());
            Integer market = markets.get(cohort.market());
            if (lot != null && market != null) {
                services.get(lot).add(cohort, market, lastMonth);
            }
        }
    }

    private void sort(Complaint complaint) {
        Integer lot = lotNumbers.get(complaint.lot());
        if (lot == null) {
            apart.merge(Apart.UNKNOWN_LOT, 1L, Long::sum);
            return;
        }
        Apart reason = apart(complaint, lots.get(lot), services.get(lot));
        if (reason != null) {
            apart.merge(reason, 1L, Long::sum);
            return;
        }
        int age = complaint.entered() == null
                ? -1
                : Window.month(complaint.failedOn())
                        - Math.toIntExact(complaint.entered().getLong(ChronoField.PROLEPTIC_MONTH));
        Kept kept = new Kept(
                lot,
                markets.getOrDefault(complaint.market(), 0),
                complaint.failedOn(),
                age < Service.MONTHS_MAX ? age : -1);
        int code = codeNumbers.getOrDefault(complaint.code(), 0);
        siblingsOf(lot)
                .complaints()
                .computeIfAbsent(code, none -> new ArrayList<>())
                .add(kept);
    }

    private @Nullable Apart apart(Complaint complaint, Lot lot, Service service) {
        LocalDate failedOn = complaint.failedOn();
        if (lot.madeOn() != null && failedOn.isBefore(lot.madeOn())) {
            return Apart.BEFORE_MANUFACTURE;
        }
        if (failedOn.isAfter(evidence.asOf())) {
            return Apart.AFTER_AS_OF;
        }
        int entered = complaint.entered() == null
                ? service.firstMonth()
                : Math.toIntExact(complaint.entered().getLong(ChronoField.PROLEPTIC_MONTH));
        boolean isKnown = complaint.entered() != null || service.units() > 0;
        if (isKnown && Window.month(failedOn) < entered) {
            return Apart.BEFORE_SERVICE;
        }
        return window(lot.item(), complaint.code()).holds(failedOn) ? null : Apart.BEFORE_BASELINE;
    }

    /** The item of a lot, found by halving: items are in the order of their lots. */
    private Siblings siblingsOf(int lot) {
        int low = 0;
        int high = siblings.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (siblings.get(middle).firstLot() <= lot) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return siblings.get(low);
    }

    /** The days that count for an item and code. */
    Window window(String item, String code) {
        return new Window(baselines.getOrDefault(item, Map.of()).get(code), evidence.asOf());
    }

    List<Lot> lots() {
        return lots;
    }

    List<Service> services() {
        return services;
    }

    LocalDate asOf() {
        return evidence.asOf();
    }

    List<Siblings> siblings() {
        return siblings;
    }

    List<String> codes() {
        return codes;
    }

    int markets() {
        return Math.max(1, markets.size());
    }

    Map<Apart, Long> apart() {
        return apart;
    }
}
