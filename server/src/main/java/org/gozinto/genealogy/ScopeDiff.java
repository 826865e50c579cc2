/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gozinto.genealogy.ScopeDiffView.Change;
import org.gozinto.genealogy.ScopeDiffView.Counts;
import org.gozinto.genealogy.ScopeDiffView.Kind;
import org.gozinto.genealogy.ScopeStore.Scope;
import org.gozinto.genealogy.ScopeStore.Version;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a scope, and finds the entries that made the difference. */
public final class ScopeDiff {

    private static final int BECAUSE_MAX = 100;

    private final Scopes scopes;
    private final ScopeUnitStore store;
    private final Entries entries;

    ScopeDiff(Scopes scopes, ScopeUnitStore store, Entries entries) {
        this.scopes = scopes;
        this.store = store;
        this.entries = entries;
    }

    /**
     * How many units differ between two versions of a scope.
     *
     * @throws org.gozinto.ledger.RefusedException when there is no such scope or version (404)
     */
    public Counts counts(String id, long from, long to) {
        Scope scope = scopes.existing(id);
        return compared(scope, scopes.version(scope, from), scopes.version(scope, to), new Comparison(0, 0))
                .counts();
    }

    /**
     * What differs between two versions of a scope.
     *
     * @param because numbers of at most 100 entries that made the difference, of the first 1,000 units that differ
     */
    public record Difference(long added, long removed, long changed, List<Long> because) {}

    /**
     * What differs between two versions of a scope, and why.
     *
     * @param from a version before {@code to}
     * @throws org.gozinto.ledger.RefusedException when there is no such scope or version (404)
     */
    public Difference difference(String id, long from, long to) {
        ScopeDiffView view = of(scopes.existing(id), from, to, null, Paging.LIMIT_MAX);
        List<Long> because = view.entries().stream()
                .map(ScopeDiffView.Cause::seq)
                .limit(BECAUSE_MAX)
                .toList();
        Counts counts = view.counts();
        return new Difference(counts.added(), counts.removed(), counts.changed(), because);
    }

    private Comparison compared(Scope scope, Version before, Version after, Comparison comparison) {
        scopes.complete(scope, before);
        scopes.complete(scope, after);
        if (!store.compare(before, after, comparison)) {
            throw Scopes.damaged("The units of versions " + before.version() + " and " + after.version()
                    + " are not in the order in which they were frozen.");
        }
        return comparison;
    }

    /** A unit that differs, before its causes are known. */
    record Found(
            long unitId,
            @Nullable ReachedView before,
            @Nullable ReachedView after,
            @Nullable List<String> changed) {

        Kind kind() {
            return before == null ? Kind.added : after == null ? Kind.removed : Kind.changed;
        }

        private TraceView.Named named() {
            ReachedView unit = after != null ? after : before;
            if (unit == null) {
                throw new IllegalStateException("a unit that differs is in one version at least");
            }
            return new TraceView.Named(
                    unit.unit(), unit.item(), unit.lot(), unit.serial(), unit.container(), unit.issuer(), unit.twin());
        }
    }

    /** Counts all that differs, and keeps a page of it: those whose ids follow one, in the order of the ids. */
    private final class Comparison implements ScopeUnitStore.Follower {
        private final long afterUnit;
        private final int limit;
        private final PriorityQueue<Found> kept =
                new PriorityQueue<>(Comparator.comparingLong(Found::unitId).reversed());
        private long added;
        private long removed;
        private long changed;
        private long same;
        private boolean more;

        Comparison(long afterUnit, int limit) {
            this.afterUnit = afterUnit;
            this.limit = limit;
        }

        @Override
        public void take(long unitId, @Nullable String before, @Nullable String after) {
            if (before != null && after != null) {
                ReachedView was = before.equals(after) ? null : store.unit(before);
                ReachedView is = before.equals(after) ? null : store.unit(after);
                List<String> parts = was == null || is == null ? List.of() : AnswerText.changed(was, is);
                if (parts.isEmpty()) {
                    same++;
                } else {
                    changed++;
                    keep(unitId, () -> new Found(unitId, was, is, parts));
                }
            } else if (after != null) {
                added++;
                keep(unitId, () -> new Found(unitId, null, store.unit(after), null));
            } else if (before != null) {
                removed++;
                keep(unitId, () -> new Found(unitId, store.unit(before), null, null));
            }
        }

        private void keep(long unitId, Supplier<Found> found) {
            if (unitId <= afterUnit || limit == 0) {
                return;
            }
            if (kept.size() == limit) {
                more = true;
                if (unitId > kept.element().unitId()) {
                    return;
                }
                kept.remove();
            }
            kept.add(found.get());
        }

        List<Found> page() {
            return kept.stream().sorted(Comparator.comparingLong(Found::unitId)).toList();
        }

        Counts counts() {
            return new Counts(added, removed, changed, same);
        }
    }

    /**
     * What differs between two versions.
     *
     * @param to null for the last version
     * @param from null for the one before {@code to}
     */
    ScopeDiffView of(Scope scope, @Nullable Long from, @Nullable Long to, @Nullable String cursor, int limit) {
        Version after = to == null ? scopes.last(scope) : scopes.version(scope, to);
        long earlier = from == null ? after.version() - 1 : from;
        if (earlier >= after.version()) {
            throw Paging.badParameter("from", "is " + earlier, "a version before " + after.version());
        }
        if (from == null && earlier < 1) {
            throw Refusal.of(
                            "one-version",
                            "There is nothing to compare with",
                            "Version 1 is the first answer of the scope; there is none before it.")
                    .status(409)
                    .at("to", "a later version", "Evaluate the scope when more is recorded.")
                    .asException();
        }
        Version before = scopes.version(scope, earlier);
        var comparison = compared(scope, before, after, new Comparison(Paging.afterNumber(cursor), limit));
        List<Found> page = comparison.page();
        var causes = new ScopeCauses(scopes.same(scope, before), scopes.same(scope, after), page);
        if (!page.isEmpty()) {
            // Versions follow one another in what was known; a first one may have been asked for as of earlier.
            entries.follow(Math.min(before.seq(), after.seq()), causes);
        }
        Set<Long> named = new TreeSet<>();
        List<Change> units = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            Found found = page.get(i);
            ScopeCauses.Because because = causes.of(i);
            named.addAll(because.seqs());
            units.add(new Change(
                    found.kind(),
                    found.named(),
                    found.before(),
                    found.after(),
                    found.changed(),
                    because.seqs(),
                    because.more() ? true : null));
        }
        return new ScopeDiffView(
                before.head(),
                after.head(),
                comparison.counts(),
                before.body().summary(),
                after.body().summary(),
                units,
                causes.named(new HashSet<>(named), before.knownAtUs()),
                comparison.more ? Paging.cursor(String.valueOf(page.getLast().unitId())) : null);
    }
}
