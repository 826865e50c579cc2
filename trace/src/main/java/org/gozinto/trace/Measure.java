/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one base unit of an item is in each dimension that it converts to: an item in kg is {@code MASS: 1000} (grams),
 * a piece that weighs 0.25 kg is {@code PIECES: 1, MASS: 250}. A unit of measure that nobody knows is a dimension of
 * its own, so that it converts to nothing but itself.
 *
 * @param base the dimension of the base unit itself
 * @param perBaseUnit dimension to grams, millilitres, millimetres or pieces in one base unit
 */
public record Measure(String base, SortedMap<String, Fraction> perBaseUnit) {

    public static final String PIECES = "PIECES";
    public static final String MASS = "MASS";
    public static final String VOLUME = "VOLUME";
    public static final String LENGTH = "LENGTH";

    // What is conserved when things are taken apart or blended comes first.
    private static final List<String> PREFERENCE = List.of(MASS, VOLUME, LENGTH, PIECES);

    // UN/ECE Recommendation 20 codes and the aliases that people type.
    private static final Map<String, Scale> SCALES = scales();

    /** One piece and nothing else. */
    public static final Measure PIECE = of("EA", Map.of());

    public Measure {
        perBaseUnit = Collections.unmodifiableSortedMap(new TreeMap<>(perBaseUnit));
    }

    private record Scale(String dimension, Fraction size) {}

    /**
     * Reads codes of units of measure.
     *
     * @param baseUnit the item's base unit, such as "KGM" or "ea"
     * @param inOneBaseUnit how many of another unit one base unit is, such as {@code "KGM" -> 0.25} for a piece
     */
    public static Measure of(String baseUnit, Map<String, BigDecimal> inOneBaseUnit) {
        Scale base = scale(baseUnit);
        SortedMap<String, Fraction> per = new TreeMap<>();
        per.put(base.dimension(), base.size());
        new TreeMap<>(inOneBaseUnit).forEach((code, count) -> {
            Scale other = scale(code);
            if (count.signum() > 0) {
                per.putIfAbsent(other.dimension(), other.size().times(Fraction.of(count)));
            }
        });
        return new Measure(base.dimension(), per);
    }

    /** {@code qty} base units at {@code decimals}, in the given dimension. */
    Fraction in(String dimension, long qty, int decimals) {
        Fraction per = perBaseUnit.get(dimension);
        if (per == null) {
            throw new IllegalArgumentException(base + " does not convert to " + dimension);
        }
        return per.times(Fraction.ofQty(qty, decimals));
    }

    boolean convertsTo(String dimension) {
        return perBaseUnit.containsKey(dimension);
    }

    /**
     * The one dimension that all of these convert to, or "" when there is none. Equal base dimensions win; else mass,
     * volume, length, pieces, and last the others by name.
     */
    static String common(Iterable<Measure> measures) {
        SortedSet<String> shared = new TreeSet<>();
        SortedSet<String> bases = new TreeSet<>();
        boolean first = true;
        for (Measure measure : measures) {
            bases.add(measure.base);
            if (first) {
                shared.addAll(measure.perBaseUnit.keySet());
                first = false;
            } else {
                shared.retainAll(measure.perBaseUnit.keySet());
            }
        }
        if (bases.size() == 1) {
            return bases.first();
        }
        for (String dimension : PREFERENCE) {
            if (shared.contains(dimension)) {
                return dimension;
            }
        }
        return shared.isEmpty() ? "" : shared.first();
    }

    private static Scale scale(String code) {
        String key = code.strip().toUpperCase(Locale.ROOT);
        return SCALES.getOrDefault(key, new Scale(key, Fraction.ONE));
    }

    private static Map<String, Scale> scales() {
        Map<String, Scale> known = new TreeMap<>();
        put(known, PIECES, "1", "EA", "C62", "H87", "PCE", "PC", "PCS", "ST", "STK", "NAR", "UNIT");
        put(known, PIECES, "2", "PR");
        put(known, PIECES, "12", "DZN", "DZ");
        put(known, PIECES, "144", "GRO");
        put(known, PIECES, "1000", "MIL", "T3");
        put(known, MASS, "0.000001", "MC", "UG");
        put(known, MASS, "0.001", "MGM", "MG");
        put(known, MASS, "1", "GRM", "G");
        put(known, MASS, "1000", "KGM", "KG");
        put(known, MASS, "1000000", "TNE", "T", "TO");
        put(known, MASS, "453.59237", "LBR", "LB", "LBS");
        put(known, MASS, "28.349523125", "ONZ", "OZ");
        put(known, MASS, "100000", "DTN");
        put(known, VOLUME, "0.001", "4G", "UL");
        put(known, VOLUME, "1", "MLT", "ML", "CMQ");
        put(known, VOLUME, "10", "CLT", "CL");
        put(known, VOLUME, "100", "DLT", "DL");
        put(known, VOLUME, "1000", "LTR", "L", "DMQ");
        put(known, VOLUME, "100000", "HLT", "HL");
        put(known, VOLUME, "1000000", "MTQ", "M3");
        put(known, VOLUME, "3785.411784", "GLL", "GAL");
        put(known, VOLUME, "29.5735295625", "OZA");
        put(known, LENGTH, "0.001", "4H", "UM");
        put(known, LENGTH, "1", "MMT", "MM");
        put(known, LENGTH, "10", "CMT", "CM");
        put(known, LENGTH, "100", "DMT", "DM");
        put(known, LENGTH, "1000", "MTR", "M");
        put(known, LENGTH, "1000000", "KMT", "KM");
        put(known, LENGTH, "25.4", "INH", "IN");
        put(known, LENGTH, "304.8", "FOT", "FT");
        put(known, LENGTH, "914.4", "YRD", "YD");
        return Map.copyOf(known);
    }

    private static void put(Map<String, Scale> known, String dimension, String size, String... codes) {
        for (String code : codes) {
            known.put(code, new Scale(dimension, Fraction.of(new BigDecimal(size))));
        }
    }
}
