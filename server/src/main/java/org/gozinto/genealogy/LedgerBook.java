/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import org.gozinto.trace.index.Names;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Feeds the trace index. It follows the ledger: before each question it takes what is new, so that whoever has just
 * written sees it.
 *
 * <p>The engine wants dense numbers from 0: unit n of the database is n − 1 here; places get theirs in the order in
 * which they turn up. Safe for use by many threads: each question works on a view that no longer changes.
 */
final class LedgerBook implements Names {

    private static final int ROWS_A_READ = 50_000;

    /** Entries that are turned into objects before the index takes them. */
    private static final int ENTRIES_A_TIME = 20_000;

    private final Entries ledger;
    private final Units units;
    private final Items items;
    private final Places places;
    private final JsonMapper json;

    private final Roll<Unit> traced = new Roll<>();
    private final Roll<Place> known = new Roll<>();
    private final Roll<Long> placeIds = new Roll<>();
    private final Map<Long, Integer> placeNumbers = new ConcurrentHashMap<>();
    private final Map<Long, Measure> measures = new HashMap<>();
    private final Index index;
    private long lastRun = Runs.FIRST_ID - 1;

    LedgerBook(Entries ledger, Units units, Items items, Places places, JsonMapper json, Executor background) {
        this.index = new Index(this, background);
        this.ledger = ledger;
        this.units = units;
        this.items = items;
        this.places = places;
        this.json = json;
    }

    /** The book as of one moment. */
    final class View implements Book {
        private final org.gozinto.trace.index.View index;

        private View(org.gozinto.trace.index.View index) {
            this.index = index;
        }

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
            return traced.get(id);
        }

        @Override
        public Place place(int id) {
            return known.get(id);
        }

        @Override
        public int unitCount() {
            return index.unitCount();
        }

        @Override
        public int placeCount() {
            return index.placeCount();
        }

        /** The place's id in the database. */
        long placeId(int place) {
            return placeIds.get(place);
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
            Integer number = placeNumbers.get(placeId);
            return number == null || number >= index.placeCount() ? null : number;
        }
    }

    @Override
    public Unit unit(int id) {
        return traced.get(id);
    }

    @Override
    public Place place(int id) {
        return known.get(id);
    }

    static int number(long unitId) {
        return Math.toIntExact(unitId - 1);
    }

    static long unitId(int number) {
        return number + 1L;
    }

    /** The ledger up to its last committed entry. */
    View latest() {
        synchronized (this) {
            List<Entry> fresh = new ArrayList<>();
            ledger.follow(index.view().head(), recorded -> {
                if (fresh.isEmpty()) {
                    takeUnits();
                    takeRuns();
                }
                fresh.add(entry(recorded));
                if (fresh.size() == ENTRIES_A_TIME) {
                    give(fresh);
                }
            });
            if (!fresh.isEmpty()) {
                give(fresh);
            }
        }
        return new View(index.view());
    }

    private void give(List<Entry> fresh) {
        index.append(fresh, traced.size(), known.size());
        fresh.clear();
    }

    private void takeUnits() {
        List<org.gozinto.unit.Unit> found;
        do {
            found = units.after(traced.size(), ROWS_A_READ);
            found.forEach(u -> traced.add(unit(u)));
        } while (found.size() == ROWS_A_READ);
    }

    private void takeRuns() {
        List<org.gozinto.place.Place> found;
        do {
            found = places.runsAfter(lastRun, ROWS_A_READ);
            for (var run : found) {
                keep(run.id(), new Place(0, run.code(), Place.Kind.RUN, -1, -1, Mixing.NONE, 0));
                lastRun = run.id();
            }
        } while (found.size() == ROWS_A_READ);
    }

    private Unit unit(org.gozinto.unit.Unit unit) {
        boolean container = unit.kind() == org.gozinto.unit.Unit.Kind.CONTAINER;
        Item item = container ? null : items.get(unit.itemId());
        String issuer = unit.issuerId() == 0 ? "" : places.get(unit.issuerId()).code();
        String lot = unit.kind() == org.gozinto.unit.Unit.Kind.LOT
                ? unit.number()
                : unit.lotId() == 0 ? null : traced.get(number(unit.lotId())).lot();
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
        Integer number = placeNumbers.get(id);
        if (number != null) {
            return number;
        }
        // The parent gets its number first, so that a number always points to a place that is there.
        return keep(id, id < 0 ? unitAsPlace(id) : location(id));
    }

    private int keep(long id, Place place) {
        int next = known.size();
        known.add(new Place(
                next, place.code(), place.kind(), place.parent(), place.unit(), place.mixing(), place.overlap()));
        placeIds.add(id);
        placeNumbers.put(id, next);
        return next;
    }

    private Place unitAsPlace(long id) {
        Unit unit = traced.get(number(-id));
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
            decimals = traced.get(number(m.unit())).decimals();
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
