/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.cause;

import java.util.Comparator;

/**
 * Something that units can share.
 *
 * @param family what kind of thing, in free words such as {@code lot}, {@code supplier}, {@code line}; false
 *     discoveries are counted inside families
 * @param key which one
 */
public record Factor(String family, String key) implements Comparable<Factor> {

    private static final Comparator<Factor> ORDER =
            Comparator.comparing(Factor::family).thenComparing(Factor::key);

    @Override
    public int compareTo(Factor other) {
        return ORDER.compare(this, other);
    }
}
