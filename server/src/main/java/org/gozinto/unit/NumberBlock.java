/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import org.jspecify.annotations.Nullable;

/**
 * Numbers that were reserved together.
 *
 * @param block the id that the client made
 * @param lot the lot that serials are meant for, as it was said; not checked
 * @param supplier the partner whose numbers they are; null when they are ours
 * @param template by which they were made; null when they were taken over
 * @param reserved how many are neither printed nor commissioned nor void
 */
public record NumberBlock(
        String block,
        String item,
        NumberKind kind,
        @Nullable String lot,
        @Nullable String supplier,
        @Nullable String template,
        String first,
        String last,
        long count,
        long reserved,
        long printed,
        long commissioned,

        @com.fasterxml.jackson.annotation.JsonProperty("void")
        long voided,

        String at,
        String by) {}
