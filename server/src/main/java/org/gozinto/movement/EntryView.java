/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param act the act as it was recorded
 * @param corrects the seq of the entry that this one voids
 * @param correctedBy the seq of the entry that voids this one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        long seq,
        String id,
        String type,
        String occurredAt,
        String recordedAt,
        String actor,
        @Nullable String document,
        @Nullable Long corrects,
        @Nullable Long correctedBy,
        @JsonRawValue String act,
        List<MovementView> movements,
        String hash) {

    /** A movement in codes and decimal quantities. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MovementView(
            long unit,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            String qty,
            String from,
            String to) {}
}
