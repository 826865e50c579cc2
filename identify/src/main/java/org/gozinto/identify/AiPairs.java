/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;

/**
 * Rules between application identifiers: repeats, exclusions and companions (GS1 General Specifications §4.13 and
 * §4.14).
 * They apply to all symbols on an item together, so what one symbol lacks is a remark and no error.
 */
final class AiPairs {

    private static final String DAY_ZERO = "dayZero";

    private AiPairs() {}

    /**
     * The remarks on these values; {@code ais} are their identifiers in the same order, without those that are
     * unknown.
     */
    static List<Remark> remarks(List<AiValue> all, List<Ai> ais) {
        List<Remark> remarks = new ArrayList<>(0);
        List<AiValue> values = all.size() == ais.size() ? all : known(all, remarks);
        AiSet present = new AiSet();
        for (int i = 0; i < ais.size(); i++) {
            if (present.has(ais.get(i))) {
                repeats(values, i, remarks);
            }
            present.add(ais.get(i));
        }
        for (int i = 0; i < ais.size(); i++) {
            Ai ai = ais.get(i);
            if (ai.says == Ai.Says.DAY) {
                dayZero(values.get(i), remarks);
            }
            if (ai.never.meets(present)) {
                exclusions(values, ais, i, remarks);
            }
            for (Ai.Demand demand : ai.demands) {
                if (!holds(demand, values, ais, present)) {
                    remarks.add(new Remark(
                            "requires",
                            "AI " + ai.code + " needs " + demand.text().replace(",", " or "),
                            values.get(i).position()));
                }
            }
        }
        return remarks;
    }

    /** How many rules are broken; day 00 breaks none. */
    static int broken(List<Remark> remarks) {
        int broken = 0;
        for (Remark remark : remarks) {
            broken += remark.code().equals(DAY_ZERO) ? 0 : 1;
        }
        return broken;
    }

    /** Allowed by GS1, but no longer on regulated healthcare items, which the code alone does not tell (GSCN 21-040). */
    private static void dayZero(AiValue value, List<Remark> remarks) {
        if (value.meaning() instanceof Meaning.Day day
                && !day.dayGiven()
                && !value.ai().equals("12")) {
            String detail = "AI " + value.ai() + " gives no day, so the last of the month is meant; "
                    + "since 2025 regulated healthcare items have to give one";
            remarks.add(new Remark(DAY_ZERO, detail, value.position()));
        }
    }

    /** Of unknown identifiers nothing is known but that they may not repeat with another value. */
    private static List<AiValue> known(List<AiValue> all, List<Remark> remarks) {
        List<AiValue> known = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (AiTable.find(all.get(i).ai()) != null) {
                known.add(all.get(i));
            } else {
                repeats(all, i, remarks);
            }
        }
        return known;
    }

    private static void repeats(List<AiValue> values, int at, List<Remark> remarks) {
        AiValue value = values.get(at);
        for (int i = 0; i < at; i++) {
            AiValue earlier = values.get(i);
            if (earlier.ai().equals(value.ai()) && !earlier.value().equals(value.value())) {
                String detail = "AI " + value.ai() + " is there twice with different values";
                remarks.add(new Remark("repeated", detail, value.position()));
                return;
            }
        }
    }

    private static void exclusions(List<AiValue> values, List<Ai> ais, int at, List<Remark> remarks) {
        Ai ai = ais.get(at);
        for (int i = 0; i < ais.size(); i++) {
            Ai other = ais.get(i);
            // Where both name each other, the later one carries the remark, once.
            if (ai.never.has(other) && (i < at || !other.never.has(ai))) {
                String detail = "AI " + ai.code + " and AI " + other.code + " exclude each other";
                remarks.add(new Remark("excludes", detail, values.get(at).position()));
            }
        }
    }

    private static boolean holds(Ai.Demand demand, List<AiValue> values, List<Ai> ais, AiSet present) {
        for (List<Ai.Need> together : demand.alternatives()) {
            boolean all = true;
            for (int i = 0; all && i < together.size(); i++) {
                Ai.Need need = together.get(i);
                all = need.any().meets(present) && (!need.serial() || serialThere(need, values, ais));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static boolean serialThere(Ai.Need need, List<AiValue> values, List<Ai> ais) {
        for (int i = 0; i < ais.size(); i++) {
            if (need.any().has(ais.get(i))
                    && ais.get(i).hasOptionalPart(values.get(i).value())) {
                return true;
            }
        }
        return false;
    }
}
