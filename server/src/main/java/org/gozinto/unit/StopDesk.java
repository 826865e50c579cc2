/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gozinto.ledger.Occurred;
import org.gozinto.unit.StopRules.Occasion;
import org.jspecify.annotations.Nullable;

/**
 * The writer's view of what recalls stop: as it was when the group of acts began, and what the acts brought under a
 * stop. Where nothing is stopped it is idle and costs nothing. Not safe for several threads.
 */
public final class StopDesk {

    private final @Nullable Kept kept;
    private final @Nullable Connection connection;
    private final StopBook book;
    /** Recalls by the unit that they came to stop. */
    private final Map<Long, Set<String>> added = new LinkedHashMap<>();

    private final List<StopStore.Added> addedRows = new ArrayList<>();
    private final Set<StopStore.Moved> moved = new LinkedHashSet<>();
    private final Map<Long, RunInputs.Fed> learnt = new HashMap<>();
    /** What earlier acts of the group put into runs. */
    private final Map<Long, Set<Long>> fedByGroup = new HashMap<>();

    private final long generation;
    private Consumer<Runnable> undo = action -> {};
    private boolean forgetRuns;
    private @Nullable StopBook written;

    /** What outlives the desk. */
    record Kept(Stops stops, StopStore store, RunInputs runs) {}

    StopDesk(@Nullable Kept kept, @Nullable Connection connection, StopBook book) {
        this.kept = kept;
        this.connection = connection;
        this.book = book;
        this.generation = kept == null ? 0 : kept.runs.generation();
    }

    /** The desk of a book in which nothing is stopped. */
    public static StopDesk idle() {
        return new StopDesk(null, null, StopBook.UNREAD);
    }

    /** Whether nothing is stopped, so that nothing need be asked. */
    public boolean isIdle() {
        return book.isEmpty();
    }

    /** Tells whom to give what takes a change back. */
    void undoneBy(Consumer<Runnable> taker) {
        undo = taker;
    }

    /** The recalls that a unit is under: it, or the lot that it belongs to, is stopped. */
    public List<Stop> of(Unit unit) {
        return of(unit.id(), unit.lotId());
    }

    private List<Stop> of(long unit, long lot) {
        List<Stop> found = List.of();
        for (StopBook.Kept each : book.stops()) {
            if (has(each, unit) || lot != 0 && has(each, lot)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(each.stop());
            }
        }
        return found;
    }

    private boolean has(StopBook.Kept each, long unit) {
        return each.has(unit)
                || added.getOrDefault(unit, Set.of()).contains(each.stop().recall());
    }

    /** Brings a unit under stops; false when it was under all of them. */
    public boolean add(Unit unit, Collection<Stop> stops, long seq) {
        boolean any = false;
        for (Stop stop : stops) {
            StopBook.Kept each = book.of(stop.recall());
            any |= each != null && !has(each, unit.id()) && add(unit, stop.recall(), seq);
        }
        return any;
    }

    private boolean add(Unit unit, String recall, long seq) {
        added.computeIfAbsent(unit.id(), u -> new TreeSet<>()).add(recall);
        addedRows.add(new StopStore.Added(recall, unit.id(), seq));
        undo.accept(() -> {
            addedRows.removeLast();
            added.computeIfPresent(unit.id(), (u, recalls) -> {
                recalls.remove(recall);
                return recalls.isEmpty() ? null : recalls;
            });
        });
        if (unit.firstSeq() != seq) {
            // It may have gone into runs before, so what is known of them is not all any more.
            forgetRuns();
        }
        return true;
    }

    /** Units that an entry of this group brought under a stop. */
    public List<Long> addedBy(long seq) {
        List<Long> units = new ArrayList<>();
        for (int i = addedRows.size() - 1; i >= 0 && addedRows.get(i).seq() == seq; i--) {
            units.add(addedRows.get(i).unit());
        }
        return units;
    }

    /** Says that what is known of what went into runs may not hold any more. */
    public void forgetRuns() {
        forgetRuns = true;
        learnt.clear();
    }

    /** A unit comes into being: stopped by its number, with its lot, or as a twin of one that is stopped. */
    void born(Unit unit, List<Unit> sameNumber) {
        if (isIdle()) {
            return;
        }
        for (StopBook.Kept each : book.stops()) {
            if (each.rules().fit(unit, new Occasion.Born())
                    || unit.lotId() != 0 && has(each, unit.lotId())
                    || sameNumber.stream().anyMatch(twin -> has(each, twin.id()))) {
                add(unit, List.of(each.stop()), unit.firstSeq());
            }
        }
    }

    /** A supplier's own number is noted for a unit. */
    void supplied(Unit unit, UnitDesk.SupplierLot lot) {
        judge(unit, new Occasion.Supplied(lot.number(), lot.partnerId()), lot.notedSeq());
    }

    /** A unit is received. */
    public void received(Unit unit, long partner, Occurred when, long seq) {
        judge(unit, new Occasion.Received(partner, when.fromUs(), when.toUs()), seq);
    }

    /** A unit is produced by a run, or commissioned when that is null. */
    public void made(Unit unit, @Nullable String run, Occurred when, long seq) {
        judge(unit, new Occasion.Made(run, when.fromUs(), when.toUs()), seq);
    }

    private void judge(Unit unit, Occasion occasion, long seq) {
        for (StopBook.Kept each : book.stops()) {
            if (!has(each, unit.id()) && each.rules().fit(unit, occasion)) {
                add(unit, List.of(each.stop()), seq);
            }
        }
    }

    /**
     * The recalls of which something went into a run, by what is recorded and by earlier acts of the group.
     *
     * @param head the last entry before the group
     */
    public List<Stop> inRun(long run, long head) throws SQLException {
        Set<String> recalls = new TreeSet<>(recorded(run, head).recalls());
        for (long unit : fedByGroup.getOrDefault(run, Set.of())) {
            of(unit, 0).forEach(stop -> recalls.add(stop.recall()));
        }
        return book.stops().stream()
                .map(StopBook.Kept::stop)
                .filter(stop -> recalls.contains(stop.recall()))
                .toList();
    }

    private RunInputs.Fed recorded(long run, long head) throws SQLException {
        RunInputs.Fed known = learnt.get(run);
        if (known != null || kept == null || connection == null) {
            return known == null ? RunInputs.Fed.NOTHING : known;
        }
        RunInputs.Fed before = forgetRuns ? RunInputs.Fed.NOTHING : kept.runs.of(run);
        Set<String> recalls = new TreeSet<>(before.recalls());
        StopStore.fed(
                connection,
                run,
                before.seq(),
                (unit, lot) -> of(unit, lot).forEach(stop -> recalls.add(stop.recall())));
        var all = new RunInputs.Fed(Math.max(head, before.seq()), recalls);
        learnt.put(run, all);
        return all;
    }

    /** Notes what an accepted act put into a run; with a serial its lot. */
    public void fed(long run, Unit unit) {
        Set<Long> inputs = fedByGroup.computeIfAbsent(run, r -> new LinkedHashSet<>());
        inputs.add(unit.id());
        if (unit.lotId() != 0) {
            inputs.add(unit.lotId());
        }
    }

    /** Whether the partner delivered any of the unit or of its lot, by what is recorded. */
    public boolean isReceivedFrom(Unit unit, long partner) throws SQLException {
        return connection != null
                && (StopStore.isReceived(connection, unit.id(), partner)
                        || unit.lotId() != 0 && StopStore.isReceived(connection, unit.lotId(), partner));
    }

    /** Whether a unit is known to be packed, not installed, in another. */
    public boolean isPacked(Unit unit, Unit outer) throws SQLException {
        return connection != null && StopStore.isPacked(connection, unit.id(), outer.id());
    }

    /** Notes that an entry moved something that the recall stops. */
    public void moved(Stop stop, long seq) {
        var row = new StopStore.Moved(stop.recall(), seq);
        if (moved.add(row)) {
            undo.accept(() -> moved.remove(row));
        }
    }

    void write() throws SQLException {
        if (kept == null || connection == null) {
            return;
        }
        kept.store.note(connection, moved);
        if (!addedRows.isEmpty()) {
            kept.store.add(connection, addedRows);
            written = book.with(byRecall(), kept.store.nextRevision(connection));
        }
    }

    private Map<String, List<StopStore.Added>> byRecall() {
        Map<String, List<StopStore.Added>> byRecall = new TreeMap<>();
        addedRows.forEach(a ->
                byRecall.computeIfAbsent(a.recall(), r -> new ArrayList<>()).add(a));
        return byRecall;
    }

    /** Called after the commit: everybody sees from now on what was added. */
    void committed() {
        if (kept == null) {
            return;
        }
        if (forgetRuns) {
            kept.runs.forget();
        } else {
            kept.runs.keep(generation, learnt);
        }
        if (written != null) {
            kept.stops.committed(written);
        }
    }
}
