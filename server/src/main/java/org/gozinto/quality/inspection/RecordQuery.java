/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gozinto.item.Item;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What a list of records is asked for. */
record RecordQuery(
        @Nullable String state,
        @Nullable String item,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable String unit) {

    /**
     * The filter that it stands for; a number that nothing has finds nothing. Records of a serial are those of its lot
     * too.
     */
    Records.Filter filter(Subjects subjects, List<String> states) {
        if (state != null && !states.contains(state)) {
            throw Paging.badParameter("state", "is " + state, String.join(", ", states));
        }
        Item named = item == null ? null : subjects.items().existing(item);
        List<Unit> found = null;
        if (unit != null) {
            found = unit.matches("[0-9]{1,18}") ? subjects.inOrder(List.of(Long.valueOf(unit))) : List.of();
        } else if (serial != null || lot != null) {
            String number = serial != null ? serial : lot;
            found = numbered(subjects, String.valueOf(number), named);
        }
        return new Records.Filter(state, named == null ? null : named.id(), found == null ? null : withLots(found));
    }

    private List<Unit> numbered(Subjects subjects, String number, @Nullable Item named) {
        Unit.Kind kind = serial != null ? Unit.Kind.SERIAL : Unit.Kind.LOT;
        return !Faults.isKeepable(number)
                ? List.of()
                : subjects.units().withNumber(number, 1_000).stream()
                        .filter(u -> u.kind() == kind && (named == null || u.itemId() == named.id()))
                        .toList();
    }

    static Collection<Long> withLots(Collection<Unit> units) {
        List<Long> ids = new ArrayList<>();
        for (Unit unit : units) {
            ids.add(unit.id());
            if (unit.lotId() != 0) {
                ids.add(unit.lotId());
            }
        }
        return ids;
    }
}
