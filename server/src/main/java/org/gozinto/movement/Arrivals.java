/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.item.Item;
import org.gozinto.item.Tracking;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.movement.Act.Line;
import org.gozinto.place.Place;
import org.gozinto.unit.Unit;
import org.gozinto.unit.UnitDesk;
import org.jspecify.annotations.Nullable;

/** Finds or makes the units that come in: received, commissioned, produced, or found in a count. */
final class Arrivals {

    private final Stage stage;
    private final Lines lines;

    Arrivals(Stage stage, Lines lines) {
        this.stage = stage;
        this.lines = lines;
    }

    /**
     * The units of an incoming line; new numbers become new units.
     *
     * @param from where they come from: a partner, a run or a virtual place
     * @param partner whose supplier lots the line names; 0 for nobody's
     */
    List<Piece> of(Line line, long from, long partner) throws SQLException {
        Item item = stage.item(line.item(), line.pointer() + "/item");
        long qty = lines.quantity(line, item);
        if (qty <= 0) {
            throw Lines.notPositive(line);
        }
        long issuer = lines.issuer(item, line.issuer(), line.pointer());
        List<Piece> pieces = new ArrayList<>();
        switch (item.tracking()) {
            case NONE -> pieces.add(new Piece(stock(item), qty, line));
            case LOT -> pieces.add(new Piece(lot(line, item, issuer), qty, line));
            case SERIAL, LOT_AND_SERIAL -> serials(line, item, issuer, from, pieces);
        }
        stage.balances().load(pieces.stream().map(p -> p.unit().id()).toList());
        noteSupplierLots(line, item, pieces, partner);
        return pieces;
    }

    private Unit stock(Item item) throws SQLException {
        var key = new Unit.Key(Unit.Kind.UNTRACKED, item.id(), 0, "");
        var found = stage.units().find(key);
        return found.isEmpty()
                ? make(key, 0, Unit.Dates.NONE, null)
                : stage.units()
                        .date(
                                found.getFirst(),
                                Unit.Dates.NONE,
                                stage.occurred().fromUs());
    }

    private Unit lot(Line line, Item item, long issuer) throws SQLException {
        String number = Stage.required(line.lot(), line.pointer() + "/lot", "the number of the lot");
        var key = new Unit.Key(Unit.Kind.LOT, item.id(), issuer, number);
        var found = stage.units().find(key);
        Unit.Dates dates = dates(line, item);
        if (found.isEmpty()) {
            refuseVoid(key, line);
            return make(key, 0, dates, line.attributes());
        }
        return describe(found.getFirst(), dates, line);
    }

    private void serials(Line line, Item item, long issuer, long from, List<Piece> pieces) throws SQLException {
        boolean byLot = item.tracking() == Tracking.LOT_AND_SERIAL;
        if (!byLot && line.lot() != null) {
            throw Lines.wrongTracking(item, line.pointer() + "/lot");
        }
        Unit lot = byLot ? lot(line, item, issuer) : null;
        Unit.Dates dates = lot == null ? dates(line, item) : Unit.Dates.NONE;
        var run = new SerialRun(line, item, issuer, from, lot, dates);
        for (String number : lines.serials(line)) {
            pieces.add(new Piece(serial(run, number), 1, line));
        }
    }

    /** What the serials of one line share. */
    private record SerialRun(
            Line line,
            Item item,
            long issuer,
            long from,
            @Nullable Unit lot,
            Unit.Dates dates) {

        long lotId() {
            return lot == null ? 0 : lot.id();
        }
    }

    private Unit serial(SerialRun run, String number) throws SQLException {
        var key = new Unit.Key(Unit.Kind.SERIAL, run.item.id(), run.issuer, number);
        List<Unit> known = stage.units().find(key);
        if (known.isEmpty()) {
            refuseVoid(key, run.line);
            return withLotDates(make(key, run.lotId(), run.dates, run.lot == null ? run.line.attributes() : null), run);
        }
        stage.balances().load(known.stream().map(Unit::id).toList());
        for (Unit unit : known) {
            if (isBack(unit, run)) {
                refuseOtherLot(unit, run);
                return describe(unit, run.dates, run.line);
            }
        }
        Unit standing = standing(known);
        if (standing != null && !run.line.twin()) {
            throw exists(standing, run);
        }
        Unit twin = make(key, run.lotId(), run.dates, null);
        stage.alert(
                "suspect-twin",
                "Serial " + number + " of " + run.item.code()
                        + " is known already; this is recorded as a second piece with the same number.");
        return withLotDates(twin, run);
    }

    /** A serial carries its lot's dates, so that a lookup of the serial alone tells them. */
    private Unit withLotDates(Unit unit, SerialRun run) {
        return run.lot == null
                ? unit
                : stage.units().date(unit, run.lot.dates(), stage.occurred().fromUs());
    }

    /** Whether an arriving serial is a known piece that comes from where it was, or is nowhere at all. */
    private boolean isBack(Unit unit, SerialRun run) throws SQLException {
        if (stage.lastKnown(unit) == 0 || stage.balances().at(unit.id(), run.from) > 0) {
            return true;
        }
        return stage.placeOfRun(run.from) && new Disassembly(stage).comesOutOf(unit, run.from);
    }

    /** The piece that stands in our hands, or null when all of them have gone. */
    private @Nullable Unit standing(List<Unit> known) throws SQLException {
        for (Unit unit : known) {
            for (Map.Entry<Long, Long> at : stage.balances().places(unit.id()).entrySet()) {
                if (at.getValue() > 0 && isInStock(at.getKey())) {
                    return unit;
                }
            }
        }
        return null;
    }

    /** In a location, or in containers that stand in one. What is installed in a host is not in stock. */
    private boolean isInStock(long place) throws SQLException {
        long at = place;
        for (int depth = 0; depth < Assemblies.DEPTH_MAX; depth++) {
            if (at >= 0) {
                return stage.isBounded(at);
            }
            Unit outer = stage.units().get(-at);
            if (outer.kind() != Unit.Kind.CONTAINER) {
                return false;
            }
            at = stage.whereIs(outer);
        }
        return false;
    }

    private RefusedException exists(Unit unit, SerialRun run) throws SQLException {
        return Refusal.of(
                        "serial-exists",
                        "The serial is in stock already",
                        "Serial " + unit.number() + " of " + run.item.code() + " is at "
                                + stage.placeName(stage.whereIs(unit)) + " since it was first named in entry "
                                + unit.firstSeq() + ".")
                .status(409)
                .at(
                        run.line.serialsPointer(),
                        "a serial that is not in stock",
                        "Take it out if it was scanned twice; if a second piece carries the number, record it with \"twin\":true.")
                .asException();
    }

    private void refuseOtherLot(Unit unit, SerialRun run) throws SQLException {
        if (run.lot != null && unit.lotId() != run.lot.id()) {
            String lot = unit.lotId() == 0
                    ? "no lot"
                    : "lot " + stage.units().get(unit.lotId()).number();
            throw Refusal.of(
                            "serial-of-another-lot",
                            "The serial is of another lot",
                            "Serial " + unit.number() + " of " + run.item.code() + " belongs to " + lot + ".")
                    .at(run.line.pointer() + "/lot", lot, "Correct the lot.")
                    .asException();
        }
    }

    /** A void number is on no label that may be used. An act that says that history is missing may have it. */
    private void refuseVoid(Unit.Key key, Line line) throws SQLException {
        if (stage.replaying() || stage.heading().shortfall() || !stage.units().isVoid(key)) {
            return;
        }
        String what = key.kind() == Unit.Kind.LOT ? "Lot" : "Serial";
        throw Refusal.of(
                        "number-void",
                        "The number is void",
                        what + " number " + key.number() + " of " + stage.itemCode(key.itemId())
                                + " was reserved and then voided, so it must be on nothing.")
                .status(409)
                .at(
                        key.kind() == Unit.Kind.LOT ? line.pointer() + "/lot" : line.serialsPointer(),
                        "a number that is not void",
                        "Label the piece anew with another number. If it must be recorded with this one, say so with"
                                + " \"shortfall\":\"unknown\".")
                .asException();
    }

    private Unit make(Unit.Key key, long lotId, Unit.Dates dates, @Nullable String attributes) throws SQLException {
        Unit unit = stage.units()
                .create(new Unit(
                        0,
                        key.kind(),
                        key.itemId(),
                        key.issuerId(),
                        key.number(),
                        0,
                        lotId,
                        dates.expiry(),
                        dates.bestBefore(),
                        dates.manufactured(),
                        stage.seq(),
                        stage.occurred().fromUs(),
                        attributes));
        stage.balances().fresh(unit.id());
        return unit;
    }

    /** Makes the container of this code; it begins at the place. */
    Unit container(String code, long at) throws SQLException {
        Unit container = make(new Unit.Key(Unit.Kind.CONTAINER, 0, 0, code), 0, Unit.Dates.NONE, null);
        stage.move(new Movement(container.id(), 1, Place.OUTSIDE, at));
        return container;
    }

    /** Fills in what was unknown and refuses what contradicts. */
    private Unit describe(Unit unit, Unit.Dates dates, Line line) {
        refuseContradiction(unit, line, "expiry", unit.expiry(), line.dates().expiry());
        refuseContradiction(
                unit, line, "bestBefore", unit.bestBefore(), line.dates().bestBefore());
        refuseContradiction(
                unit, line, "manufactured", unit.manufactured(), line.dates().manufactured());
        return stage.units().date(unit, dates, stage.occurred().fromUs());
    }

    private void refuseContradiction(
            Unit unit, Line line, String field, @Nullable LocalDate known, @Nullable LocalDate stated) {
        if (known != null && stated != null && !known.equals(stated)) {
            throw Refusal.of(
                            "contradiction",
                            "It contradicts what is known",
                            stage.name(unit) + " has " + field + " " + known + ", the line says " + stated + ".")
                    .status(409)
                    .at(
                            line.pointer() + "/" + field,
                            known.toString(),
                            "Check the label: a lot has one date. Different dates are different lots.")
                    .asException();
        }
    }

    /** The stated dates; the last usable day follows from the day of manufacture when only that is stated. */
    private static Unit.Dates dates(Line line, Item item) {
        var stated = line.dates();
        LocalDate expiry = stated.expiry();
        if (expiry == null && stated.manufactured() != null && item.shelfLifeDays() != null) {
            expiry = stated.manufactured().plusDays(item.shelfLifeDays());
        }
        return new Unit.Dates(expiry, stated.bestBefore(), stated.manufactured());
    }

    private void noteSupplierLots(Line line, Item item, List<Piece> pieces, long partner) throws SQLException {
        for (String number : line.supplierLots()) {
            if (item.tracking() == Tracking.LOT_AND_SERIAL) {
                long lot = pieces.getFirst().unit().lotId();
                stage.units().supplierLot(new UnitDesk.SupplierLot(number, partner, lot, stage.seq()));
            } else {
                for (Piece piece : pieces) {
                    stage.units()
                            .supplierLot(new UnitDesk.SupplierLot(
                                    number, partner, piece.unit().id(), stage.seq()));
                }
            }
        }
    }
}
