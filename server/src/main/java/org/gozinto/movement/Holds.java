/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.List;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.UnitName;
import org.gozinto.unit.Hold;
import org.gozinto.unit.Unit;

/** hold and release. */
final class Holds {

    private final Stage stage;
    private final Lines lines;
    private final Past past;

    Holds(Stage stage, Past past) {
        this.stage = stage;
        this.lines = new Lines(stage);
        this.past = past;
    }

    void decide(Deed.Holding holding) throws SQLException {
        for (UnitName name : holding.units()) {
            Unit unit = lines.unit(name);
            stage.units().hold(new Hold(stage.seq(), unit.id(), holding.blocks(), holding.reason()));
        }
    }

    void decide(Deed.Releasing releasing) throws SQLException {
        Long seq = releasing.hold() == null ? null : past.seqOf(releasing.hold(), "/hold");
        for (UnitName name : releasing.units()) {
            Unit unit = lines.unit(name);
            stage.units().loadHolds(List.of(unit.id()));
            List<Hold> holds = stage.units().holds(unit).stream()
                    .filter(h -> h.unitId() == unit.id() && (seq == null || h.seq() == seq))
                    .toList();
            if (holds.isEmpty()) {
                throw Refusal.of(
                                "not-held",
                                "It is not held",
                                stage.name(unit)
                                        + (seq == null ? " has no hold" : " is not held by that entry")
                                        + (unit.lotId() == 0 ? "." : "; a hold of its lot is released on the lot."))
                        .at(name.pointer(), "a unit that is held", "Check the number, or release the lot.")
                        .asException();
            }
            holds.forEach(h -> stage.units().release(h, stage.seq()));
        }
    }
}
