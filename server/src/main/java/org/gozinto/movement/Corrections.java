/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.List;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.movement.Act.Deed;
import org.gozinto.place.Place;
import org.gozinto.unit.Hold;
import org.gozinto.unit.Unit;

/** void and clean. */
final class Corrections {

    private final Stage stage;
    private final Past past;

    Corrections(Stage stage, Past past) {
        this.stage = stage;
        this.past = past;
    }

    /** What remained in a vessel leaves it; the entry cuts what came before from what comes after. */
    void decide(Deed.Cleaning cleaning) throws SQLException {
        Place vessel = stage.place(cleaning.vessel(), "/vessel");
        if (vessel.kind() != Place.Kind.VESSEL) {
            throw Refusal.of(
                            "not-a-vessel",
                            "Not a vessel",
                            vessel.code() + " is a " + vessel.kind().word() + ".")
                    .at("/vessel", "a vessel", "Name a vessel.")
                    .asException();
        }
        stage.about(vessel.id());
        List<Long> units = stage.balances().unitsAt(vessel.id());
        for (long unit : units) {
            stage.move(new Movement(unit, stage.balances().at(unit, vessel.id()), vessel.id(), Place.SCRAP));
        }
    }

    /** The same lines backwards. */
    void decide(Deed.Correction correction) throws SQLException {
        Past.Known entry = past.find(correction.corrects(), "/corrects");
        if (past.isVoided(entry)) {
            throw Refusal.of("voided-already", "It is voided already", "Entry " + entry.seq() + " was voided before.")
                    .status(409)
                    .at("/corrects", "an entry that is not voided", "Nothing needs to be done.")
                    .asException();
        }
        if (entry.type().equals("void")) {
            throw Refusal.of("void-of-void", "A void is not voided", "Entry " + entry.seq() + " is a void itself.")
                    .at("/corrects", "an entry that is not a void", "Record the act again instead.")
                    .asException();
        }
        stage.correct(entry.seq());
        stage.balances().load(entry.movements().stream().map(Movement::unit).toList());
        for (Movement movement : entry.movements().reversed()) {
            giveBack(movement);
        }
        switch (entry.type()) {
            case "hold" -> endHolds(entry.seq());
            case "release" -> holdAgain(entry.seq());
            default -> {
                // Movements are all that the other acts leave behind.
            }
        }
        past.addVoid(entry.seq());
    }

    private void giveBack(Movement movement) throws SQLException {
        Unit unit = stage.units().get(movement.unit());
        long there = Math.max(0, stage.balances().at(unit.id(), movement.to()));
        boolean gone = Stage.isSingle(unit) && isElsewhere(unit, movement.to(), there);
        if (gone || stage.isBounded(movement.to()) && there < movement.qty()) {
            if (!stage.heading().shortfall()) {
                throw usedMeanwhile(movement, unit, there);
            }
            stage.bringFromElsewhere(unit, gone ? movement.qty() : movement.qty() - there, movement.to());
        }
        stage.move(movement.reversed());
    }

    /** Whether a single piece is somewhere else now, be it used up by a run. */
    private boolean isElsewhere(Unit unit, long place, long there) throws SQLException {
        long at = stage.whereIs(unit);
        return at == 0 ? there <= 0 && stage.lastKnown(unit) != 0 : at != place;
    }

    private RefusedException usedMeanwhile(Movement movement, Unit unit, long there) throws SQLException {
        return Refusal.of(
                        "used-meanwhile",
                        "It has been used meanwhile",
                        "Only " + stage.quantity(unit, there) + " of " + stage.name(unit) + " is still at "
                                + stage.placeName(movement.to()) + "; " + stage.quantity(unit, movement.qty())
                                + " would have to go back.")
                .status(409)
                .at(
                        "/corrects",
                        "an entry whose goods are still where it brought them",
                        "Void the later entries first, or void with \"shortfall\":\"unknown\".")
                .asException();
    }

    private void endHolds(long seq) throws SQLException {
        for (Hold hold : stage.units().heldBy(seq)) {
            stage.units().release(hold, stage.seq());
        }
    }

    private void holdAgain(long seq) throws SQLException {
        for (Hold hold : stage.units().releasedBy(seq)) {
            // A hold that was voided itself does not come back with its release.
            if (!past.isVoided(hold.seq())) {
                stage.units().reopen(hold);
            }
        }
    }
}
