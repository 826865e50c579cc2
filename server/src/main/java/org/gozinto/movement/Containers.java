/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.util.List;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.movement.Act.ContainerName;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Line;
import org.gozinto.unit.Unit;

/** Finds, and makes, the cartons, pallets and other units that things are packed in. */
final class Containers {

    private static final Act.Dates NO_DATES = new Act.Dates(null, null, null);

    private final Stage stage;
    private final Lines lines;
    private final Arrivals arrivals;

    Containers(Stage stage, Lines lines, Arrivals arrivals) {
        this.stage = stage;
        this.lines = lines;
        this.arrivals = arrivals;
    }

    static Unit.Key key(String code) {
        return new Unit.Key(Unit.Kind.CONTAINER, 0, 0, code);
    }

    /** The container of this name, which must exist. */
    Unit existing(ContainerName name) throws SQLException {
        return switch (name) {
            case ContainerName.OfCode c -> {
                var found = stage.units().find(key(c.code()));
                if (found.isEmpty()) {
                    throw Refusal.of(
                                    "unknown-container", "No such container", "There is no container " + c.code() + ".")
                            .at(
                                    c.pointer(),
                                    "a container that was packed",
                                    "Pack something into it first, or correct the code.")
                            .asException();
                }
                yield loaded(found.getFirst());
            }
            case ContainerName.OfSerial s -> loaded(lines.unit(s.name()));
        };
    }

    private Unit loaded(Unit unit) throws SQLException {
        stage.balances().load(List.of(unit.id()));
        return unit;
    }

    /** The container of this name; one with a code of its own begins at the place if it is new, or has left. */
    Unit existingOrNew(ContainerName name, long at) throws SQLException {
        if (name instanceof ContainerName.OfCode c
                && stage.units().find(key(c.code())).isEmpty()) {
            return arrivals.container(c.code(), at);
        }
        return existing(name);
    }

    /** Commissions a container. */
    void begin(ContainerName name, long at) throws SQLException {
        if (name instanceof ContainerName.OfCode c
                && stage.units().find(key(c.code())).isEmpty()) {
            arrivals.container(c.code(), at);
            return;
        }
        throw Refusal.of("container-exists", "The container exists already", pointerless(name) + " exists already.")
                .status(409)
                .at(pointer(name), "a code that no container has", "Take it out, or choose another code.")
                .asException();
    }

    private static String pointerless(ContainerName name) {
        return switch (name) {
            case ContainerName.OfCode c -> "Container " + c.code();
            case ContainerName.OfSerial s -> "Serial " + s.name().serial();
        };
    }

    static String pointer(ContainerName name) {
        return switch (name) {
            case ContainerName.OfCode c -> c.pointer();
            case ContainerName.OfSerial s -> s.name().pointer();
        };
    }

    /** A container as something that moves. */
    Piece piece(Unit container, ContainerName name) {
        var line = new Line(
                pointer(name), "", null, null, null, null, null, null, null, null, NO_DATES, List.of(), null, false);
        return new Piece(container, 1, line);
    }

    void refuseAny(Deed.Transfer transfer) {
        if (!transfer.containers().isEmpty()) {
            throw refused(pointer(transfer.containers().getFirst()));
        }
    }

    private static RefusedException refused(String pointer) {
        return Fields.refused(
                pointer,
                "cannot be received by itself",
                "the lines that are in it; pack them afterwards, or return the container");
    }
}
