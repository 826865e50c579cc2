/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Movement;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Act.Deed;
import org.gozinto.movement.Act.Kind;
import org.gozinto.place.Place;
import org.gozinto.unit.FitDesk;
import org.gozinto.unit.FitDesk.Misfit;
import org.gozinto.unit.FitDesk.Occasion;
import org.gozinto.unit.FitDesk.Thing;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Asks what fits what after an act put things together: what an install brought into a product, and what one shipment
 * brings side by side. It sees the working copies, so also what earlier acts of the group did.
 */
final class Fitting {

    private static final int DAY_LENGTH = 10;

    private final Stage stage;
    private final FitDesk fits;

    Fitting(Stage stage, FitDesk fits) {
        this.stage = stage;
        this.fits = fits;
    }

    /** Refuses what does not fit where a rule says so, and adds alerts where one warns. */
    void judge(Deed deed) throws SQLException {
        if (fits.isIdle()) {
            return;
        }
        switch (deed) {
            case Deed.Assembly assembly when assembly.install() -> install(assembly);
            case Deed.Transfer transfer when transfer.kind() == Kind.SHIP -> ship(transfer);
            case Deed.Transfer transfer when transfer.kind() == Kind.COMMISSION -> noteMade();
            case Deed.Production production -> noteMade();
            default -> {}
        }
    }

    /** When this act made something: the rules may ask before it is recorded. */
    private void noteMade() throws SQLException {
        for (Movement movement : stage.movements()) {
            if (stage.placeOfRun(movement.from()) || movement.from() == Place.OUTSIDE) {
                fits.made(stage.units().get(movement.unit()), stage.occurred());
            }
        }
    }

    private void install(Deed.Assembly assembly) throws SQLException {
        Set<Long> put = new LinkedHashSet<>();
        long host = 0;
        for (Movement movement : stage.movements()) {
            if (movement.to() < 0) {
                put.add(movement.unit());
                host = -movement.to();
            }
        }
        Set<Long> fresh = withContents(put).keySet();
        if (host != 0 && isNamed(Occasion.INSTALL, fresh)) {
            Map<Long, Long> together = withContents(List.of(top(host)));
            judge(
                    Occasion.INSTALL,
                    things(together, fresh),
                    pointer(assembly.lines().size()));
        }
    }

    private void ship(Deed.Transfer transfer) throws SQLException {
        Set<Long> sent = new LinkedHashSet<>();
        for (Movement movement : stage.movements()) {
            if (stage.isPartner(movement.to()) && !takesBackOnly(stage.placeOf(movement.to()))) {
                sent.add(movement.unit());
            }
        }
        Map<Long, Long> together = withContents(sent);
        if (isNamed(Occasion.SHIP, together.keySet())) {
            judge(
                    Occasion.SHIP,
                    things(together, Set.of()),
                    pointer(transfer.lines().size()));
        }
    }

    /** What goes back to its supplier need not fit anything. */
    private static boolean takesBackOnly(Place partner) {
        return partner.roles().equals(Set.of(Place.SUPPLIER));
    }

    private boolean isNamed(Occasion occasion, Collection<Long> units) throws SQLException {
        for (long id : units) {
            if (fits.names(occasion, stage.units().get(id).itemId())) {
                return true;
            }
        }
        return false;
    }

    /** The outermost host of a unit; a container around it is none. */
    private long top(long unit) throws SQLException {
        long at = unit;
        for (int depth = 0; depth < Assemblies.DEPTH_MAX; depth++) {
            long place = stage.whereIs(stage.units().get(at));
            if (place >= 0 || stage.units().get(-place).kind() != Unit.Kind.SERIAL) {
                return at;
            }
            at = -place;
        }
        return at;
    }

    /** Units and all that is in them, each with the unit that it is in; 0 for these themselves. */
    private Map<Long, Long> withContents(Collection<Long> units) throws SQLException {
        Map<Long, Long> found = new LinkedHashMap<>();
        Deque<Long> open = new ArrayDeque<>();
        for (long id : units) {
            found.put(id, 0L);
            open.add(id);
        }
        while (!open.isEmpty()) {
            List<Long> level = new ArrayList<>(open);
            open.clear();
            stage.balances().loadContents(level.stream().map(id -> -id).toList());
            for (long outer : level) {
                for (long inner : stage.balances().unitsAt(-outer)) {
                    if (found.putIfAbsent(inner, outer) == null) {
                        open.add(inner);
                    }
                }
            }
            stage.units().loadIds(open);
        }
        return found;
    }

    private List<Thing> things(Map<Long, Long> within, Set<Long> fresh) throws SQLException {
        Set<Long> lots = new HashSet<>();
        for (long id : within.keySet()) {
            lots.add(stage.units().get(id).lotId());
        }
        stage.units().loadIds(lots);
        List<Thing> things = new ArrayList<>(within.size());
        for (var at : within.entrySet()) {
            Unit unit = stage.units().get(at.getKey());
            if (unit.kind() != Unit.Kind.CONTAINER) {
                things.add(new Thing(
                        unit,
                        lot(unit),
                        host(at.getValue()),
                        position(unit, at.getValue()),
                        fresh.contains(unit.id())));
            }
        }
        return things;
    }

    private @Nullable Unit lot(Unit unit) throws SQLException {
        return unit.lotId() == 0 ? null : stage.units().get(unit.lotId());
    }

    /** What is in a container is beside all else, and in nothing. */
    private long host(long within) throws SQLException {
        return within == 0 || stage.units().get(within).kind() == Unit.Kind.CONTAINER ? 0 : within;
    }

    private @Nullable String position(Unit unit, long within) throws SQLException {
        if (within == 0) {
            return null;
        }
        stage.balances().load(List.of(unit.id()));
        return stage.balances().position(unit.id(), -within);
    }

    private static String pointer(int lines) {
        return lines == 1 ? "/lines/0" : "/lines";
    }

    private void judge(Occasion occasion, List<Thing> things, String pointer) {
        List<Misfit> misfits = fits.judge(occasion, day(), things);
        for (Misfit misfit : misfits) {
            if (misfit.refused()) {
                throw Refusal.of("does-not-fit", "It does not fit", misfit.detail())
                        .at(
                                pointer,
                                misfit.expected(),
                                "Take one that fits. If it does fit, have rule " + misfit.rule() + " corrected.")
                        .asException();
            }
        }
        for (Misfit misfit : misfits) {
            stage.alert(misfit.known() ? "does-not-fit" : "fit-unknown", misfit.detail(), "rule", misfit.rule());
        }
    }

    /** The day on which it happened, where it happened; the day of recording when that is not known. */
    private LocalDate day() {
        String text = stage.occurred().text();
        try {
            if (text.length() >= DAY_LENGTH) {
                return LocalDate.parse(text.substring(0, DAY_LENGTH));
            }
        } catch (DateTimeException e) {
            // Falls through: it is a month, or unknown.
        }
        long us = stage.occurred().fromUs() == Long.MIN_VALUE
                ? stage.nowUs()
                : stage.occurred().fromUs();
        return LocalDate.ofInstant(Times.instant(us), ZoneOffset.UTC);
    }
}
