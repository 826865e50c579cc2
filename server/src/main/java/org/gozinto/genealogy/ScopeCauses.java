/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gozinto.genealogy.ScopeDiff.Found;
import org.gozinto.genealogy.ScopeDiffView.Cause;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.genealogy.TraceView.StayView;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.ledger.Entries.Recorded;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.Movement;
import org.gozinto.trace.Step;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the entries between two answers for those that made units differ. An entry that moved the unit itself,
 * or what it is in, or that lies on its path, or voids one that lay on it, is a cause. Only where there is none of
 * these, what moved the units and pools on its paths is: a drum that was topped up changes what is in the batch.
 */
final class ScopeCauses implements Consumer<Recorded> {

    /** Entries that are named for one unit. */
    private static final int NAMED_MAX = 20;

    private final Answered before;
    private final Answered after;
    private final long lastSeq;
    private final List<SortedSet<Long>> direct = new ArrayList<>();
    private final List<SortedSet<Long>> upstream = new ArrayList<>();

    /** What to look for, and which units of the page it would be a cause for. */
    private final Watch units = new Watch();

    private final Watch steps = new Watch();
    private final Watch voids = new Watch();
    private final Watch unitsAbove = new Watch();
    private final Watch poolsAbove = new Watch();

    private final Map<Long, EntryRow> rows = new TreeMap<>();

    /** Places in the page by what they wait for. */
    private static final class Watch {
        private final Map<Long, Set<Integer>> waiting = new HashMap<>();

        void add(long key, int at) {
            waiting.computeIfAbsent(key, k -> new HashSet<>()).add(at);
        }

        Set<Integer> of(long key) {
            return waiting.getOrDefault(key, Set.of());
        }
    }

    /** @param more there are more than are named */
    record Because(List<Long> seqs, boolean more) {}

    ScopeCauses(Answered before, Answered after, List<Found> page) {
        this.before = before;
        this.after = after;
        this.lastSeq = Math.max(before.answer().knownAtSeq(), after.answer().knownAtSeq());
        for (int at = 0; at < page.size(); at++) {
            direct.add(new TreeSet<>());
            upstream.add(new TreeSet<>());
            watch(page.get(at), at);
        }
    }

    private void watch(Found found, int at) {
        units.add(found.unitId(), at);
        around(found.before(), at);
        around(found.after(), at);
        if (found.before() != null) {
            path(before, found.unitId(), at);
        }
        if (found.after() != null) {
            path(after, found.unitId(), at);
        }
    }

    /** What the unit is in carries it along. */
    private void around(@Nullable ReachedView unit, int at) {
        for (StayView stay : unit == null ? List.<StayView>of() : unit.containers()) {
            if (stay.to() == null) {
                units.add(Long.parseLong(stay.in().unit()), at);
            }
        }
    }

    private void path(Answered answered, long unitId, int at) {
        for (Step step : answered.answer().paths().of(LedgerBook.number(unitId))) {
            steps.add(step.seq(), at);
            voids.add(step.seq(), at);
            unitsAbove.add(LedgerBook.unitId(step.unit()), at);
            if (step.place() >= 0 && isPool(answered, step.place())) {
                poolsAbove.add(answered.book().placeId(step.place()), at);
            }
        }
    }

    private static boolean isPool(Answered answered, int place) {
        return switch (answered.book().place(place).kind()) {
            case RUN, VESSEL -> true;
            default -> false;
        };
    }

    @Override
    public void accept(Recorded recorded) {
        EntryRow entry = recorded.entry();
        if (entry.seq() > lastSeq) {
            return;
        }
        Set<Integer> causes = new HashSet<>(steps.of(entry.seq()));
        Set<Integer> distant = new HashSet<>();
        Long corrects = entry.corrects();
        if (corrects != null) {
            causes.addAll(voids.of(corrects));
        }
        Long vessel = entry.place();
        if (vessel != null) {
            distant.addAll(poolsAbove.of(vessel));
        }
        for (Movement moved : recorded.movements()) {
            causes.addAll(units.of(moved.unit()));
            // What is put into a host or container moves to a place that is the host itself.
            causes.addAll(units.of(-moved.from()));
            causes.addAll(units.of(-moved.to()));
            distant.addAll(unitsAbove.of(moved.unit()));
            distant.addAll(poolsAbove.of(moved.from()));
            distant.addAll(poolsAbove.of(moved.to()));
        }
        note(direct, causes, entry);
        note(upstream, distant, entry);
    }

    private void note(List<SortedSet<Long>> noted, Set<Integer> places, EntryRow entry) {
        for (int at : places) {
            SortedSet<Long> seqs = noted.get(at);
            if (seqs.size() <= NAMED_MAX && seqs.add(entry.seq())) {
                rows.put(entry.seq(), entry);
            }
        }
    }

    /** The causes of a unit of the page. */
    Because of(int at) {
        SortedSet<Long> found = direct.get(at).isEmpty() ? upstream.get(at) : direct.get(at);
        return new Because(found.stream().limit(NAMED_MAX).toList(), found.size() > NAMED_MAX);
    }

    /** @param knownAtUs what the earlier answer knew: what happened before that was recorded late */
    List<Cause> named(Set<Long> seqs, long knownAtUs) {
        return rows.values().stream()
                .filter(row -> seqs.contains(row.seq()))
                .map(row -> new Cause(
                        row.seq(),
                        row.id(),
                        row.type(),
                        row.corrects() != null ? "void" : row.occurred().fromUs() <= knownAtUs ? "late" : "new",
                        row.occurred().text(),
                        ScopeStore.time(row.recordedAtUs()),
                        row.actor(),
                        row.document(),
                        row.corrects()))
                .toList();
    }
}
