/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * One step by which a label went from one end to another, in the order of time whatever the direction of the question.
 * An end is a unit (its id) or, for what mixes, and for who received, a place: −1 − its id.
 *
 * @param precision the strongest of the arcs that this stands for
 */
public record Passage(int from, int to, Kind kind, Precision precision) {

    /** What the step was, the strongest reason first. */
    public enum Kind {
        MADE_FROM,
        CONTAINS,
        MEMBER,
        SHIPPED
    }

    /** The end that stands for a place. */
    public static int ofPlace(int place) {
        return -1 - place;
    }

    public static boolean isPlace(int end) {
        return end < 0;
    }

    /** The place of an end that is one. */
    public static int place(int end) {
        return -1 - end;
    }
}
