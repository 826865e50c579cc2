/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Refusal;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Usability;

/**
 * Asks the one definition of usable for everything that an act would use, and for all that is packed or installed in
 * it.
 */
final class Permit {

    private static final Map<Purpose, String> PARTICIPLES =
            Map.of(Purpose.SHIP, "shipped", Purpose.CONSUME, "consumed", Purpose.SELL, "sold", Purpose.MOVE, "moved");

    private final Stage stage;

    Permit(Stage stage) {
        this.stage = stage;
    }

    /** Refuses the act when something against the purpose is known. */
    void require(Purpose purpose, Collection<Piece> pieces, long from) throws SQLException {
        if (stage.replaying()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(Times.instant(dayUs()), zone(from));
        for (Piece piece : pieces) {
            refuse(purpose, piece.unit(), piece.unit(), piece.line().pointer(), day);
        }
        Set<Long> seen = new HashSet<>();
        Deque<List<Piece>> open = new ArrayDeque<>();
        open.add(List.copyOf(pieces));
        while (!open.isEmpty()) {
            List<Piece> outer = open.removeFirst();
            stage.balances()
                    .loadContents(outer.stream().map(p -> p.unit().asPlace()).toList());
            List<Piece> inner = new ArrayList<>();
            for (Piece piece : outer) {
                for (long id : stage.balances().unitsAt(piece.unit().asPlace())) {
                    if (seen.add(id)) {
                        Unit unit = stage.units().get(id);
                        refuse(purpose, unit, piece.unit(), piece.line().pointer(), day);
                        inner.add(new Piece(unit, 1, piece.line()));
                    }
                }
            }
            if (!inner.isEmpty()) {
                open.addLast(inner);
            }
        }
    }

    /** The day that counts is the one on which it happened; an unknown time counts as the time of recording. */
    private long dayUs() {
        return stage.occurred().fromUs() == Long.MIN_VALUE
                ? stage.nowUs()
                : stage.occurred().fromUs();
    }

    private ZoneId zone(long from) throws SQLException {
        long at = stage.rootOf(from);
        return at > 0 ? stage.zoneOf(stage.placeOf(at)) : ZoneOffset.UTC;
    }

    private void refuse(Purpose purpose, Unit unit, Unit outer, String pointer, LocalDate day) throws SQLException {
        if (unit.kind() == Unit.Kind.CONTAINER) {
            return;
        }
        for (var obstacle : Usability.obstacles(unit, stage.units().holds(unit), day)) {
            if (obstacle.purpose() == purpose) {
                String inside = unit == outer ? "" : " (in " + stage.name(outer) + ")";
                throw Refusal.of(
                                obstacle.code(),
                                obstacle.code().equals("held") ? "It is held" : "It has expired",
                                stage.name(unit) + inside + " may not be " + PARTICIPLES.get(purpose) + ": "
                                        + obstacle.detail() + ".")
                        .at(
                                pointer,
                                "units that may be " + PARTICIPLES.get(purpose),
                                obstacle.code().equals("held")
                                        ? "Have it released first, or take another."
                                        : "Take another; expired goods can be moved, returned and scrapped.")
                        .asException();
            }
        }
    }
}
