/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.gozinto.genealogy.ScopeDiff;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.TraceView;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.HashChain;
import org.gozinto.place.Places;
import org.gozinto.recall.RecallStore.Taken;
import org.gozinto.unit.StopOrder;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The scope of a case and its stop: what was frozen, what an answer would say now, and what may not be used because of
 * it. Safe for use by many threads.
 *
 * <p>What is stopped is what any version of the scope had, what came under the stop since, and what an answer of now
 * reaches; less what was released or freed by name. So nothing gets free by itself.
 */
final class CaseScopes {

    private static final int KEPT_MAX = 32;
    private static final int BECAUSE_MAX = 100;
    private static final int UNITS_A_READ = 1_000;

    private final Scopes scopes;
    private final ScopeDiff diff;
    private final Stops stops;
    private final StopRulesOf rules;
    private final Rooms rooms;
    private final Map<Object, Object> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > KEPT_MAX;
        }
    });

    /** What is asked of the genealogy. */
    record Answers(Scopes scopes, ScopeDiff diff) {}

    /** The rooms below that it asks. */
    record Rooms(Database database, Units units, Items items, Places places) {}

    CaseScopes(Answers answers, Stops stops, StopRulesOf rules, Rooms rooms) {
        this.scopes = answers.scopes();
        this.diff = answers.diff();
        this.stops = stops;
        this.rules = rules;
        this.rooms = rooms;
    }

    /** Refuses a question that cannot be asked; faults are named by {@code /question/…}. */
    void check(ScopeQuestion question) {
        scopes.check(question);
    }

    // --- the stop

    /** Stops at once all that the question of a case reaches now; before anything is frozen. */
    void stop(CaseFile file) {
        ScopeQuestion question = file.question();
        if (question != null && file.recall().kind().isReal()) {
            put(file, question, RoaringBitmap.andNot(scopes.reach(question).units(), file.freed()), true);
        }
    }

    /** Makes the stop what the case says: in force, narrowed to what was released, or lifted. */
    void follow(CaseFile file) {
        String recall = file.recall().code();
        ScopeQuestion question = file.question();
        if (!file.recall().kind().isReal() || question == null) {
            return;
        }
        if (!file.acts()) {
            stops.lift(recall);
            return;
        }
        RoaringBitmap all = scopes.reach(question).units().clone();
        // What a version had stays stopped until it is released, and so does what came under the stop in another way.
        long from = file.releasedTo();
        for (Taken taken : file.scoped()) {
            Step.Scoped scoped = (Step.Scoped) taken.step();
            if (scoped.version() >= from) {
                all.or(ids(scoped));
            }
        }
        Step last = file.steps().getLast().step();
        if (!(last instanceof Step.Release)) {
            all.or(stops.units(recall));
        }
        all.andNot(file.freed());
        boolean narrows = last instanceof Step.Release || last instanceof Step.Free;
        put(file, question, all, !narrows);
    }

    private void put(CaseFile file, ScopeQuestion question, RoaringBitmap units, boolean keepAdded) {
        stops.put(new StopOrder(file.recall().code(), file.recall().title(), rules.of(question), units, keepAdded));
    }

    /**
     * Stops what an answer of now reaches and the stop does not have: draws from a tank, parts that were built in.
     * Rules see what is new by itself; this sees all else.
     *
     * @return whether there was any
     */
    boolean catchUp(CaseFile file) {
        ScopeQuestion question = file.question();
        if (!file.acts()
                || file.scope() == null
                || question == null
                || !file.recall().kind().isReal()) {
            return false;
        }
        RoaringBitmap reached = scopes.reach(question).units();
        RoaringBitmap missing =
                RoaringBitmap.andNot(reached, stops.units(file.recall().code()));
        missing.andNot(file.freed());
        if (missing.isEmpty()) {
            return false;
        }
        follow(file);
        return true;
    }

    /** Ids of the units that came under the stop after it was made. */
    RoaringBitmap arrived(CaseFile file) {
        return file.recall().kind().isReal() ? stops.added(file.recall().code()) : new RoaringBitmap();
    }

    /** Ids of the units that are to be pulled. */
    RoaringBitmap toPull(CaseFile file) {
        return file.recall().kind().isReal() ? stops.units(file.recall().code()) : units(file);
    }

    RecallView.@Nullable StopView stopped(CaseFile file) {
        if (!file.recall().kind().isReal() || file.decision() == null) {
            return null;
        }
        RoaringBitmap stopped = stops.units(file.recall().code());
        Taken decided = file.decided();
        boolean inForce = file.acts();
        RoaringBitmap kept = RoaringBitmap.andNot(stopped, units(file));
        kept.andNot(stops.added(file.recall().code()));
        return new RecallView.StopView(
                inForce,
                inForce && decided != null ? RecallStore.time(decided.atUs()) : null,
                stopped.getLongCardinality(),
                arrived(file).getLongCardinality(),
                kept.getLongCardinality());
    }

    // --- versions

    /** The next version of the scope, frozen; null when the answer says what the version that counts says. */
    Step.@Nullable Scoped next(CaseFile file, String actor) {
        Step.Scoped before = file.scope();
        ScopeQuestion question = file.question();
        if (question == null) {
            throw new IllegalStateException("a case that acts has a question");
        }
        if (before == null || file.asksAnew()) {
            return first(file, before, question, actor);
        }
        Scopes.Frozen frozen = scopes.again(before.scope(), actor);
        if (frozen.version() == before.scopeVersion()) {
            return null;
        }
        ScopeDiff.Difference difference = diff.difference(before.scope(), before.scopeVersion(), frozen.version());
        return scoped(
                before.version() + 1,
                before.scope(),
                frozen,
                new Change(
                        difference.added(),
                        difference.removed(),
                        difference.changed(),
                        difference.because().stream().limit(BECAUSE_MAX).toList()));
    }

    private record Change(long added, long removed, long changed, List<Long> because) {}

    private Step.Scoped first(CaseFile file, Step.@Nullable Scoped before, ScopeQuestion question, String actor) {
        long version = before == null ? 1 : before.version() + 1;
        // Named by the case and the version, so that a decision that was cut short is finished and not doubled.
        String id = UUID.nameUUIDFromBytes(HashChain.of(file.recall().id() + ":scope:" + file.last()))
                .toString();
        Scopes.Frozen frozen = scopes.freeze(id, file.recall().code() + " v" + version, question, actor);
        RoaringBitmap now = scopes.units(id, frozen.version());
        RoaringBitmap was = before == null ? new RoaringBitmap() : ids(before);
        return scoped(
                version,
                id,
                frozen,
                new Change(
                        RoaringBitmap.andNot(now, was).getLongCardinality(),
                        RoaringBitmap.andNot(was, now).getLongCardinality(),
                        0,
                        List.of()));
    }

    private static Step.Scoped scoped(long version, String scope, Scopes.Frozen frozen, Change change) {
        return new Step.Scoped(
                version,
                scope,
                frozen.version(),
                frozen.seq(),
                frozen.answerHash(),
                frozen.units(),
                change.added,
                change.removed,
                change.changed,
                change.because);
    }

    /** Ids of the units of the version that counts; none before there is one. */
    RoaringBitmap units(CaseFile file) {
        Step.Scoped scope = file.scope();
        return scope == null ? new RoaringBitmap() : ids(scope);
    }

    /** Ids of the items of the version that counts; none before there is one. */
    Set<Long> items(CaseFile file) {
        Step.Scoped scope = file.scope();
        Set<Long> ids = new HashSet<>();
        if (scope != null) {
            for (TraceView.ItemCount count : summary(scope).byItem()) {
                Item item = rooms.items().find(count.item());
                if (item != null) {
                    ids.add(item.id());
                }
            }
        }
        return ids;
    }

    private RoaringBitmap ids(Step.Scoped scope) {
        return kept(
                List.of("ids", scope.scope(), scope.scopeVersion()),
                () -> scopes.units(scope.scope(), scope.scopeVersion()));
    }

    private TraceView.SummaryView summary(Step.Scoped scope) {
        return kept(
                List.of("summary", scope.scope(), scope.scopeVersion()),
                () -> scopes.summary(scope.scope(), scope.scopeVersion()));
    }

    /** The totals of the version that counts; null before there is one. */
    TraceView.@Nullable SummaryView summary(CaseFile file) {
        Step.Scoped scope = file.scope();
        return scope == null ? null : summary(scope);
    }

    /** Whether the answer of the version that counts was cut, and how often. */
    record Whole(boolean complete, int cuts) {}

    Whole whole(CaseFile file) {
        Step.Scoped scope = file.scope();
        if (scope == null) {
            return new Whole(true, 0);
        }
        Scopes.Frozen frozen = scopes.frozen(scope.scope(), scope.scopeVersion());
        return new Whole(frozen.complete(), frozen.cuts());
    }

    /** How an answer of now differs from the version that counts; null when it does not. */
    RecallView.@Nullable DriftView drift(CaseFile file) {
        Step.Scoped scope = file.scope();
        if (scope == null) {
            return null;
        }
        Scopes.Drift drift = scopes.drift(scope.scope(), scope.scopeVersion());
        return drift.added() == 0 && drift.removed() == 0
                ? null
                : new RecallView.DriftView(drift.seq(), drift.added(), drift.removed());
    }

    // --- where it is

    /** Where everything is, by the version that counts. */
    Whereabouts whereabouts(CaseFile file) {
        Step.Scoped scope = file.scope();
        if (scope == null) {
            return new Whereabouts(rooms.places()::find);
        }
        return kept(List.of(scope.scope(), scope.scopeVersion()), () -> {
            var found = new Whereabouts(rooms.places()::find);
            scopes.forEach(scope.scope(), scope.scopeVersion(), found::take);
            found.take(summary(scope));
            return found;
        });
    }

    /** An answer with all that is known now. */
    record Now(long seq, Whereabouts whereabouts) {}

    /** Where everything is now. */
    Now now(CaseFile file) {
        ScopeQuestion question = file.question();
        if (question == null) {
            throw new IllegalStateException("a case that acts has a question");
        }
        Scopes.Live live = scopes.live(question);
        return kept(List.of(question, live.seq()), () -> {
            var found = new Whereabouts(rooms.places()::find);
            live.units().forEach(found::take);
            found.take(live.summary());
            return new Now(live.seq(), found);
        });
    }

    @SuppressWarnings("unchecked")
    private <T> T kept(Object key, Supplier<T> maker) {
        Object known = kept.get(key);
        if (known == null) {
            known = maker.get();
            kept.put(key, known);
        }
        return (T) known;
    }

    /** How much of each item came back from partners since the stop is in force, as far as it was moved by itself. */
    Map<String, BigDecimal> cameBack(CaseFile file) {
        Map<Long, Long> byUnit = new HashMap<>();
        rooms.database()
                .read()
                .sql("""
                        select m.unit_id, sum(m.qty) from stop_entry s
                        join entry e on e.seq = s.seq and e.type = 'return'
                        join movement m on m.seq = s.seq
                        where s.recall = ? group by m.unit_id
                        """)
                .param(file.recall().code())
                .query((rows, n) -> byUnit.put(rows.getLong(1), rows.getLong(2)))
                .list();
        RoaringBitmap stopped = stops.units(file.recall().code());
        Map<String, BigDecimal> byItem = new HashMap<>();
        List<Long> ids = byUnit.keySet().stream()
                .filter(id -> stopped.contains(Math.toIntExact(id)))
                .toList();
        for (int from = 0; from < ids.size(); from += UNITS_A_READ) {
            for (Unit unit : rooms.units().byIds(ids.subList(from, Math.min(from + UNITS_A_READ, ids.size())))) {
                if (unit.itemId() != 0) {
                    Item item = rooms.items().get(unit.itemId());
                    byItem.merge(
                            item.code(),
                            new BigDecimal(item.quantity(byUnit.getOrDefault(unit.id(), 0L))),
                            BigDecimal::add);
                }
            }
        }
        return byItem;
    }
}
