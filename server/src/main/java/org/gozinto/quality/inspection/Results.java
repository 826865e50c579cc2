/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.inspection.InspectionStep.Attributes;
import org.gozinto.quality.inspection.InspectionStep.Correct;
import org.gozinto.quality.inspection.InspectionStep.Measure;
import org.gozinto.quality.inspection.InspectionStep.Open;
import org.gozinto.quality.inspection.InspectionStep.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an inspection, and what its plan says to that.
 *
 * <p>Nonconforming pieces are counted by class of characteristic: a critical one rejects always; of major and of minor
 * ones as many are accepted as the sample's acceptance number says. A piece that is named (a serial, the n-th of the
 * sample) counts once however much is wrong with it.
 */
final class Results {

    private final Open open;
    private final Map<String, Found> byCode = new LinkedHashMap<>();
    private final Set<Long> withdrawn = new HashSet<>();

    /** What was found of one characteristic. */
    static final class Found {
        final PlanBody.@Nullable Characteristic planned;
        final List<Told> readings = new ArrayList<>();
        /** Pieces that were measured, by name; those without one count each. */
        final Set<String> measured = new HashSet<>();

        final Set<String> bad = new LinkedHashSet<>();
        long unnamedBad;
        long unnamedMeasured;
        long inspected;
        boolean measuring;

        Found(PlanBody.@Nullable Characteristic planned) {
            this.planned = planned;
        }

        long looked() {
            return inspected + measured.size() + unnamedMeasured;
        }

        long defects() {
            return bad.size() + unnamedBad;
        }

        long outside() {
            return readings.stream().filter(Told::outside).count();
        }

        boolean isMeasurement() {
            return planned == null ? measuring : "measurement".equals(planned.kind());
        }

        @Nullable
        BigDecimal mean() {
            if (readings.isEmpty()) {
                return null;
            }
            BigDecimal sum = readings.stream().map(Told::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            int scale = readings.stream().mapToInt(t -> t.value.scale()).max().orElse(0);
            return sum.divide(BigDecimal.valueOf(readings.size()), Math.max(0, scale) + 2, RoundingMode.HALF_EVEN);
        }
    }

    /** A reading with the step that tells it. */
    record Told(long step, Reading reading, BigDecimal value, boolean outside) {}

    private Results(Open open) {
        this.open = open;
        PlanBody plan = open.plan();
        if (plan != null && plan.characteristics() != null) {
            plan.characteristics().forEach(c -> byCode.put(String.valueOf(c.code()), new Found(c)));
        }
    }

    /** The results of the steps of an inspection; what was withdrawn does not count. */
    static Results of(Open open, List<Taken<InspectionStep>> steps) {
        var results = new Results(open);
        for (Taken<InspectionStep> taken : steps) {
            if (taken.step() instanceof Correct correct && correct.n() != null) {
                results.withdrawn.add(correct.n());
            }
        }
        for (Taken<InspectionStep> taken : steps) {
            if (!results.withdrawn.contains(taken.n())) {
                switch (taken.step()) {
                    case Measure measure -> results.add(taken.n(), measure);
                    case Attributes attributes -> results.add(attributes);
                    default -> {}
                }
            }
        }
        return results;
    }

    boolean isWithdrawn(long step) {
        return withdrawn.contains(step);
    }

    /** By the codes of the characteristics: those of the plan in its order, then others. */
    Map<String, Found> found() {
        return byCode;
    }

    private Found found(@Nullable String code) {
        return byCode.computeIfAbsent(String.valueOf(code), c -> new Found(null));
    }

    private void add(long step, Measure measure) {
        Found found = found(measure.characteristic());
        found.measuring = true;
        List<Reading> readings = measure.readings() == null ? List.of() : measure.readings();
        for (Reading reading : readings) {
            var value = new BigDecimal(String.valueOf(reading.value()));
            boolean outside = isOutside(found.planned, value);
            found.readings.add(new Told(step, reading, value, outside));
            String piece = piece(reading);
            if (piece == null) {
                found.unnamedMeasured++;
                found.unnamedBad += outside ? 1 : 0;
            } else {
                found.measured.add(piece);
                if (outside) {
                    found.bad.add(piece);
                }
            }
        }
    }

    private static @Nullable String piece(Reading reading) {
        return reading.serial() != null ? reading.serial() : reading.n() != null ? "#" + reading.n() : null;
    }

    private static boolean isOutside(PlanBody.@Nullable Characteristic planned, BigDecimal value) {
        return planned != null
                && (planned.lower() != null && value.compareTo(new BigDecimal(planned.lower())) < 0
                        || planned.upper() != null && value.compareTo(new BigDecimal(planned.upper())) > 0);
    }

    private void add(Attributes attributes) {
        Found found = found(attributes.characteristic());
        found.inspected += attributes.inspected() == null ? 0 : attributes.inspected();
        List<String> serials = attributes.serials() == null ? List.of() : attributes.serials();
        found.bad.addAll(serials);
        int defects = attributes.defects() == null ? serials.size() : attributes.defects();
        found.unnamedBad += Math.max(0, defects - serials.size());
    }

    /** Whether as many were looked at as the sample has. */
    boolean isDone(Found found) {
        return found.looked() >= open.sample().size();
    }

    /**
     * What the plan says.
     *
     * @param accepted null while not all of the sample was looked at and nothing rejects it
     */
    record Proposal(@Nullable Boolean accepted, List<String> why) {}

    /** What the plan says to the results; null when there is no plan. */
    @Nullable
    Proposal proposal() {
        Integer accept = open.sample().accept();
        Integer reject = open.sample().reject();
        if (open.plan() == null || accept == null || reject == null) {
            return null;
        }
        Map<String, Set<String>> named = new TreeMap<>();
        Map<String, Long> unnamed = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        byCode.forEach((code, found) -> {
            String criticality = found.planned == null || found.planned.criticality() == null
                    ? "major"
                    : found.planned.criticality();
            named.computeIfAbsent(criticality, c -> new HashSet<>()).addAll(found.bad);
            unnamed.merge(criticality, found.unnamedBad, Long::sum);
            if (found.planned != null && !isDone(found)) {
                missing.add(
                        code + ": " + found.looked() + " of " + open.sample().size() + " looked at");
            }
        });
        List<String> why = new ArrayList<>();
        boolean rejected = false;
        for (var entry : named.entrySet()) {
            boolean critical = entry.getKey().equals("critical");
            long count = entry.getValue().size() + unnamed.getOrDefault(entry.getKey(), 0L);
            int limit = critical ? 1 : reject;
            rejected |= count >= limit;
            why.add(count + " nonconforming (" + entry.getKey() + "), rejected from " + limit + " on");
            if (!critical && count > accept && count < limit) {
                why.add("more than " + accept + ": accepted, and the next lot is inspected normally");
            }
        }
        if (!rejected) {
            why.addAll(missing);
        }
        return new Proposal(rejected ? Boolean.FALSE : missing.isEmpty() ? Boolean.TRUE : null, why);
    }
}
