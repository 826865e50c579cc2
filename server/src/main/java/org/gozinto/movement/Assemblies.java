/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.List;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Act.ContainerName;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Line;
import org.gozinto.place.Place;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** install and remove, pack and unpack: units that are places for other units. */
final class Assemblies {

    /** Hosts and containers inside each other, at the most. */
    static final int DEPTH_MAX = 50;

    private final Stage stage;
    private final Lines lines;
    private final Containers containers;
    private final Permit permit;

    Assemblies(Stage stage) {
        this.stage = stage;
        this.lines = new Lines(stage);
        this.containers = new Containers(stage, lines, new Arrivals(stage, lines));
        this.permit = new Permit(stage);
    }

    void decide(Deed.Assembly assembly) throws SQLException {
        Unit host = lines.unit(assembly.host());
        if (host.kind() != Unit.Kind.SERIAL) {
            throw Refusal.of(
                            "host-not-serial",
                            "A host is a serial",
                            stage.name(host) + " is a lot; only a serial can have parts installed.")
                    .at("/host", "{\"item\":…,\"serial\":…}", "Name the serial of the host.")
                    .asException();
        }
        stage.balances().load(List.of(host.id()));
        if (assembly.install()) {
            putIn(assembly.lines(), host, assembly.place(), assembly.position(), Purpose.CONSUME);
        } else {
            takeOut(assembly.lines(), host, assembly.place());
        }
    }

    void decide(Deed.Packing packing) throws SQLException {
        if (packing.pack()) {
            pack(packing);
        } else {
            Unit container = containers.existing(packing.container());
            takeOut(packing.lines(), container, packing.place());
            for (ContainerName name : packing.containers()) {
                var piece = containers.piece(containers.existing(name), name);
                stage.take(piece, container.asPlace(), target(container, packing.place()), null);
            }
        }
    }

    private void pack(Deed.Packing packing) throws SQLException {
        Unit container = containers.existingOrNew(packing.container(), beginning(packing));
        putIn(packing.lines(), container, packing.place(), null, Purpose.MOVE);
        for (ContainerName name : packing.containers()) {
            Unit inner = containers.existing(name);
            refuseIntoItself(inner, container, Containers.pointer(name));
            var piece = containers.piece(inner, name);
            long at = stage.whereIs(inner);
            if (!stage.heading().shortfall() && (at == 0 || !stage.isBounded(at))) {
                throw stage.notThere(piece, at == 0 ? Place.OUTSIDE : at, 0).asException();
            }
            permit.require(Purpose.MOVE, List.of(piece), at);
            stage.take(piece, at, container.asPlace(), null);
        }
    }

    /** A new container begins where it is packed: at the stated place, or where the first thing that goes in is. */
    private long beginning(Deed.Packing packing) throws SQLException {
        if (packing.place() != null) {
            return stage.place(packing.place(), "/from").id();
        }
        if (!packing.lines().isEmpty()) {
            Line line = packing.lines().getFirst();
            if (line.from() != null) {
                return stage.place(line.from(), line.pointer() + "/from").id();
            }
            return root(lines.existing(line, null).getFirst().unit());
        }
        if (!packing.containers().isEmpty()) {
            return root(containers.existing(packing.containers().getFirst()));
        }
        throw Fields.refused("/from", "is missing", "the code of the place where the container stands");
    }

    private long root(Unit unit) throws SQLException {
        long at = stage.rootOf(stage.whereIs(unit));
        return at == 0 ? Place.UNKNOWN : at;
    }

    private void putIn(List<Line> named, Unit outer, @Nullable String place, @Nullable String position, Purpose purpose)
            throws SQLException {
        for (Line line : named) {
            String code = line.from() != null ? line.from() : place;
            Long stated = code == null ? null : stage.place(code, "/from").id();
            List<Piece> pieces = lines.existing(line, stated);
            lines.refuseNotPositive(pieces);
            stage.balances().load(pieces.stream().map(p -> p.unit().id()).toList());
            for (Piece piece : pieces) {
                refuseIntoItself(piece.unit(), outer, line.pointer());
            }
            if (!pieces.isEmpty()) {
                permit.require(purpose, pieces, from(pieces.getFirst(), stated));
            }
            for (Piece piece : pieces) {
                stage.take(piece, from(piece, stated), outer.asPlace(), position);
            }
        }
    }

    private long from(Piece piece, @Nullable Long stated) throws SQLException {
        return stated != null ? stated : stage.onlyPlace(piece);
    }

    private void takeOut(List<Line> named, Unit outer, @Nullable String place) throws SQLException {
        for (Line line : named) {
            long to = line.to() != null
                    ? stage.location(line.to(), line.pointer() + "/to").id()
                    : target(outer, place);
            List<Piece> pieces = lines.existing(line, outer.asPlace());
            lines.refuseNotPositive(pieces);
            stage.balances().load(pieces.stream().map(p -> p.unit().id()).toList());
            for (Piece piece : pieces) {
                stage.take(piece, outer.asPlace(), to, null);
            }
        }
    }

    /** Where things come out: at the stated location, or where the outer unit stands. */
    private long target(Unit outer, @Nullable String place) throws SQLException {
        return place != null ? stage.location(place, "/to").id() : root(outer);
    }

    private void refuseIntoItself(Unit inner, Unit outer, String pointer) throws SQLException {
        Unit at = outer;
        for (int depth = 0; depth < DEPTH_MAX; depth++) {
            if (at.id() == inner.id()) {
                throw Refusal.of(
                                "into-itself",
                                "It cannot go into itself",
                                stage.name(outer) + " is, or is in, " + stage.name(inner) + ".")
                        .at(pointer, "something that the outer unit is not in", "Check the numbers.")
                        .asException();
            }
            stage.balances().load(List.of(at.id()));
            long place = stage.whereIs(at);
            if (place >= 0) {
                return;
            }
            at = stage.units().get(-place);
        }
        throw Refusal.of("too-deep", "Too many levels", "More than " + DEPTH_MAX + " units would be inside each other.")
                .at(pointer, "at most " + DEPTH_MAX + " levels", "Check the numbers.")
                .asException();
    }
}
