/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One recorded act.
 *
 * @param place the run of a produce, the vessel of a clean, or null
 * @param body the act as recorded, in canonical JSON
 * @param corrects the seq of the entry that this one voids
 * @param correctedBy the seq of the entry that voids this one
 */
public record EntryRow(
        long seq,
        String id,
        String type,
        Occurred occurred,
        long recordedAtUs,
        String actor,
        @Nullable String document,
        @Nullable Long place,
        @Nullable Long corrects,
        @Nullable Long correctedBy,
        String body,
        byte[] hash) {}
