/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/**
 * How sure a link is, weakest first: possible by time only, somewhere in the same run, that lot, that very unit.
 * A path is as precise as its weakest link; a unit is as precise as its strongest path.
 */
public enum Precision {
    WINDOW,
    ORDER,
    LOT,
    UNIT
}
