/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

/** Tells whether an item has units already; the unit room answers. */
@FunctionalInterface
public interface ItemUse {

    /** Whether any lot or serial of the item was ever recorded. */
    boolean isUsed(long itemId);
}
