/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.time.Instant;
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
import org.gozinto.place.Place;
import org.gozinto.unit.Purpose;
import org.gozinto.unit.Stop;
import org.gozinto.unit.Uninspected;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Usability;
import org.jspecify.annotations.Nullable;

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
        require(purpose, pieces, from, 0);
    }

    /** The same for what goes to a partner: what is recalled may go back to whom it came from. */
    void require(Purpose purpose, Collection<Piece> pieces, long from, long to) throws SQLException {
        if (stage.replaying()) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(Times.instant(dayUs()), zone(from));
        stage.loadWaiting(pieces);
        for (Piece piece : pieces) {
            refuse(
                    new Use(purpose, to, day),
                    piece.unit(),
                    piece.unit(),
                    piece.line().pointer());
        }
        Set<Long> seen = new HashSet<>();
        Deque<List<Piece>> open = new ArrayDeque<>();
        open.add(List.copyOf(pieces));
        while (!open.isEmpty()) {
            List<Piece> outer = open.removeFirst();
            stage.balances()
                    .loadContents(outer.stream().map(p -> p.unit().asPlace()).toList());
            List<Inside> inside = new ArrayList<>();
            for (Piece piece : outer) {
                for (long id : stage.balances().unitsAt(piece.unit().asPlace())) {
                    if (seen.add(id)) {
                        inside.add(new Inside(new Piece(stage.units().get(id), 1, piece.line()), piece.unit()));
                    }
                }
            }
            List<Piece> inner = inside.stream().map(Inside::piece).toList();
            stage.loadWaiting(inner);
            for (Inside one : inside) {
                refuse(
                        new Use(purpose, to, day),
                        one.piece.unit(),
                        one.outer,
                        one.piece.line().pointer());
            }
            if (!inner.isEmpty()) {
                open.addLast(inner);
            }
        }
    }

    /** A piece, and what it is packed or installed in. */
    private record Inside(Piece piece, Unit outer) {}

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

    /**
     * What units are wanted for.
     *
     * @param to where they go; 0 when that does not matter
     * @param day the day at the site
     */
    private record Use(Purpose purpose, long to, LocalDate day) {}

    private void refuse(Use use, Unit unit, Unit outer, String pointer) throws SQLException {
        if (unit.kind() == Unit.Kind.CONTAINER) {
            return;
        }
        List<Stop> stops = stage.units().stops().of(unit);
        Uninspected waits = stage.waits(unit);
        var obstacles = Usability.obstacles(unit, stage.units().holds(unit), stops, waits, use.day());
        for (var obstacle : obstacles) {
            if (obstacle.purpose() == use.purpose() && !isExcepted(obstacle.code(), unit, use)) {
                String inside = unit == outer ? "" : " (in " + stage.name(outer) + ")";
                String participle = PARTICIPLES.get(use.purpose());
                throw Refusal.of(
                                obstacle.code(),
                                title(obstacle.code()),
                                stage.name(unit) + inside + " may not be " + participle + ": " + obstacle.detail()
                                        + ".")
                        .at(pointer, "units that may be " + participle, action(obstacle.code()))
                        .asException();
            }
        }
    }

    /** What happened before anybody objected can be told, and what is not good may go back to its supplier. */
    private boolean isExcepted(String code, Unit unit, Use use) throws SQLException {
        return switch (code) {
            case Usability.RECALLED -> isOfBefore(stage.units().stops().of(unit)) || goesBack(unit, use);
            case Usability.UNINSPECTED -> {
                Uninspected waits = stage.waits(unit);
                boolean told = stage.heading().shortfall() && waits != null && isBefore(waits.since());
                yield told || isReworked(waits, use) || goesBack(unit, use);
            }
            default -> false;
        };
    }

    /** What an inspection rejected is held; when it is not any more, its non-conformance may put it into a run. */
    private boolean isReworked(@Nullable Uninspected waits, Use use) {
        Act.Reference reference = stage.heading().reference();
        return use.purpose() == Purpose.CONSUME
                && waits != null
                && waits.rejectedBy() != null
                && reference != null
                && "nonconformance".equals(reference.type());
    }

    private boolean isBefore(Instant since) {
        return Times.instant(stage.occurred().toUs()).isBefore(since);
    }

    private static String title(String code) {
        return switch (code) {
            case Usability.HELD -> "It is held";
            case Usability.RECALLED -> "It is recalled";
            case Usability.UNINSPECTED -> "It is not inspected";
            default -> "It has expired";
        };
    }

    private static String action(String code) {
        return switch (code) {
            case Usability.HELD -> "Have it released first, or take another.";
            case Usability.RECALLED -> "Move it to the cage, return it or scrap it.";
            case Usability.UNINSPECTED -> "Inspect it first, or take another; it can go back to its supplier.";
            default -> "Take another; expired goods can be moved, returned and scrapped.";
        };
    }

    /**
     * Whether the act tells openly of what happened before anything was stopped: in which car a part was built, say.
     * What happened can be recorded whatever was decided since; the case hears of it.
     */
    private boolean isOfBefore(List<Stop> stops) {
        return stage.heading().shortfall() && stops.stream().allMatch(stop -> isBefore(stop.since()));
    }

    /** Whether the unit goes back to the supplier that it, or its lot, was received from. */
    private boolean goesBack(Unit unit, Use use) throws SQLException {
        if (use.purpose() != Purpose.SHIP
                || !stage.isPartner(use.to())
                || !stage.placeOf(use.to()).roles().contains(Place.SUPPLIER)) {
            return false;
        }
        List<Long> both = unit.lotId() == 0 ? List.of(unit.id()) : List.of(unit.id(), unit.lotId());
        stage.balances().load(both);
        // A partner that delivered more than it got back owes us: that is seen of acts of this group too.
        return both.stream().anyMatch(id -> stage.balances().at(id, use.to()) < 0)
                || stage.units().stops().isReceivedFrom(unit, use.to());
    }
}
