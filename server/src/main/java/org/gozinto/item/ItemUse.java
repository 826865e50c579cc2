/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

/** What items must know of rooms that they do not see; the unit room answers. */
public interface ItemUse {

    /** Whether any lot or serial of the item was ever recorded. */
    boolean isUsed(long itemId);

    /** Whether there is a partner with this code. */
    boolean isPartner(String code);
}
