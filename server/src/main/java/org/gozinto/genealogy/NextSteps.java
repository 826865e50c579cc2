/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Places;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One step down and up from a unit: what is in it and what it was made from, what it is in and what was made from it.
 * Read from the tables, a page at a time; a page walks through a bounded number of rows and may be short for that.
 */
public final class NextSteps {

    private static final int LINES_A_READ = 500;
    private static final int LINES_A_PAGE = 20_000;
    private static final int FEEDS_MAX = 1_000;

    private final JdbcClient read;
    private final RunSteps runs;
    private final Units units;
    private final Items items;
    private final Places places;
    private final StopTags tags;

    NextSteps(Database database, Units units, Items items, Places places, StopTags tags) {
        this.read = database.read();
        this.runs = new RunSteps(database);
        this.units = units;
        this.items = items;
        this.places = places;
        this.tags = tags;
    }

    /** A row before its unit is put into words. */
    private record Found(
            String how,
            long unit,
            long qty,
            @Nullable String at,
            @Nullable Long seq,
            long run,
            @Nullable String position,
            @Nullable String precision) {}

    /** Rows of one page, and where the next one begins. */
    private static final class PageOf {
        final List<Found> rows = new ArrayList<>();
        final int limit;
        int budget = LINES_A_PAGE;

        @Nullable
        Key next;

        PageOf(int limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return rows.size() >= limit || budget <= 0;
        }
    }

    /**
     * How far a list was read: first what is inside, by id; then runs, by the unit's own line and the other end's.
     *
     * @param holding last id of the first part, or -1 when it is done
     */
    private record Key(long holding, long seq, int n, long otherSeq, int otherN) {

        static final Key START = new Key(0, 0, -1, 0, -1);
        static final Key RUNS = new Key(-1, 0, -1, 0, -1);

        static Key of(@Nullable String cursor) {
            String text = Paging.after(cursor);
            if (text == null) {
                return START;
            }
            try {
                String[] parts = text.split(":", -1);
                if (parts.length == 5) {
                    return new Key(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            Integer.parseInt(parts[2]),
                            Long.parseLong(parts[3]),
                            Integer.parseInt(parts[4]));
                }
            } catch (NumberFormatException e) {
                // Falls through to the refusal.
            }
            throw Paging.badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
        }

        String text() {
            return holding + ":" + seq + ":" + n + ":" + otherSeq + ":" + otherN;
        }
    }

    /** What is in the unit now, then what the runs that it came out of took in. */
    NextView parts(long id, int limit, @Nullable String cursor) {
        Unit unit = existing(id);
        var page = new PageOf(limit);
        Key from = Key.of(cursor);
        if (from.holding() >= 0) {
            inside(unit, page, from.holding());
            from = Key.RUNS;
        }
        if (page.next == null) {
            inputs(unit, page, from);
        }
        return view(page);
    }

    /** What the runs that a unit came out of took in for it, the first of it; never what is inside. */
    public NextView madeFrom(long id, int limit) {
        var page = new PageOf(limit);
        inputs(existing(id), page, Key.RUNS);
        return view(page);
    }

    /** What the unit is in now, then what came out of the runs that it went into. */
    NextView uses(long id, int limit, @Nullable String cursor) {
        Unit unit = existing(id);
        var page = new PageOf(limit);
        Key from = Key.of(cursor);
        if (from.holding() >= 0) {
            around(unit, page, from.holding());
            from = Key.RUNS;
        }
        if (page.next == null) {
            outputs(unit, page, from);
        }
        return view(page);
    }

    private Unit existing(long id) {
        Unit unit = units.find(id);
        if (unit == null) {
            throw Refusal.of("unknown-unit", "No such unit", "There is no unit " + id + ".")
                    .status(404)
                    .asException();
        }
        return unit;
    }

    private void inside(Unit unit, PageOf page, long after) {
        var held = read.sql("""
                        select h.unit_id, h.qty, h.position from holding h
                        where h.place_id = ? and h.unit_id > ? and h.qty > 0 order by h.unit_id limit ?
                        """)
                .params(unit.asPlace(), after, page.limit + 1)
                .query((rows, n) -> new Units.At(rows.getLong(1), unit.asPlace(), rows.getLong(2), rows.getString(3)))
                .list();
        held.stream()
                .limit(page.limit)
                .forEach(at -> page.rows.add(placed(at, at.unitId(), unit.kind() == Unit.Kind.CONTAINER)));
        if (held.size() > page.limit) {
            page.next = new Key(page.rows.getLast().unit(), 0, -1, 0, -1);
        }
    }

    private void around(Unit unit, PageOf page, long after) {
        var held = read.sql("""
                        select h.place_id, h.qty, h.position from holding h
                        where h.unit_id = ? and h.place_id < ? and h.qty > 0 order by h.place_id desc limit ?
                        """)
                .params(unit.id(), -after, page.limit + 1)
                .query((rows, n) -> new Units.At(unit.id(), rows.getLong(1), rows.getLong(2), rows.getString(3)))
                .list();
        Map<Long, Unit> wrappers = new HashMap<>();
        units.byIds(held.stream().map(at -> -at.placeId()).toList()).forEach(u -> wrappers.put(u.id(), u));
        held.stream().limit(page.limit).forEach(at -> {
            Unit wrapper = wrappers.get(-at.placeId());
            boolean container = wrapper != null && wrapper.kind() == Unit.Kind.CONTAINER;
            page.rows.add(placed(at, -at.placeId(), container));
        });
        if (held.size() > page.limit) {
            page.next = new Key(page.rows.getLast().unit(), 0, -1, 0, -1);
        }
    }

    /** When and how it came in there; a serial that things are packed in is a container too. */
    private record Entering(long seq, String at, boolean packed) {}

    private Found placed(Units.At at, long shown, boolean container) {
        var last = read.sql("""
                        select e.seq, e.occurred_at, e.type from movement m join entry e on e.seq = m.seq
                        where m.unit_id = ? and m.to_id = ? order by m.seq desc limit 1
                        """)
                .params(at.unitId(), at.placeId())
                .query((rows, n) -> new Entering(
                        rows.getLong(1), rows.getString(2), rows.getString(3).equals("pack")))
                .list();
        Entering by = last.isEmpty() ? null : last.getFirst();
        boolean packed = container || by != null && by.packed();
        return new Found(
                packed ? "packed" : "installed",
                shown,
                at.qty(),
                by == null ? null : by.at(),
                by == null ? null : by.seq(),
                0,
                at.position(),
                null);
    }

    // Each run once, at the first line by which the unit came out of it.
    private void inputs(Unit unit, PageOf page, Key from) {
        boolean resumes = from.seq() > 0;
        long seq = from.seq();
        int n = resumes ? from.n() - 1 : from.n();
        Key within = from;
        while (true) {
            List<RunSteps.Line> own = runs.outOfRuns(unit.id(), seq, n, LINES_A_READ);
            for (RunSteps.Line output : own) {
                page.budget--;
                boolean isFirst = within.seq() == output.seq() && within.n() == output.n();
                Key start = isFirst ? within : new Key(-1, output.seq(), output.n(), 0, -1);
                List<RunSteps.Line> ofRun = runs.ofUnit(output.run(), unit.id(), true, FEEDS_MAX);
                boolean firstOfRun = ofRun.stream()
                        .min(Comparator.comparingLong(RunSteps.Line::seq).thenComparingInt(RunSteps.Line::n))
                        .filter(line -> line.seq() == output.seq() && line.n() == output.n())
                        .isPresent();
                if (firstOfRun) {
                    inputsOf(unit, output, ofRun.getLast(), page, start);
                }
                if (page.next != null) {
                    return;
                }
                if (page.isFull()) {
                    page.next = new Key(-1, output.seq(), output.n(), Long.MAX_VALUE, 0);
                    return;
                }
            }
            if (own.size() < LINES_A_READ) {
                return;
            }
            seq = own.getLast().seq();
            n = own.getLast().n();
        }
    }

    private void inputsOf(Unit unit, RunSteps.Line output, RunSteps.Line last, PageOf page, Key start) {
        String sole = soleness(output.run());
        long seq = start.otherSeq();
        int n = start.otherN();
        while (true) {
            List<RunSteps.Line> fed = runs.inputs(output.run(), seq, n, LINES_A_READ);
            Map<RunSteps.Line, Set<Long>> known = runs.known(output.run(), fed);
            for (RunSteps.Line input : fed) {
                Set<Long> linked = known.get(input);
                boolean reaches = linked == null ? input.notAfter(last) : linked.contains(unit.id());
                if (reaches && page.rows.size() == page.limit || page.budget <= 0) {
                    page.next = new Key(-1, output.seq(), output.n(), seq, n);
                    return;
                }
                page.budget--;
                seq = input.seq();
                n = input.n();
                if (reaches) {
                    page.rows.add(run("input", input, linked == null ? sole : linkedAs(unit)));
                }
            }
            if (fed.size() < LINES_A_READ) {
                return;
            }
        }
    }

    private void outputs(Unit unit, PageOf page, Key from) {
        long seq = from.seq();
        int n = from.seq() > 0 ? from.n() - 1 : from.n();
        while (true) {
            List<RunSteps.Line> own = runs.intoRuns(unit.id(), seq, n, LINES_A_READ);
            for (RunSteps.Line input : own) {
                page.budget--;
                boolean isFirst = from.seq() == input.seq() && from.n() == input.n();
                outputsOf(input, page, isFirst ? from : new Key(-1, input.seq(), input.n(), 0, -1));
                if (page.next != null) {
                    return;
                }
                if (page.isFull()) {
                    page.next = new Key(-1, input.seq(), input.n(), Long.MAX_VALUE, 0);
                    return;
                }
            }
            if (own.size() < LINES_A_READ) {
                return;
            }
            seq = own.getLast().seq();
            n = own.getLast().n();
        }
    }

    private void outputsOf(RunSteps.Line input, PageOf page, Key start) {
        List<RunSteps.Line> feeds = runs.ofUnit(input.run(), input.unit(), false, FEEDS_MAX);
        Map<RunSteps.Line, Set<Long>> known = runs.known(input.run(), feeds);
        Set<Long> linked = known.get(input);
        if (linked == null && isCovered(input, feeds, known)) {
            return;
        }
        String sole = linked == null ? soleness(input.run()) : "";
        Map<Long, Unit> outs = new HashMap<>();
        if (linked != null) {
            units.byIds(linked).forEach(u -> outs.put(u.id(), u));
        }
        long seq = start.otherSeq();
        int n = start.otherN();
        while (true) {
            List<RunSteps.Line> made = runs.outputs(input.run(), seq, n, LINES_A_READ);
            for (RunSteps.Line output : made) {
                Unit out = outs.get(output.unit());
                boolean reaches = input.notAfter(output) && (linked == null || out != null);
                if (reaches && page.rows.size() == page.limit || page.budget <= 0) {
                    page.next = new Key(-1, input.seq(), input.n(), seq, n);
                    return;
                }
                page.budget--;
                seq = output.seq();
                n = output.n();
                if (reaches) {
                    page.rows.add(run("output", output, out == null ? sole : linkedAs(out)));
                }
            }
            if (made.size() < LINES_A_READ) {
                return;
            }
        }
    }

    // An earlier feed of the same unit, linked to nothing either, reached all that this one reaches.
    private static boolean isCovered(
            RunSteps.Line input, List<RunSteps.Line> feeds, Map<RunSteps.Line, Set<Long>> known) {
        for (RunSteps.Line feed : feeds) {
            if (feed.seq() == input.seq() && feed.n() == input.n()) {
                return false;
            }
            if (!known.containsKey(feed)) {
                return true;
            }
        }
        return false;
    }

    private String soleness(long run) {
        RunSteps.Line sole = runs.soleOutput(run);
        Unit unit = sole == null ? null : units.find(sole.unit());
        return unit == null ? "order" : linkedAs(unit);
    }

    private static String linkedAs(Unit output) {
        return output.kind() == Unit.Kind.SERIAL ? "unit" : "lot";
    }

    private static Found run(String how, RunSteps.Line line, String precision) {
        return new Found(how, line.unit(), line.qty(), line.at(), line.seq(), line.run(), null, precision);
    }

    private NextView view(PageOf page) {
        Map<Long, Unit> rows = new HashMap<>();
        units.byIds(page.rows.stream().map(Found::unit).distinct().toList()).forEach(u -> rows.put(u.id(), u));
        List<Long> lots = rows.values().stream()
                .map(Unit::lotId)
                .filter(lot -> lot != 0)
                .distinct()
                .toList();
        Map<Long, Unit> lotRows = new HashMap<>();
        units.byIds(lots).forEach(u -> lotRows.put(u.id(), u));
        List<NextView.Row> views = page.rows.stream()
                .filter(found -> rows.containsKey(found.unit()))
                .map(found -> view(found, rows, lotRows))
                .toList();
        return new NextView(views, page.next == null ? null : Paging.cursor(page.next.text()));
    }

    private NextView.Row view(Found found, Map<Long, Unit> rows, Map<Long, Unit> lots) {
        Unit unit = Objects.requireNonNull(rows.get(found.unit()));
        Item item = unit.itemId() == 0 ? null : items.get(unit.itemId());
        Unit lot = unit.kind() == Unit.Kind.LOT ? unit : lots.get(unit.lotId());
        boolean container = unit.kind() == Unit.Kind.CONTAINER;
        var named = new TraceView.Named(
                String.valueOf(unit.id()),
                item == null ? null : item.code(),
                lot == null ? null : lot.number(),
                unit.kind() == Unit.Kind.SERIAL ? unit.number() : null,
                container ? unit.number() : null,
                unit.issuerId() == 0 ? null : places.get(unit.issuerId()).code(),
                unit.twin() == 0 ? null : unit.twin());
        return new NextView.Row(
                found.how(),
                named,
                item == null ? null : item.code(),
                item == null ? null : item.name(),
                BigDecimal.valueOf(found.qty(), item == null ? 0 : item.decimals())
                        .toPlainString(),
                found.at(),
                found.seq(),
                found.run() == 0 ? null : places.get(found.run()).code(),
                found.position(),
                found.precision(),
                tags.of(unit));
    }
}
