/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.util.List;

/** The terms that are kept. Safe for use by many threads. */
public interface Terms {

    /** The active commercial and statutory terms whose scope names the item, or no item at all, by their codes. */
    List<Term> promised(String item);
}
