/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

/** Why there are more complaints than usual. */
public sealed interface StreamCause {

    /** Nothing is wrong. */
    record None() implements StreamCause {}

    /** A lot has so many times the complaints of one code. */
    record BadLot(int lot, int code, double times) implements StreamCause {}

    /**
     * Lots of an item get worse in one code from one of them on, lot by lot.
     *
     * @param lastGood the last lot that is good
     * @param lots after how many lots {@code times} is reached; from there on it stays
     */
    record Drift(int lastGood, int lots, int code, double times) implements StreamCause {}

    /**
     * The papers write about an item, and so many times as many people complain for some days; no lot is bad.
     *
     * @param day of the first article, days since 1970
     * @param days for which it lasts
     */
    record Publicity(int item, int code, long day, int days, double times) implements StreamCause {}
}
