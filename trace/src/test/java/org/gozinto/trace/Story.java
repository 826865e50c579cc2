/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A small ledger told act by act, for tests. Units that were not declared are lots in kg; places come into being by how
 * they are used. Times are seconds.
 */
final class Story implements Book {

    static final long SECOND = 1_000_000;
    static final Measure KG = Measure.of("KGM", Map.of());

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private List<Unit> unitList = new ArrayList<>();
    private List<Place> placeList = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> consumers = new HashSet<>();
    private long recordedAt = 0;

    // --- units and places

    int unit(String name) {
        return units.containsKey(name) ? units.get(name).id() : lot(name, name.replaceAll("[0-9]+$", ""), KG, 0);
    }

    int lot(String name, String item, Measure measure, int decimals) {
        return declare(name, new Unit(units.size(), Unit.Kind.LOT, item, "US", name, null, -1, decimals, measure, 0));
    }

    Story serials(String item, String... names) {
        for (String name : names) {
            serial(name, item, null);
        }
        return this;
    }

    Story serial(String name, String item, String lot) {
        int lotId = lot == null ? -1 : unit(lot);
        declare(name, new Unit(units.size(), Unit.Kind.SERIAL, item, "US", null, name, lotId, 0, Measure.PIECE, 0));
        return this;
    }

    Story untracked(String name) {
        declare(name, new Unit(units.size(), Unit.Kind.UNTRACKED, name, "US", null, null, -1, 0, KG, 0));
        return this;
    }

    Story containers(String... names) {
        for (String name : names) {
            int id = declare(
                    name, new Unit(units.size(), Unit.Kind.CONTAINER, "", "US", null, name, -1, 0, Measure.PIECE, 0));
            place(name, Place.Kind.CONTAINER, id, Mixing.NONE, 0);
        }
        return this;
    }

    private int declare(String name, Unit unit) {
        units.put(name, unit);
        unitList.add(unit);
        return unit.id();
    }

    Story vessel(String name, Mixing mixing, long overlap) {
        place(name, Place.Kind.VESSEL, -1, mixing, overlap);
        return this;
    }

    int place(String name) {
        return switch (name) {
            case "OUTSIDE" -> place(name, Place.Kind.OUTSIDE);
            case "UNKNOWN" -> place(name, Place.Kind.UNKNOWN);
            case "SCRAP" -> place(name, Place.Kind.SCRAP);
            case "ADJUSTMENT" -> place(name, Place.Kind.ADJUSTMENT);
            default -> place(name, Place.Kind.BIN);
        };
    }

    private int place(String name, Place.Kind kind) {
        return place(name, kind, -1, Mixing.NONE, 0);
    }

    private int place(String name, Place.Kind kind, int unit, Mixing mixing, long overlap) {
        Place known = places.get(name);
        if (known == null) {
            known = new Place(places.size(), name, kind, -1, unit, mixing, overlap);
            places.put(name, known);
            placeList.add(known);
        }
        return known.id();
    }

    int partner(String name) {
        return place(name, Place.Kind.PARTNER);
    }

    /** The partner of this name, who may turn up later, uses up what it gets. */
    Story consumer(String name) {
        consumers.add(name);
        return this;
    }

    int host(String serial) {
        return place("in " + serial, Place.Kind.HOST, unit(serial), Mixing.NONE, 0);
    }

    // --- acts

    /** One act in the making; {@link #done} writes it. */
    final class Telling {
        private final Act act;
        private Moment when;
        private final List<Movement> movements = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private int place = -1;
        private boolean closes;
        private String step;
        private long voids;
        private String document;
        private String position;
        private String equipment;
        private String operator;

        private Telling(Act act, Moment when) {
            this.act = act;
            this.when = when;
        }

        Telling line(String unit, long qty, int from, int to) {
            movements.add(new Movement(unit(unit), qty, from, to));
            return this;
        }

        Telling in(String unit, long qty, String from) {
            return line(unit, qty, Story.this.place(from), place);
        }

        Telling out(String unit, long qty, String to) {
            return line(unit, qty, place, Story.this.place(to));
        }

        Telling link(String input, String output, long qty) {
            links.add(new Link(unit(input), unit(output), qty));
            return this;
        }

        Telling close() {
            closes = true;
            return this;
        }

        Telling step(String kind) {
            step = kind;
            return this;
        }

        Telling document(String number) {
            document = number;
            return this;
        }

        Telling position(String where) {
            position = where;
            return this;
        }

        Telling with(String machine) {
            equipment = machine;
            return this;
        }

        Telling by(String whom) {
            operator = whom;
            return this;
        }

        Telling during(long fromSecond, long toSecond) {
            when = new Moment(fromSecond * SECOND, toSecond * SECOND);
            return this;
        }

        Telling anyTime() {
            when = Moment.UNKNOWN;
            return this;
        }

        long done() {
            long seq = entries.size() + 1L;
            recordedAt += SECOND;
            entries.add(new Entry(
                    seq,
                    act,
                    when,
                    recordedAt,
                    movements,
                    links,
                    place,
                    closes,
                    step,
                    voids,
                    document,
                    position,
                    equipment,
                    operator));
            return seq;
        }
    }

    Telling act(Act act, long second) {
        return new Telling(act, Moment.at(second * SECOND));
    }

    Telling run(long second, String name) {
        Telling telling = act(Act.PRODUCE, second);
        telling.place = place(name, Place.Kind.RUN);
        return telling;
    }

    long receive(long second, String unit, long qty, String from, String to) {
        return act(Act.RECEIVE, second)
                .line(unit, qty, partner(from), place(to))
                .done();
    }

    long ship(long second, String unit, long qty, String from, String to) {
        return act(Act.SHIP, second).line(unit, qty, place(from), partner(to)).done();
    }

    long giveBack(long second, String unit, long qty, String from, String to) {
        return act(Act.RETURN, second).line(unit, qty, partner(from), place(to)).done();
    }

    long move(long second, String unit, long qty, String from, String to) {
        return act(Act.MOVE, second).line(unit, qty, place(from), place(to)).done();
    }

    long scrap(long second, String unit, long qty, String from) {
        return act(Act.SCRAP, second)
                .line(unit, qty, place(from), place("SCRAP"))
                .done();
    }

    long install(long second, String unit, String host, String from) {
        return act(Act.INSTALL, second).line(unit, 1, place(from), host(host)).done();
    }

    long remove(long second, String unit, String host, String to) {
        return act(Act.REMOVE, second).line(unit, 1, host(host), place(to)).done();
    }

    long clean(long second, String vessel) {
        Telling telling = act(Act.CLEAN, second);
        telling.place = place(vessel);
        return telling.done();
    }

    long undo(long second, long seq) {
        Telling telling = act(Act.VOID, second);
        telling.voids = seq;
        return telling.done();
    }

    // --- what a trace reads

    @Override
    public Iterable<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    @Override
    public Unit unit(int id) {
        return unitList.get(id);
    }

    @Override
    public Place place(int id) {
        return placeList.get(id);
    }

    @Override
    public boolean isConsumer(int place) {
        return consumers.contains(placeList.get(place).code());
    }

    @Override
    public int unitCount() {
        return unitList.size();
    }

    @Override
    public int placeCount() {
        return placeList.size();
    }

    int entryCount() {
        return entries.size();
    }

    /** The same ledger, its entries handed out in another order. */
    Book shuffled(Random random) {
        List<Entry> other = new ArrayList<>(entries);
        Collections.shuffle(other, random);
        return with(other);
    }

    /** The ledger as it was after its first entries. */
    Book upTo(long seq) {
        return with(entries.stream().filter(entry -> entry.seq() <= seq).toList());
    }

    Book with(List<Entry> other) {
        Story story = this;
        return new Book() {
            @Override
            public Iterable<Entry> entries() {
                return other;
            }

            @Override
            public Unit unit(int id) {
                return story.unit(id);
            }

            @Override
            public Place place(int id) {
                return story.place(id);
            }

            @Override
            public boolean isConsumer(int place) {
                return story.isConsumer(place);
            }

            @Override
            public int unitCount() {
                return story.unitCount();
            }

            @Override
            public int placeCount() {
                return story.placeCount();
            }
        };
    }

    /** The same ledger with the ids of units and places counted from the other end. */
    Book renumbered() {
        int lastUnit = unitCount() - 1;
        int lastPlace = placeCount() - 1;
        List<Entry> other = entries.stream()
                .map(entry -> new Entry(
                        entry.seq(),
                        entry.act(),
                        entry.occurred(),
                        entry.recordedAtUs(),
                        entry.movements().stream()
                                .map(m -> new Movement(
                                        lastUnit - m.unit(), m.qty(), lastPlace - m.from(), lastPlace - m.to()))
                                .toList(),
                        entry.links().stream()
                                .map(l -> new Link(lastUnit - l.input(), lastUnit - l.output(), l.qty()))
                                .toList(),
                        entry.place() < 0 ? -1 : lastPlace - entry.place(),
                        entry.closesRun(),
                        entry.step(),
                        entry.voids(),
                        entry.document(),
                        entry.position(),
                        entry.equipment(),
                        entry.operator()))
                .toList();
        Story story = this;
        return new Book() {
            @Override
            public Iterable<Entry> entries() {
                return other;
            }

            @Override
            public Unit unit(int id) {
                Unit u = story.unit(lastUnit - id);
                int lot = u.lotUnit() < 0 ? -1 : lastUnit - u.lotUnit();
                return new Unit(
                        id, u.kind(), u.item(), u.issuer(), u.lot(), u.serial(), lot, u.decimals(), u.measure(), 0);
            }

            @Override
            public Place place(int id) {
                Place p = story.place(lastPlace - id);
                int parent = p.parent() < 0 ? -1 : lastPlace - p.parent();
                int unit = p.unit() < 0 ? -1 : lastUnit - p.unit();
                return new Place(id, p.code(), p.kind(), parent, unit, p.mixing(), p.overlap());
            }

            @Override
            public boolean isConsumer(int place) {
                return story.isConsumer(lastPlace - place);
            }

            @Override
            public int unitCount() {
                return story.unitCount();
            }

            @Override
            public int placeCount() {
                return story.placeCount();
            }
        };
    }

    // --- questions

    Told forward(String... names) {
        return ask(Question.forward(seeds(names)));
    }

    Told backward(String... names) {
        return ask(Question.backward(seeds(names)));
    }

    Seed[] seeds(String... names) {
        Seed[] seeds = new Seed[names.length];
        for (int i = 0; i < names.length; i++) {
            seeds[i] = Seed.of(unit(names[i]));
        }
        return seeds;
    }

    Seed at(String unit, String place) {
        return new Seed.OfUnit(unit(unit), place(place), null, null);
    }

    Seed on(String unit, String document) {
        return new Seed.OfUnit(unit(unit), null, document, null);
    }

    Told ask(Question question) {
        return new Told(Reference.answer(this, question));
    }

    String name(int unit) {
        Unit what = unit(unit);
        return what.serial() != null ? what.serial() : what.lot() != null ? what.lot() : what.item();
    }

    /** An answer, read by the names of the story. */
    final class Told {
        final Answer answer;

        private Told(Answer answer) {
            this.answer = answer;
        }

        List<String> units() {
            return answer.units().stream().map(reached -> name(reached.unit())).toList();
        }

        Reached unit(String name) {
            return answer.units().stream()
                    .filter(reached -> name(reached.unit()).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " is not in " + units()));
        }

        Map<String, Long> consignees() {
            Map<String, Long> sums = new TreeMap<>();
            answer.summary()
                    .consignees()
                    .forEach(to -> sums.merge(place(to.partner()).code(), to.gross(), Long::sum));
            return sums;
        }

        Map<String, Long> netConsignees() {
            Map<String, Long> sums = new TreeMap<>();
            answer.summary()
                    .consignees()
                    .forEach(to -> sums.merge(place(to.partner()).code(), to.net(), Long::sum));
            return sums;
        }

        Map<String, Long> onHand() {
            Map<String, Long> sums = new TreeMap<>();
            answer.summary().onHand().forEach(at -> sums.merge(place(at.place()).code(), at.qty(), Long::sum));
            return sums;
        }

        List<String> holdings(String unit) {
            return unit(unit).holdings().stream()
                    .map(holding -> holding.qty() + "@" + place(holding.place()).code()
                            + holding.within().stream()
                                    .map(around -> ">" + place(around).code())
                                    .reduce("", String::concat))
                    .toList();
        }

        List<String> stays(String unit) {
            return unit(unit).stays().stream().map(stay -> name(stay.in())).toList();
        }

        List<String> cuts() {
            return new TreeSet<>(answer.cuts().stream()
                            .map(cut -> cut.reason() + (cut.unit() < 0 ? "" : " " + name(cut.unit())) + " " + cut.qty())
                            .toList())
                    .stream().toList();
        }

        static long sum(List<Summary.ItemQty> quantities) {
            return quantities.stream().mapToLong(Summary.ItemQty::qty).sum();
        }
    }
}
