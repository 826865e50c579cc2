/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gozinto.item.InspectionRule;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Act.ContainerName;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Kind;
import org.gozinto.movement.Act.Line;
import org.gozinto.place.Place;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** receive, commission, move, ship, return and scrap. */
final class Transfers {

    private final Stage stage;
    private final Lines lines;
    private final Arrivals arrivals;
    private final Containers containers;
    private final Permit permit;

    Transfers(Stage stage) {
        this.stage = stage;
        this.lines = new Lines(stage);
        this.arrivals = new Arrivals(stage, lines);
        this.containers = new Containers(stage, lines, arrivals);
        this.permit = new Permit(stage);
    }

    void decide(Deed.Transfer transfer) throws SQLException {
        switch (transfer.kind()) {
            case RECEIVE -> receive(transfer);
            case COMMISSION -> commission(transfer);
            case MOVE -> send(transfer, Purpose.MOVE);
            case SHIP -> send(transfer, Purpose.SHIP);
            case RETURN -> takeBack(transfer);
            case SCRAP -> send(transfer, null);
        }
    }

    private void receive(Deed.Transfer transfer) throws SQLException {
        containers.refuseAny(transfer);
        for (Line line : transfer.lines()) {
            Place partner = stage.partner(either(line.from(), transfer.from()), "/from");
            Place to = stage.location(either(line.to(), transfer.to()), "/to");
            for (Piece piece : arrivals.of(line, partner.id(), partner.id())) {
                stage.move(new Movement(piece.unit().id(), piece.qty(), partner.id(), to.id()));
                stage.arrived(piece, InspectionRule.RECEIVED);
            }
        }
    }

    private void commission(Deed.Transfer transfer) throws SQLException {
        for (Line line : transfer.lines()) {
            Place to = beginning(either(line.to(), transfer.to()));
            long issuer = to.kind() == Place.Kind.PARTNER ? to.id() : 0;
            for (Piece piece : arrivals.of(line, Place.OUTSIDE, issuer)) {
                stage.move(new Movement(piece.unit().id(), piece.qty(), Place.OUTSIDE, to.id()));
            }
        }
        for (ContainerName name : transfer.containers()) {
            containers.begin(name, beginning(transfer.to()).id());
        }
    }

    /** Goods begin at a location, or, when a partner tells of what it made, at the partner. */
    private Place beginning(@Nullable String code) {
        Place place = stage.place(Stage.required(code, "/to", "the code of a place"), "/to");
        return place.kind() == Place.Kind.PARTNER ? place : stage.location(code, "/to");
    }

    /** Moves, ships and scraps: what is there goes somewhere else. */
    private void send(Deed.Transfer transfer, @Nullable Purpose purpose) throws SQLException {
        for (Line line : transfer.lines()) {
            long to = destination(transfer.kind(), either(line.to(), transfer.to()));
            Long stated = source(either(line.from(), transfer.from()));
            List<Piece> pieces = lines.existing(line, stated);
            lines.refuseNotPositive(pieces);
            stage.balances().load(pieces.stream().map(p -> p.unit().id()).toList());
            if (purpose != null && !pieces.isEmpty()) {
                permit.require(purpose, pieces, from(pieces.getFirst(), stated), to);
            }
            for (Piece piece : pieces) {
                stage.take(piece, from(piece, stated), to, null);
            }
        }
        for (ContainerName name : transfer.containers()) {
            sendContainer(transfer, name, purpose);
        }
    }

    private void sendContainer(Deed.Transfer transfer, ContainerName name, @Nullable Purpose purpose)
            throws SQLException {
        Unit container = containers.existing(name);
        long at = stage.whereIs(container);
        Long stated = source(transfer.from());
        var piece = containers.piece(container, name);
        boolean ours = at != 0 && stage.isBounded(at);
        if (!stage.heading().shortfall() && (!ours || stated != null && stated != at)) {
            throw stage.notThere(piece, stated != null ? stated : Place.OUTSIDE, 0)
                    .asException();
        }
        long to = destination(transfer.kind(), transfer.to());
        if (purpose != null) {
            permit.require(purpose, List.of(piece), at, to);
        }
        stage.take(piece, at, to, null);
    }

    private long destination(Kind kind, @Nullable String code) {
        return switch (kind) {
            case SHIP -> stage.partner(code, "/to").id();
            case SCRAP -> Place.SCRAP;
            case RECEIVE, COMMISSION, MOVE, RETURN ->
                stage.location(code, "/to").id();
        };
    }

    private @Nullable Long source(@Nullable String code) {
        return code == null ? null : stage.place(code, "/from").id();
    }

    /** Where a piece is taken from: as stated, or where it is when that is one place only. */
    private long from(Piece piece, @Nullable Long stated) throws SQLException {
        return stated != null ? stated : stage.onlyPlace(piece);
    }

    /**
     * From a partner; what it is not known to hold comes from unknown, and a serial that another partner held has
     * changed hands.
     */
    private void takeBack(Deed.Transfer transfer) throws SQLException {
        for (Line line : transfer.lines()) {
            Place partner = stage.partner(either(line.from(), transfer.from()), "/from");
            Place to = stage.location(either(line.to(), transfer.to()), "/to");
            List<Piece> pieces = new ArrayList<>(known(line, partner.id()).orElse(List.of()));
            if (pieces.isEmpty()) {
                pieces.addAll(arrivals.of(line, Place.UNKNOWN, 0));
            }
            lines.refuseNotPositive(pieces);
            stage.balances().load(pieces.stream().map(p -> p.unit().id()).toList());
            for (Piece piece : pieces) {
                takeBack(piece, partner.id(), to.id());
            }
        }
        for (ContainerName name : transfer.containers()) {
            Place partner = stage.partner(transfer.from(), "/from");
            Unit container = containers.existing(name);
            takeBack(
                    containers.piece(container, name),
                    partner.id(),
                    stage.location(transfer.to(), "/to").id());
        }
    }

    /**
     * The units of a line when all of them are known; a return may also bring what was sold before there was a ledger.
     */
    private Optional<List<Piece>> known(Line line, long partner) throws SQLException {
        try {
            return Optional.of(lines.existing(line, partner));
        } catch (org.gozinto.ledger.RefusedException e) {
            String code = e.refusal().code();
            if (code.equals("unknown-lot") || code.equals("unknown-serial")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void takeBack(Piece piece, long partner, long to) throws SQLException {
        Unit unit = piece.unit();
        long open = piece.qty();
        long direct = Math.min(open, Math.max(0, stage.balances().at(unit.id(), partner)));
        open -= direct;
        for (Map.Entry<Long, Long> at : new TreeMap<>(stage.balances().places(unit.id())).entrySet()) {
            // A customer who opens a carton sends back what was in it, not the carton.
            if (open > 0 && at.getKey() < 0 && at.getValue() > 0 && stage.rootOf(at.getKey()) == partner) {
                long inside = Math.min(open, at.getValue());
                stage.move(new Movement(unit.id(), inside, at.getKey(), to));
                open -= inside;
            }
        }
        if (open > 0) {
            long from = unit.kind() == Unit.Kind.LOT || unit.kind() == Unit.Kind.UNTRACKED
                    ? Place.UNKNOWN
                    : handedOn(piece, partner);
            stage.move(new Movement(unit.id(), open, from, partner));
            stage.alert(
                    from == Place.UNKNOWN ? "unknown-origin" : "changed-hands",
                    stage.placeName(partner) + " was not known to hold " + stage.quantity(unit, open) + " of "
                            + stage.name(unit) + "; it comes from " + stage.placeName(from) + ".");
        }
        if (direct + open > 0) {
            stage.move(new Movement(unit.id(), direct + open, partner, to));
        }
    }

    /** Which partner held a serial that another partner brings back. */
    private long handedOn(Piece piece, long partner) throws SQLException {
        long at = stage.lastKnown(piece.unit());
        if (at == 0 || at == Place.UNKNOWN) {
            return Place.UNKNOWN;
        }
        if (stage.isPartner(stage.rootOf(at))) {
            return at;
        }
        throw Refusal.of(
                        "not-there",
                        "Not that much there",
                        stage.name(piece.unit()) + " is at " + stage.placeName(at) + ", not with "
                                + stage.placeName(partner) + ".")
                .at(
                        piece.line().serialsPointer(),
                        "a serial that a partner holds",
                        "Check the number; if a second piece carries it, receive it as a twin.")
                .asException();
    }

    private static @Nullable String either(@Nullable String ofLine, @Nullable String ofAct) {
        return ofLine != null ? ofLine : ofAct;
    }
}
