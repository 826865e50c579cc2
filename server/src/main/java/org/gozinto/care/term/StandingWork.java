/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.gozinto.care.term.StandingStore.Mark;
import org.gozinto.care.term.StandingStore.Row;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.RefusedException;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the standings as the facts and terms have them. A few changed serials are judged when somebody asks; after a
 * term changed, or very much was recorded, all are judged on a thread of its own. Safe for use by many threads.
 */
final class StandingWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StandingWork.class);

    /** Units that are read, judged and written at a time. */
    private static final int UNITS_A_PAGE = 10_000;

    /** As many changed units are judged at once; with more it is quicker to judge all. */
    private static final int TOUCHED_MAX = 5_000;

    private static final int WORKERS = 2;

    private final StandingStore store;
    private final TermBook terms;
    private final FactReader reader;
    private final FactStore facts;
    private final RegistrationFacts registrations;
    private final Units units;
    private final Items items;
    private final Clock clock;
    private final ReentrantLock following = new ReentrantLock();
    private final ExecutorService judge = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name("standings").unstarted(work));
    /** All are to be judged, and nobody has begun: what goes on then knows less and stops. */
    private final AtomicBoolean wanted = new AtomicBoolean();

    private volatile Job job = Job.IDLE;
    private volatile boolean ended;
    private long lookedAtSeq = -1;

    /** What it reads. */
    record Parts(
            StandingStore store,
            TermBook terms,
            FactReader reader,
            FactStore facts,
            RegistrationFacts registrations,
            Units units,
            Items items) {}

    StandingWork(Parts parts, Clock clock) {
        this.store = parts.store();
        this.terms = parts.terms();
        this.reader = parts.reader();
        this.facts = parts.facts();
        this.registrations = parts.registrations();
        this.units = parts.units();
        this.items = parts.items();
        this.clock = clock;
    }

    /** How many standings became longer, shorter, known or unknown. */
    record Changed(long longer, long shorter, long newly, long noMore) {}

    /**
     * How far the judging of all is.
     *
     * @param state idle, running or failed
     * @param judged serials so far
     * @param total serials
     * @param seq the last entry that it knows
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JudgingView(
            String state,
            long judged,
            long total,
            @Nullable String startedAt,
            @Nullable Double seconds,
            Changed changed,
            long seq) {}

    /** A judging of all, as it goes on. */
    private static final class Job {

        static final Job IDLE = new Job(0, 0, null);

        private final long total;
        private final long seq;
        private final @Nullable Instant startedAt;
        private final long startNs = System.nanoTime();
        private final AtomicLong judged = new AtomicLong();
        private final AtomicLong longer = new AtomicLong();
        private final AtomicLong shorter = new AtomicLong();
        private final AtomicLong newly = new AtomicLong();
        private final AtomicLong noMore = new AtomicLong();
        private volatile String state = "idle";
        private volatile double seconds;

        Job(long total, long seq, @Nullable Instant startedAt) {
            this.total = total;
            this.seq = seq;
            this.startedAt = startedAt;
        }

        void end(String how) {
            seconds = (System.nanoTime() - startNs) / 1e9;
            state = how;
        }

        void count(@Nullable Row before, @Nullable Row after) {
            boolean was = before != null && before.mark() == Mark.DATED;
            boolean is = after != null && after.mark() == Mark.DATED;
            if (was && is) {
                LocalDate old = before == null || before.end() == null ? LocalDate.MAX : before.end();
                LocalDate now = after == null || after.end() == null ? LocalDate.MAX : after.end();
                longer.addAndGet(now.isAfter(old) ? 1 : 0);
                shorter.addAndGet(now.isBefore(old) ? 1 : 0);
            } else {
                newly.addAndGet(is ? 1 : 0);
                noMore.addAndGet(was ? 1 : 0);
            }
        }

        JudgingView view() {
            boolean running = state.equals("running");
            return new JudgingView(
                    state,
                    judged.get(),
                    total,
                    startedAt == null ? null : CoverageViews.time(startedAt),
                    startedAt == null ? null : running ? (System.nanoTime() - startNs) / 1e9 : seconds,
                    new Changed(longer.get(), shorter.get(), newly.get(), noMore.get()),
                    seq);
        }
    }

    JudgingView view() {
        return job.view();
    }

    boolean isRunning() {
        return job.state.equals("running");
    }

    /** A term was made or changed: all are judged anew. */
    void termsChanged() {
        begin(null, null);
    }

    /**
     * Looks at what is new. Where the book cannot be written now, it is tried again the next time.
     *
     * @param patient whether much that is new waits until nothing more was recorded since the last look
     */
    void follow(boolean patient) {
        if (isRunning() || !following.tryLock()) {
            return;
        }
        try {
            look(patient);
        } catch (RefusedException e) {
            LOG.debug("standings follow later: {}", e.getMessage());
        } finally {
            following.unlock();
        }
    }

    // --- what is new

    private static final String TERMS = "terms";
    private static final String SEQ = "seq";
    private static final String CONTRACT = "contract";
    private static final String READING = "reading";
    private static final String STRIKE = "strike";
    private static final String REGISTRATION = "registration";
    private static final String JOB = "job";

    private Map<String, String> marks(long seq) {
        FactStore.Last last = facts.last();
        Map<String, String> marks = new HashMap<>();
        marks.put(TERMS, terms.stamp());
        marks.put(SEQ, String.valueOf(seq));
        marks.put(CONTRACT, String.valueOf(last.contract()));
        marks.put(READING, String.valueOf(last.reading()));
        marks.put(STRIKE, String.valueOf(last.strike()));
        marks.put(REGISTRATION, String.valueOf(registrations.changes()));
        return marks;
    }

    private void look(boolean patient) {
        Map<String, String> seen = store.seen();
        long seq = store.lastSeq();
        boolean quiet = seq == lookedAtSeq || !patient;
        lookedAtSeq = seq;
        Map<String, String> now = marks(seq);
        if (!Objects.equals(seen.get(TERMS), now.get(TERMS))) {
            if (terms.all().isEmpty() && store.isEmpty()) {
                store.see(now);
            } else {
                begin(null, null);
            }
            return;
        }
        boolean same = now.entrySet().stream().allMatch(mark -> mark.getValue().equals(seen.get(mark.getKey())));
        if (same) {
            return;
        }
        if (terms.promises(null).all().isEmpty()) {
            store.see(now);
            return;
        }
        Set<Long> touched = touched(seen);
        if (touched.size() > TOUCHED_MAX) {
            if (quiet) {
                begin(null, null);
            }
            return;
        }
        judge(touched);
        store.see(now);
    }

    private static long number(Map<String, String> seen, String name) {
        return Long.parseLong(seen.getOrDefault(name, "0"));
    }

    private Set<Long> touched(Map<String, String> seen) {
        Set<Long> touched = new TreeSet<>(store.movedAfter(number(seen, SEQ), TOUCHED_MAX + 1));
        touched.addAll(facts.unitsAfter(
                new FactStore.Last(number(seen, CONTRACT), number(seen, READING), number(seen, STRIKE))));
        touched.addAll(registrations.changedSince(number(seen, REGISTRATION)));
        return touched.isEmpty() || touched.size() > TOUCHED_MAX
                ? touched
                : reader.at(null, false).reading().withContents(touched, TOUCHED_MAX);
    }

    /** Judges a few. */
    private void judge(Set<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        TermBook.Promises promises = terms.promises(null);
        Set<Long> ofTerms = itemIds(promises.items());
        List<Unit> serials = units.byIds(ids).stream()
                .filter(unit -> isJudged(unit, ofTerms))
                .toList();
        if (!serials.isEmpty()) {
            List<UnitFacts> all = reader.at(null, promises.readsChanges()).of(serials);
            List<Row> rows = rows(all, promises);
            Map<Long, Row> before = store.of(ids);
            if (!before.equals(byUnit(rows))) {
                store.replace(ids, rows);
            }
        }
    }

    private List<Row> rows(Collection<UnitFacts> all, TermBook.Promises promises) {
        var asked = new Engine.Asked(today(), Set.of());
        List<Row> rows = new ArrayList<>(all.size());
        for (UnitFacts one : all) {
            rows.add(StandingRule.of(one, Engine.lines(one, promises.of(one.item()), asked)));
        }
        return rows;
    }

    private static Map<Long, Row> byUnit(Collection<Row> rows) {
        Map<Long, Row> byUnit = new HashMap<>();
        rows.forEach(row -> byUnit.put(row.unitId(), row));
        return byUnit;
    }

    private static boolean isJudged(Unit unit, @Nullable Set<Long> ofTerms) {
        return unit.kind() == Unit.Kind.SERIAL && (ofTerms == null || ofTerms.contains(unit.itemId()));
    }

    /** @param codes null for all items */
    private @Nullable Set<Long> itemIds(@Nullable Set<String> codes) {
        if (codes == null) {
            return null;
        }
        Set<Long> ids = new HashSet<>();
        for (String code : codes) {
            Item item = items.find(code);
            if (item != null) {
                ids.add(item.id());
            }
        }
        return ids;
    }

    // --- all

    /**
     * Begins to judge all, or all of some items, unless that goes on already; then it is done again behind it.
     *
     * @param id of who asked, so that the same is not begun twice; null for nobody
     */
    JudgingView begin(@Nullable String id, @Nullable Set<String> only) {
        if (id != null && id.equals(store.seen().get(JOB))) {
            return view();
        }
        boolean whole = id == null && only == null;
        if (whole && !wanted.compareAndSet(false, true)) {
            return view();
        }
        var next = new Job(0, store.lastSeq(), clock.instant());
        next.state = "running";
        job = isRunning() ? job : next;
        judge.execute(() -> {
            if (whole) {
                wanted.set(false);
            }
            all(id, only);
        });
        return view();
    }

    private void all(@Nullable String id, @Nullable Set<String> only) {
        try {
            TermBook.Promises promises = terms.promises(null);
            FactReader.Moment moment = reader.at(null, promises.readsChanges());
            Map<String, String> marks = marks(moment.reading().head());
            Set<Long> ofTerms = itemIds(promises.items());
            var now = new Job(store.serials(ofTerms), moment.reading().head(), clock.instant());
            now.state = "running";
            job = now;
            sweep(now, promises, moment, ofTerms, itemIds(only));
            if (wanted.get() || ended) {
                return;
            }
            if (id != null) {
                marks.put(JOB, id);
            }
            // Of some items alone it is not known what the others would be.
            store.see(only == null ? marks : id == null ? Map.of() : Map.of(JOB, id));
            now.end("idle");
            LOG.info("Judged {} serials in {} s", now.judged.get(), now.seconds);
        } catch (RefusedException e) {
            LOG.debug("standings are judged where the book can be written: {}", e.getMessage());
            job.end("idle");
        } catch (RuntimeException e) {
            if (!ended) {
                LOG.error("The standings could not be judged", e);
            }
            job.end("failed");
        }
    }

    private void sweep(
            Job now,
            TermBook.Promises promises,
            FactReader.Moment moment,
            @Nullable Set<Long> ofTerms,
            @Nullable Set<Long> only) {
        Map<Unit.Key, Integer> twins = facts.twins();
        var next = new AtomicLong(1);
        long last = moment.reading().lastUnit();
        try (ExecutorService workers = Executors.newFixedThreadPool(
                WORKERS,
                work -> Thread.ofPlatform().daemon().name("standings-worker").unstarted(work))) {
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                FactReader.Moment own = moment.fork();
                parts.add(workers.submit(() -> {
                    for (long from = next.getAndAdd(UNITS_A_PAGE);
                            from <= last && !ended && !wanted.get();
                            from = next.getAndAdd(UNITS_A_PAGE)) {
                        long to = Math.min(from + UNITS_A_PAGE, last + 1);
                        page(now, own, promises, new Range(from, to, ofTerms, only), twins);
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the judging was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Units from one id to another, the last not included.
     *
     * @param ofTerms items that terms are for; null for all
     * @param only items that are judged; null for all
     */
    private record Range(
            long from,
            long to,
            @Nullable Set<Long> ofTerms,
            @Nullable Set<Long> only) {

        boolean isLookedAt(long itemId) {
            return only == null || only.contains(itemId);
        }
    }

    private void page(
            Job now, FactReader.Moment moment, TermBook.Promises promises, Range range, Map<Unit.Key, Integer> twins) {
        List<Unit> serials = units.after(range.from - 1, (int) (range.to - range.from)).stream()
                .filter(unit -> unit.id() < range.to && isJudged(unit, range.ofTerms))
                .filter(unit -> range.isLookedAt(unit.itemId()))
                .toList();
        Map<Long, Row> before = store.between(range.from, range.to);
        if (serials.isEmpty() && before.isEmpty()) {
            return;
        }
        Map<Long, Row> after = byUnit(rows(moment.sweep(serials, range.from, range.to, twins), promises));
        before.values().stream()
                .filter(row -> !range.isLookedAt(row.itemId()))
                .forEach(row -> after.put(row.unitId(), row));
        if (!after.equals(before)) {
            store.replace(range.from, range.to, after.values());
            Set<Long> ids = new HashSet<>(after.keySet());
            ids.addAll(before.keySet());
            ids.forEach(id -> now.count(before.get(id), after.get(id)));
        }
        now.judged.addAndGet(serials.size());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Override
    public void close() {
        ended = true;
        judge.shutdownNow();
    }
}
