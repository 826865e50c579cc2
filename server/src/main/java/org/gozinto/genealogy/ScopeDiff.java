/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gozinto.genealogy.ScopeDiffView.Change;
import org.gozinto.genealogy.ScopeDiffView.Counts;
import org.gozinto.genealogy.ScopeDiffView.Kind;
import org.gozinto.genealogy.ScopeStore.Scope;
import org.gozinto.genealogy.ScopeStore.Version;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.genealogy.Traces.Answered;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** Compares two versions of a scope, and finds the entries that made the difference. */
final class ScopeDiff {

    private final Scopes scopes;
    private final ScopeStore store;
    private final Entries entries;

    ScopeDiff(Scopes scopes, ScopeStore store, Entries entries) {
        this.scopes = scopes;
        this.store = store;
        this.entries = entries;
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

    /** Counts all that differs, and keeps a page of it. */
    private final class Comparison implements ScopeStore.Follower {
        private final long afterUnit;
        private final int limit;
        private final List<Found> page = new ArrayList<>();
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
                    keep(new Found(unitId, was, is, parts));
                }
            } else if (after != null) {
                added++;
                keep(new Found(unitId, null, store.unit(after), null));
            } else if (before != null) {
                removed++;
                keep(new Found(unitId, store.unit(before), null, null));
            }
        }

        private void keep(Found found) {
            if (found.unitId() > afterUnit) {
                more |= page.size() == limit;
                if (!more) {
                    page.add(found);
                }
            }
        }

        @Nullable
        String next() {
            return more ? Paging.cursor(String.valueOf(page.getLast().unitId())) : null;
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
        var comparison = new Comparison(Paging.afterNumber(cursor), limit);
        store.compare(before, after, comparison);
        var causes = new ScopeCauses(same(scope, before), same(scope, after), comparison.page);
        if (!comparison.page.isEmpty()) {
            // Versions follow one another in what was known; a first one may have been asked for as of earlier.
            entries.follow(Math.min(before.seq(), after.seq()), causes);
        }
        Set<Long> named = new TreeSet<>();
        List<Change> units = new ArrayList<>();
        for (int i = 0; i < comparison.page.size(); i++) {
            Found found = comparison.page.get(i);
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
                new Counts(comparison.added, comparison.removed, comparison.changed, comparison.same),
                before.body().summary(),
                after.body().summary(),
                units,
                causes.named(new HashSet<>(named), before.knownAtUs()),
                comparison.next());
    }

    /** The answer of a version again, for its paths. If it is another one now, no path of it explains anything. */
    private Answered same(Scope scope, Version version) {
        Answered again = scopes.again(scope, version);
        if (!again.answer().hash().equals(version.answerHash())) {
            throw Refusal.of(
                            "scope-damaged",
                            "The scope is not what the ledger says",
                            "Version " + version.version() + " has another answer now, for the same entries.")
                    .status(409)
                    .at("", "the answer of then", "Verify the scope and the ledger; a changed master can do it too.")
                    .asException();
        }
        return again;
    }
}
