/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

/**
 * Why a table cannot be read.
 *
 * @param kind what is wrong
 * @param unit id of the unit that it was said of
 * @param detail what was said, for people
 */
public record Fault(Kind kind, long unit, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** A weight that is not above 0 and at most 1. */
        WEIGHT,
        /** A unit that is there twice, once failed and once not, or in two strata. */
        CONTRADICTION
    }
}
