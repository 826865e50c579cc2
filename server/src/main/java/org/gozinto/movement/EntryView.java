/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.gozinto.item.Item;
import org.gozinto.ledger.Movement;
import org.gozinto.unit.RecallTag;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown.
 *
 * @param act the act as it was recorded
 * @param corrects the seq of the entry that this one voids
 * @param movementsMore true when the entry has more movements than stand here
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
        @Nullable Boolean movementsMore,
        String hash)
        implements ShownEntry {

    /**
     * A movement in codes and decimal quantities.
     *
     * @param unit null in a dry run when the act would make the unit
     * @param recalls that the unit is under today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MovementView(
            @Nullable Long unit,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            String qty,
            String from,
            String to,
            @Nullable List<RecallTag> recalls) {

        /**
         * Puts a movement in words.
         *
         * @param lot the number of the lot that a serial belongs to
         * @param named whether the unit has an id to show
         * @param recalls null for none
         */
        static MovementView of(
                Movement movement,
                Unit unit,
                @Nullable Item item,
                @Nullable String lot,
                String from,
                String to,
                boolean named,
                @Nullable List<RecallTag> recalls) {
            return new MovementView(
                    named ? unit.id() : null,
                    item == null ? null : item.code(),
                    unit.kind() == Unit.Kind.LOT ? unit.number() : lot,
                    unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                    unit.kind() == Unit.Kind.CONTAINER ? unit.number() : null,
                    item == null ? String.valueOf(movement.qty()) : item.quantity(movement.qty()),
                    from,
                    to,
                    recalls);
        }
    }
}
