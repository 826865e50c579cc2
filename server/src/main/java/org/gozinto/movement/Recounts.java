/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.ledger.Movement;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Line;
import org.gozinto.place.Place;
import org.gozinto.unit.Unit;

/** adjust and count: the difference between what is known and what is there. */
final class Recounts {

    private final Stage stage;
    private final Lines lines;
    private final Arrivals arrivals;

    Recounts(Stage stage) {
        this.stage = stage;
        this.lines = new Lines(stage);
        this.arrivals = new Arrivals(stage, lines);
    }

    void decide(Deed.Recount recount) throws SQLException {
        Place at = stage.location(recount.at(), "/at");
        if (recount.lines().isEmpty()) {
            throw Fields.refused("/lines", "is missing", "at least one line");
        }
        for (Line line : recount.lines()) {
            if (recount.counted()) {
                count(line, at.id());
            } else {
                adjust(line, at.id());
            }
        }
    }

    private void adjust(Line line, long at) throws SQLException {
        Item item = stage.item(line.item(), line.pointer() + "/item");
        if (item.tracking().bySerial() && line.qty() == null) {
            throw Fields.refused(
                    line.pointer() + "/qty",
                    "is missing",
                    "\"-1\" for a serial that is not there, \"1\" for one that is");
        }
        long qty = lines.quantity(line, item);
        if (qty == 0) {
            throw Fields.refused(line.pointer() + "/qty", "is zero", "how much more (or, with a minus, less) there is");
        }
        if (qty < 0) {
            for (Piece piece : lines.existing(line, at)) {
                stage.balances().load(List.of(piece.unit().id()));
                stage.take(new Piece(piece.unit(), -piece.qty(), line), at, Place.ADJUSTMENT, null);
            }
        } else {
            for (Piece piece : arrivals.of(line, Place.ADJUSTMENT, 0)) {
                find(piece.unit(), piece.qty(), at);
            }
        }
    }

    private void count(Line line, long at) throws SQLException {
        Item item = stage.item(line.item(), line.pointer() + "/item");
        if (item.tracking().bySerial()) {
            countSerials(line, item, at);
            return;
        }
        BigDecimal stated = line.qty();
        if (stated != null && stated.signum() < 0) {
            throw Lines.notPositive(line);
        }
        boolean none = stated != null && stated.signum() == 0;
        long counted = lines.quantity(line, item);
        Unit unit = none
                ? lines.existing(line, at).getFirst().unit()
                : arrivals.of(line, Place.ADJUSTMENT, 0).getFirst().unit();
        stage.balances().load(List.of(unit.id()));
        long difference = counted - stage.balances().at(unit.id(), at);
        if (difference > 0) {
            find(unit, difference, at);
        } else if (difference < 0) {
            stage.move(new Movement(unit.id(), -difference, at, Place.ADJUSTMENT));
        }
    }

    /**
     * The list is all there is of the item (and lot) at the place: who is missing is adjusted away, who is new is
     * found.
     */
    private void countSerials(Line line, Item item, long at) throws SQLException {
        if (!isNone(line)) {
            lines.quantity(line, item);
        }
        Set<Long> seen = new HashSet<>();
        if (line.serials() != null && !line.serials().numbers().isEmpty()) {
            for (Piece piece : lines.existing(line, null)) {
                Unit unit = piece.unit();
                seen.add(unit.id());
                stage.balances().load(List.of(unit.id()));
                if (stage.balances().at(unit.id(), at) <= 0) {
                    find(unit, 1, at);
                }
            }
        }
        List<Long> there = stage.balances().unitsAt(at);
        stage.units().loadIds(there);
        for (long id : there) {
            Unit unit = stage.units().get(id);
            boolean counted = unit.itemId() == item.id() && unit.kind() == Unit.Kind.SERIAL && isOfLot(unit, line);
            if (counted && !seen.contains(id)) {
                stage.move(new Movement(id, 1, at, Place.ADJUSTMENT));
            }
        }
    }

    /** Whether the line says that there is none: quantity zero, or an empty list. */
    private static boolean isNone(Line line) {
        var serials = line.serials();
        BigDecimal qty = line.qty();
        boolean zero = qty != null && qty.signum() == 0;
        return serials == null ? zero : serials.numbers().isEmpty() && (qty == null || zero);
    }

    private boolean isOfLot(Unit unit, Line line) throws SQLException {
        return line.lot() == null
                || unit.lotId() != 0 && stage.units().get(unit.lotId()).number().equals(line.lot());
    }

    /** Brings what was found: a serial from where it was thought to be, a quantity from the adjustments. */
    private void find(Unit unit, long qty, long at) throws SQLException {
        long known = unit.kind() == Unit.Kind.SERIAL ? stage.lastKnown(unit) : 0;
        long from = known == 0 ? Place.ADJUSTMENT : known;
        stage.move(new Movement(unit.id(), qty, from, at));
    }
}
