/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

/** Measured figures beside the targets, and how far each is. */
final class Gaps {

    private final Table table = new Table("Target", "wanted", "measured", "distance");

    /** More is better. */
    Gaps atLeast(String what, double wanted, double measured, String unit) {
        String distance = measured >= wanted ? "reached" : "needs " + Table.ratio(wanted, measured);
        table.row(what, "≥ " + Table.number(wanted) + unit, Table.number(measured) + unit, distance);
        return this;
    }

    /** Less is better. */
    Gaps atMost(String what, double wanted, double measured, String unit) {
        return atMost(what, wanted, measured, unit, "long");
    }

    /** Less is better, of something that has a size. */
    Gaps atMostLarge(String what, double wanted, double measured, String unit) {
        return atMost(what, wanted, measured, unit, "large");
    }

    private Gaps atMost(String what, double wanted, double measured, String unit, String word) {
        String distance = measured <= wanted ? "reached" : Table.ratio(measured, wanted) + " too " + word;
        table.row(what, "≤ " + Table.number(wanted) + unit, Table.number(measured) + unit, distance);
        return this;
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
