/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.place.Places;
import org.gozinto.place.Runs;
import org.gozinto.trace.Act;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Book;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Link;
import org.gozinto.trace.MassBalance;
import org.gozinto.trace.Measure;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Movement;
import org.gozinto.trace.Place;
import org.gozinto.trace.Question;
import org.gozinto.trace.Unit;
import org.gozinto.trace.index.Index;
import org.gozinto.trace.index.Register;
import org.gozinto.trace.index.SnapshotFile;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds the trace index. It follows the ledger: before each question it takes what is new, so that whoever has just
 * written sees it.
 *
 * <p>The engine wants dense numbers from 0: unit n of the database is n − 1 here; places get theirs in the order in
 * which they turn up. Safe for use by many threads: each question works on a view that no longer changes.
 */
final class LedgerBook {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBook.class);

    /** Joins long stretches of the index, each on a thread of its own. */
    static final Executor JOINING =
            work -> Thread.ofPlatform().daemon().name("trace-index").start(work);

    private static final int ROWS_A_READ = 50_000;

    /** Entries that are turned into objects before the index takes them. */
    private static final int ENTRIES_A_TIME = 20_000;

    private final Entries ledger;
    private final Units units;
    private final Items items;
    private final Places places;
    private final JsonMapper json;

    private final Executor background;
    private final @Nullable IndexFile file;

    private final Map<Long, Measure> measures = new HashMap<>();
    private final Map<Long, String> runsAhead = new HashMap<>();
    private final Deque<org.gozinto.unit.Unit> unitsAhead = new ArrayDeque<>();
    private boolean mayHaveUnits;
    private boolean mayHaveRuns;
    private long lastRun = Runs.FIRST_ID - 1;

    private Register register = new Register();
    private Index index;
    private boolean opened;
    private volatile boolean ended;
    /** The state of the masters that the register is as of. */
    private long masters = -1;
    /** Grows when the register says something else than before. */
    private long facts;

    /** @param file where the index is kept from one start to the next, if anywhere */
    LedgerBook(
            Entries ledger,
            Units units,
            Items items,
            Places places,
            JsonMapper json,
            Executor background,
            @Nullable IndexFile file) {
        this.ledger = ledger;
        this.units = units;
        this.items = items;
        this.places = places;
        this.json = json;
        this.background = background;
        this.file = file;
        this.index = new Index(register, background);
    }

    /**
     * The book as of one moment.
     *
     * @param facts two views with the same number call units and places the same
     */
    record View(org.gozinto.trace.index.View index, Register register, long facts) implements Book {

        Answer answer(Question question) {
            return index.answer(question);
        }

        MassBalance balance(
                int unit,
                boolean withSerials,
                @Nullable Long asOfUs,
                @Nullable Long knownAtSeq,
                @Nullable Long knownAtUs) {
            return index.balance(unit, withSerials, asOfUs, knownAtSeq, knownAtUs);
        }

        @Override
        public Iterable<Entry> entries() {
            return index.entries();
        }

        @Override
        public Unit unit(int id) {
            return index.unit(id);
        }

        @Override
        public Place place(int id) {
            return index.place(id);
        }

        @Override
        public boolean isConsumer(int place) {
            return index.isConsumer(place);
        }

        @Override
        public int unitCount() {
            return index.unitCount();
        }

        @Override
        public int placeCount() {
            return index.placeCount();
        }

        /** Movements that it has. */
        long rows() {
            return index.rows();
        }

        /** The place's id in the database. */
        long placeId(int place) {
            return register.key(place);
        }

        /** The seq of the last entry, 0 for an empty ledger. */
        long head() {
            return index.head();
        }

        /** The greatest seq of what was recorded until an instant, 0 for none. */
        long lastSeqAt(long us) {
            return index.lastSeqAt(us);
        }

        long occurredUs(long seq) {
            return index.occurredUs(seq);
        }

        /** The engine's number of a place of the database, or null when nothing ever was there. */
        @Nullable
        Integer numberOf(long placeId) {
            int number = register.placeOf(placeId);
            return number < 0 || number >= index.placeCount() ? null : number;
        }
    }

    static int number(long unitId) {
        return Math.toIntExact(unitId - 1);
    }

    static long unitId(int number) {
        return number + 1L;
    }

    /** The ledger up to its last committed entry. Whoever comes while it is read for the first time waits for it. */
    synchronized View latest() {
        if (!opened) {
            open();
            opened = true;
        }
        followMasters();
        followLedger();
        return view();
    }

    private View view() {
        return new View(index.view(), register, facts);
    }

    /** What there is when nobody asks any more; whoever is still reading the ledger stops. */
    View end() {
        ended = true;
        synchronized (this) {
            return view();
        }
    }

    // --- the first time

    private void open() {
        long startNs = System.nanoTime();
        SnapshotFile.Taken taken = file == null ? null : file.read(background, this::agrees);
        if (taken != null) {
            index = taken.index();
            register = taken.register();
            for (int place = 0; place < register.placeCount(); place++) {
                lastRun = Math.max(lastRun, register.key(place));
            }
        }
        long fromFile = index.view().head();
        followMasters();
        followLedger();
        LOG.info(
                "The trace index is ready after {} ms: {} entries from its file, {} from the ledger",
                (System.nanoTime() - startNs) / 1_000_000,
                fromFile,
                index.view().head() - fromFile);
    }

    /**
     * Whether a register is of this database. The same ledger can be in another one, where it was replayed, and what
     * has no place in the ledger can have other ids there.
     */
    private boolean agrees(Register other) {
        int lastUnit = other.unitCount() - 1;
        long lastRunThere = 0;
        for (int number = 0; number < other.placeCount(); number++) {
            long id = other.key(number);
            if (id >= Runs.FIRST_ID) {
                lastRunThere = Math.max(lastRunThere, id);
            } else if (id > 0 && !isCalled(id, other.place(number).code())) {
                return false;
            }
        }
        return (lastUnit < 0 || isSame(other.unit(lastUnit), units.find(unitId(lastUnit))))
                && (lastRunThere == 0
                        || isCalled(
                                lastRunThere,
                                other.place(other.placeOf(lastRunThere)).code()));
    }

    private boolean isCalled(long placeId, String code) {
        var place = places.find(placeId);
        return place != null && place.code().equals(code);
    }

    private boolean isSame(Unit unit, org.gozinto.unit.@Nullable Unit row) {
        if (row == null || !row.kind().name().equals(unit.kind().name())) {
            return false;
        }
        String number = unit.serial() != null ? unit.serial() : unit.lot() != null ? unit.lot() : "";
        String item = row.itemId() == 0 ? "" : items.get(row.itemId()).code();
        return row.number().equals(number) && item.equals(unit.item());
    }

    // --- masters

    /**
     * Looks again at what can change in a master after it was read: the other units of measure of an item; the parent
     * of a place, and whether it is a site, an area or a bin; whether a partner is a consumer. All else is fixed: codes
     * always, an item's base unit and decimals once it is used, a vessel as such with its mixing and overlap, and of
     * units (their number, item, lot, issuer and twin) nothing is ever written again but dates, which no trace reads.
     */
    private void followMasters() {
        long now = items.changes() + places.changes();
        if (now == masters) {
            return;
        }
        masters = now;
        measures.clear();
        Map<Integer, Place> changed = new HashMap<>();
        Set<Integer> turned = new HashSet<>();
        int count = register.placeCount();
        for (int number = 0; number < count; number++) {
            long id = register.key(number);
            if (id > 0 && id < Runs.FIRST_ID) {
                Place before = register.place(number);
                Place after = location(id);
                if (before.kind() != after.kind() || before.parent() != after.parent()) {
                    changed.put(number, after);
                }
                if (register.isConsumer(number) != isConsumer(id)) {
                    turned.add(number);
                }
            }
        }
        Register amended = register.amended(this::asOfNow, changed, turned);
        if (amended != register) {
            register = amended;
            facts++;
            index.rename(register);
            index.append(List.of(), register.unitCount(), register.placeCount());
        }
    }

    private Register.Sort asOfNow(Register.Sort sort) {
        Item item = sort.item().isEmpty() ? null : items.find(sort.item());
        return item == null ? sort : new Register.Sort(sort.item(), sort.issuer(), item.decimals(), measure(item));
    }

    // --- the ledger

    private void followLedger() {
        List<Entry> fresh = new ArrayList<>();
        unitsAhead.clear();
        mayHaveUnits = true;
        mayHaveRuns = true;
        ledger.follow(index.view().head(), recorded -> {
            if (ended) {
                throw new IllegalStateException("the server is stopping");
            }
            takeUnits(recorded.entry().seq());
            fresh.add(entry(recorded));
            if (fresh.size() == ENTRIES_A_TIME) {
                give(fresh);
            }
        });
        if (!fresh.isEmpty()) {
            give(fresh);
        }
    }

    private void give(List<Entry> fresh) {
        index.append(fresh, register.unitCount(), register.placeCount());
        fresh.clear();
    }

    // Those that later entries named are left for later: a ledger that is restored to this entry may name others.
    private void takeUnits(long seq) {
        while (hasUnitAhead() && unitsAhead.element().firstSeq() <= seq) {
            register.add(unit(unitsAhead.remove()));
        }
    }

    private boolean hasUnitAhead() {
        if (unitsAhead.isEmpty() && mayHaveUnits) {
            unitsAhead.addAll(units.after(register.unitCount(), ROWS_A_READ));
            mayHaveUnits = unitsAhead.size() == ROWS_A_READ;
        }
        return !unitsAhead.isEmpty();
    }

    private @Nullable String runAhead(long id) {
        while (id > lastRun && mayHaveRuns) {
            List<org.gozinto.place.Place> found = places.runsAfter(lastRun, ROWS_A_READ);
            found.forEach(run -> runsAhead.put(run.id(), run.code()));
            lastRun = found.isEmpty() ? lastRun : found.getLast().id();
            mayHaveRuns = found.size() == ROWS_A_READ;
        }
        return runsAhead.remove(id);
    }

    private Unit unit(org.gozinto.unit.Unit unit) {
        boolean container = unit.kind() == org.gozinto.unit.Unit.Kind.CONTAINER;
        Item item = container ? null : items.get(unit.itemId());
        String issuer = unit.issuerId() == 0 ? "" : places.get(unit.issuerId()).code();
        String lot = unit.kind() == org.gozinto.unit.Unit.Kind.LOT
                ? unit.number()
                : unit.lotId() == 0 ? null : register.unit(number(unit.lotId())).lot();
        return new Unit(
                number(unit.id()),
                Unit.Kind.valueOf(unit.kind().name()),
                item == null ? "" : item.code(),
                issuer,
                lot,
                container || unit.kind() == org.gozinto.unit.Unit.Kind.SERIAL ? unit.number() : null,
                unit.lotId() == 0 ? -1 : number(unit.lotId()),
                item == null ? 0 : item.decimals(),
                item == null ? Measure.PIECE : measure(item),
                unit.twin());
    }

    private Measure measure(Item item) {
        return measures.computeIfAbsent(item.id(), id -> {
            Map<String, BigDecimal> inOneBaseUnit = new HashMap<>();
            for (Item.OtherUnit other : item.units()) {
                inOneBaseUnit.put(other.unit(), BigDecimal.ONE.divide(other.factor(), MathContext.DECIMAL128));
            }
            return Measure.of(item.unit(), inOneBaseUnit);
        });
    }

    private int place(long id) {
        int number = register.placeOf(id);
        if (number >= 0) {
            return number;
        }
        // The parent gets its number first, so that a number always points to a place that is there.
        Place place = id < 0 ? unitAsPlace(id) : id >= Runs.FIRST_ID ? run(id) : location(id);
        int next = register.placeCount();
        register.add(
                new Place(
                        next,
                        place.code(),
                        place.kind(),
                        place.parent(),
                        place.unit(),
                        place.mixing(),
                        place.overlap()),
                id,
                isConsumer(id));
        return next;
    }

    private boolean isConsumer(long id) {
        return id > 0 && id < Runs.FIRST_ID && places.get(id).roles().contains(org.gozinto.place.Place.CONSUMER);
    }

    private Place run(long id) {
        String code = runAhead(id);
        return new Place(0, code == null ? places.get(id).code() : code, Place.Kind.RUN, -1, -1, Mixing.NONE, 0);
    }

    private Place unitAsPlace(long id) {
        Unit unit = register.unit(number(-id));
        boolean container = unit.kind() == Unit.Kind.CONTAINER || packed;
        String code = unit.item().isEmpty() ? String.valueOf(unit.serial()) : unit.item() + " serial " + unit.serial();
        return new Place(0, code, container ? Place.Kind.CONTAINER : Place.Kind.HOST, -1, unit.id(), Mixing.NONE, 0);
    }

    private Place location(long id) {
        var place = places.get(id);
        var above = place.parent() == null ? null : places.find(place.parent());
        int parent = above == null ? -1 : place(above.id());
        Mixing mixing = place.mixing() == null
                ? Mixing.NONE
                : Mixing.valueOf(place.mixing().name());
        long overlap = place.overlap() == null
                ? 0
                : new BigDecimal(place.overlap()).movePointRight(decimals).longValue();
        return new Place(0, place.code(), Place.Kind.valueOf(place.kind().name()), parent, -1, mixing, overlap);
    }

    /** Scale of what moves at hand: the overlap of a vessel counts in the scale of what is first filled into it. */
    private int decimals;

    /** Whether the entry at hand packs: then a serial that things go into is a container and no host. */
    private boolean packed;

    private Entry entry(Entries.Recorded recorded) {
        EntryRow row = recorded.entry();
        packed = row.type().equals("pack");
        List<Movement> movements = new ArrayList<>(recorded.movements().size());
        // What remained in a cleaned vessel is loss to a trace, wherever the books put it.
        boolean clean = row.type().equals("clean");
        for (var m : clean ? List.<org.gozinto.ledger.Movement>of() : recorded.movements()) {
            decimals = register.unit(number(m.unit())).decimals();
            movements.add(new Movement(number(m.unit()), m.qty(), place(m.from()), place(m.to())));
        }
        List<Link> links = new ArrayList<>(recorded.links().size());
        for (var l : recorded.links()) {
            links.add(new Link(number(l.input()), number(l.output()), l.qty()));
        }
        var body = Details.of(row.body(), json);
        Long corrects = row.corrects();
        return new Entry(
                row.seq(),
                act(row.type()),
                new Moment(row.occurred().fromUs(), row.occurred().toUs()),
                row.recordedAtUs(),
                movements,
                links,
                row.place() == null ? -1 : place(row.place()),
                body.close(),
                body.step(),
                corrects == null ? 0 : corrects,
                row.document(),
                body.position(),
                body.equipment(),
                body.operator());
    }

    private static Act act(String type) {
        return Act.valueOf(type.toUpperCase(Locale.ROOT));
    }

    /** What a trace needs of the act itself. */
    private record Details(
            boolean close,
            @Nullable String step,
            @Nullable String position,
            @Nullable String equipment,
            @Nullable String operator) {

        private static final Details NONE = new Details(false, null, null, null, null);
        private static final List<String> WORDS =
                List.of("\"close\":true", "\"step\":", "\"position\":", "\"equipment\":", "\"operator\":");

        /** Most acts have none of these; only where the words stand in the text is it read. */
        static Details of(String body, JsonMapper json) {
            if (WORDS.stream().noneMatch(body::contains)) {
                return NONE;
            }
            var node = json.readTree(body);
            return new Details(
                    node.path("close").booleanValue(false),
                    node.path("step").stringValue(null),
                    node.path("position").stringValue(null),
                    node.path("equipment").stringValue(null),
                    node.path("operator").stringValue(null));
        }
    }
}
