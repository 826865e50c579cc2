/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

/** How the units in one vessel commingle (trace semantics §2, Vessel); {@code NONE} keeps them apart. */
public enum Mixing {
    NONE,
    WELL_MIXED,
    FIFO,
    SINCE_CLEAN
}
