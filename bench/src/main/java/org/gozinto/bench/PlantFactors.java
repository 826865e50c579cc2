/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.gozinto.analysis.cause.Cause;
import org.gozinto.analysis.cause.CauseSettings;
import org.gozinto.analysis.cause.Factor;
import org.gozinto.analysis.cause.FactorTable;
import org.gozinto.analysis.cause.Window;
import org.gozinto.simulator.plant.Plant;
import org.gozinto.simulator.plant.PlantCase;
import org.gozinto.simulator.plant.PlantCause;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of the parts of a plant, as factors: lots and what they were made of, suppliers, stations, people,
 * shifts, ways; and the times of every station. Keys are numbers apart by a slash: lot 4 of component 7 is {@code 7/4}.
 */
record PlantFactors(Plant plant) {

    static final String LOT = "lot";
    static final String STATION = "station";
    static final String WINDOW = "window";

    /** Combinations of these are asked for where the case has one. */
    static final CauseSettings.Pair PAIR = new CauseSettings.Pair(LOT, STATION);

    private static final String RAW = "raw lot";
    private static final String SUPPLIER = "supplier";

    /** The failed parts of a case and ten like parts for each, market by market. */
    FactorTable table(PlantCase one, long seed) {
        return table(one, seed, _ -> true);
    }

    /** The same with some families of factors alone, {@link #WINDOW} for the times of stations. */
    FactorTable table(PlantCase one, long seed, Predicate<String> families) {
        FactorTable.Builder table = FactorTable.builder().comparable(one.to() - (long) one.from());
        for (int part : one.failed()) {
            add(table, part, true, families);
        }
        for (int part : one.controls(10, seed)) {
            add(table, part, false, families);
        }
        return table.build();
    }

    private void add(FactorTable.Builder table, int part, boolean failed, Predicate<String> families) {
        int unit = table.unit(part, failed, "market " + plant.market(part));
        BiConsumer<String, String> has = (family, key) -> {
            if (families.test(family)) {
                table.exposed(unit, table.factor(family, key), 1);
            }
        };
        has.accept("way", Integer.toString(plant.way(part)));
        has.accept("shift", Long.toString(plant.shift(plant.startUs(part))));
        for (int station = 0; station < plant.stations(); station++) {
            if (plant.passed(part, station)) {
                long at = plant.atUs(part, station);
                has.accept(STATION, Integer.toString(station));
                has.accept("person", Integer.toString(plant.person(station, at)));
                if (families.test(WINDOW)) {
                    table.made(unit, Integer.toString(station), at);
                }
            }
        }
        for (int component = 0; component < plant.components(); component++) {
            int lot = plant.has(part, component) ? plant.recordedLot(part, component) : -1;
            if (lot >= 0) {
                has.accept(LOT, key(component, lot));
                has.accept(RAW, key(component, plant.rawLot(component, lot)));
                has.accept(SUPPLIER, key(component, plant.supplier(component, lot)));
            }
        }
    }

    /** The families in which somebody looks who knows of which kind the cause is, not which one. */
    static Predicate<String> kind(PlantCause planted) {
        return switch (planted) {
            case PlantCause.None _ -> _ -> false;
            case PlantCause.BadLot _ -> LOT::equals;
            case PlantCause.BadTime _ -> WINDOW::equals;
            case PlantCause.LotOnTool _ -> family -> family.equals(LOT) || family.equals(STATION);
            case PlantCause.Drift _ -> SUPPLIER::equals;
        };
    }

    /** Whether a cause that was named is the one that was planted. */
    boolean isTrue(Cause named, PlantCause planted) {
        return isTrue(named.factors(), named.window(), planted);
    }

    /** Whether what was planted stands beside the named cause as what the data can hardly tell from it. */
    boolean isRival(Cause named, PlantCause planted) {
        return named.explained().stream().anyMatch(one -> one.rival() && isTrue(one.factors(), one.window(), planted));
    }

    private boolean isTrue(List<Factor> named, @Nullable Window window, PlantCause planted) {
        return switch (planted) {
            case PlantCause.None _ -> false;
            case PlantCause.BadLot it -> has(named, LOT, key(it.component(), it.lot()));
            case PlantCause.BadTime it -> window != null && covers(window, it);
            case PlantCause.LotOnTool it ->
                has(named, LOT + " × " + STATION, key(it.component(), it.lot()) + " × " + it.station());
            case PlantCause.Drift it -> isOfSupplier(named, it);
        };
    }

    private static boolean has(List<Factor> named, String family, String key) {
        return named.contains(new Factor(family, key));
    }

    /** The right station, and at least half of each time is in the other. */
    private static boolean covers(Window window, PlantCause.BadTime time) {
        double both = Math.min(window.toUs(), time.toUs()) - (double) Math.max(window.fromUs(), time.fromUs());
        return window.series().equals(Integer.toString(time.station()))
                && both >= 0.5 * (window.toUs() - window.fromUs())
                && both >= 0.5 * (time.toUs() - time.fromUs());
    }

    /** The supplier, or a lot of it, raw or not, that is worse than the first ones. */
    private boolean isOfSupplier(List<Factor> named, PlantCause.Drift drift) {
        int supplier = plant.supplier(drift.component(), drift.lastGood());
        for (Factor factor : named) {
            boolean right = switch (factor.family()) {
                case SUPPLIER -> factor.key().equals(key(drift.component(), supplier));
                case LOT -> isLater(factor.key(), drift, drift.lastGood() + 1);
                case RAW -> isLater(factor.key(), drift, plant.rawLot(drift.component(), drift.lastGood()));
                default -> false;
            };
            if (right) {
                return true;
            }
        }
        return false;
    }

    private boolean isLater(String key, PlantCause.Drift drift, int least) {
        int[] of = numbers(key);
        int supplier = plant.supplier(drift.component(), drift.lastGood());
        return of[0] == drift.component() && of[1] >= least && plant.supplier(of[0], of[1]) == supplier;
    }

    /** Which parts would be recalled because of a cause: those that have it by the records. */
    IntPredicate recalled(Cause named) {
        if (named.window() instanceof Window window) {
            int station = Integer.parseInt(window.series());
            return part -> plant.passed(part, station) && within(window, plant.atUs(part, station));
        }
        return recalled(named.factors().getFirst());
    }

    private static boolean within(Window window, long at) {
        return at >= window.outerFromUs() && at <= window.outerToUs();
    }

    private IntPredicate recalled(Factor factor) {
        int times = factor.family().indexOf(" × ");
        if (times >= 0) {
            int cut = factor.key().indexOf(" × ");
            IntPredicate one = recalled(
                    new Factor(factor.family().substring(0, times), factor.key().substring(0, cut)));
            return one.and(recalled(new Factor(
                    factor.family().substring(times + 3), factor.key().substring(cut + 3))));
        }
        int[] of = numbers(factor.key());
        return switch (factor.family()) {
            case LOT -> part -> lot(part, of[0]) == of[1];
            case RAW -> part -> lot(part, of[0]) >= 0 && plant.rawLot(of[0], lot(part, of[0])) == of[1];
            case SUPPLIER -> part -> lot(part, of[0]) >= 0 && plant.supplier(of[0], lot(part, of[0])) == of[1];
            case STATION -> part -> plant.passed(part, of[0]);
            case "way" -> part -> plant.way(part) == of[0];
            case "shift" -> part -> plant.shift(plant.startUs(part)) == of[0];
            case "person" -> part -> workedOn(part, of[0]);
            default -> throw new IllegalArgumentException("what is a " + factor.family() + "?");
        };
    }

    private boolean workedOn(int part, int person) {
        for (int station = 0; station < plant.stations(); station++) {
            if (plant.passed(part, station) && plant.person(station, plant.atUs(part, station)) == person) {
                return true;
            }
        }
        return false;
    }

    private int lot(int part, int component) {
        return plant.has(part, component) ? plant.recordedLot(part, component) : -1;
    }

    private static int[] numbers(String key) {
        int slash = key.indexOf('/');
        return slash < 0
                ? new int[] {Integer.parseInt(key)}
                : new int[] {Integer.parseInt(key.substring(0, slash)), Integer.parseInt(key.substring(slash + 1))};
    }

    private static String key(int component, int number) {
        return component + "/" + number;
    }
}
