/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.genealogy.SeedRule.Narrowed;
import org.gozinto.genealogy.SeedRule.Numbered;
import org.gozinto.identify.NumberRange;
import org.gozinto.item.Item;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.trace.Act;
import org.gozinto.trace.Moment;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;
import org.gozinto.trace.Window;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the units that the seeds of one question mean, by what was known to it: asked again as known then, the same
 * seeds are found. All seeds of one kind are looked for at once, so that no unit takes a query of its own.
 */
final class SeedSearch {

    /** Units, or parts of units, that all seeds together may mean. */
    static final int UNITS_MAX = 1_000_000;

    /** Texts of attributes of which it is remembered whether they fit. */
    private static final int TEXTS_KEPT = 10_000;

    private final Units units;
    private final Places places;
    private final SeedStore store;
    private final JsonMapper json;
    private final LedgerBook.View book;
    private final Question known;
    private final long knownSeq;

    private final Map<Integer, Set<Seed>> found = new HashMap<>();
    private final Map<Integer, String> issuers = new HashMap<>();
    private int count;

    /** Where seeds are looked for, besides the trace index. */
    record Sources(Units units, Places places, SeedStore store, JsonMapper json) {}

    /**
     * @param known the question without seeds: which entries it reads
     * @param knownSeq the last entry that it may know of
     */
    SeedSearch(Sources sources, LedgerBook.View book, Question known, long knownSeq) {
        this.units = sources.units();
        this.places = sources.places();
        this.store = sources.store();
        this.json = sources.json();
        this.book = book;
        this.known = known;
        this.knownSeq = knownSeq;
    }

    /**
     * What was found.
     *
     * @param seeds by the numbers of their units
     * @param empty which of the rules found nothing, from 0
     * @param issuers of the rules that name a lot or serial by its number: the code of its issuer, empty for none
     */
    record Found(List<Seed> seeds, List<Integer> empty, Map<Integer, String> issuers) {}

    /** @param mayBeEmpty a rule that always has to find something may find nothing: its question was asked before */
    Found find(List<Numbered> rules, boolean mayBeEmpty) {
        findNumbers(of(rules, SeedRule.OfNumber.class), mayBeEmpty);
        findContainers(of(rules, SeedRule.OfContainer.class), mayBeEmpty);
        findRanges(of(rules, SeedRule.OfRange.class));
        findMoved(rules);
        for (Numbered rule : rules) {
            switch (rule.rule()) {
                case SeedRule.OfSupplier supplier -> findSupplied(rule, supplier);
                case SeedRule.OfAttributes attributes -> findAttributes(rule, attributes);
                case SeedRule.OfRun run -> findRun(rule, run, mayBeEmpty);
                case SeedRule.OfVessel vessel -> findVessel(rule, vessel);
                case SeedRule.OfNumber number -> {
                    // Found with the others of its kind, as those below.
                }
                case SeedRule.OfContainer container -> {}
                case SeedRule.OfRange range -> {}
                case SeedRule.Made made -> {}
                case SeedRule.Received received -> {}
            }
        }
        List<Integer> empty = rules.stream()
                .map(Numbered::at)
                .filter(at -> !found.containsKey(at))
                .toList();
        if (!mayBeEmpty) {
            refuseEmpty(rules, empty);
        }
        return new Found(seeds(), empty, issuers);
    }

    private static List<Numbered> of(List<Numbered> rules, Class<? extends SeedRule> kind) {
        return rules.stream().filter(rule -> kind.isInstance(rule.rule())).toList();
    }

    private void refuseEmpty(List<Numbered> rules, List<Integer> empty) {
        for (int at : empty) {
            if (!rules.get(at).mayFitLater()) {
                throw Refusal.of("seed-finds-nothing", "A seed finds nothing", "Seed " + at + " finds no unit.")
                        .status(404)
                        .at("seeds/" + at, "a seed of something that is there", "Correct it or leave it out.")
                        .asException();
            }
        }
        if (empty.size() == rules.size()) {
            throw Refusal.of("no-seeds", "The seeds find nothing", "None of the seeds finds a unit.")
                    .status(404)
                    .at("seeds", "one that finds something", "Look at the numbers, times and attributes.")
                    .asException();
        }
    }

    /** All seeds; where all of a unit is meant, its parts say nothing more. */
    private List<Seed> seeds() {
        Set<Seed> all = new LinkedHashSet<>();
        found.values().forEach(all::addAll);
        Set<Integer> whole = all.stream()
                .filter(seed -> seed instanceof Seed.OfUnit of && isWhole(of))
                .map(SeedSearch::unit)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(seed -> !(seed instanceof Seed.OfUnit of) || isWhole(of) || !whole.contains(of.unit()))
                .sorted(ORDER)
                .toList();
    }

    private static final Comparator<Seed> ORDER = Comparator.comparingInt(SeedSearch::unit)
            .thenComparing(seed -> seed instanceof Seed.OfContainer)
            .thenComparing(Seed::toString);

    private static boolean isWhole(Seed.OfUnit seed) {
        return seed.place() == null && seed.document() == null && seed.window() == null;
    }

    private static int unit(Seed seed) {
        return switch (seed) {
            case Seed.OfUnit of -> of.unit();
            case Seed.OfContainer of -> of.unit();
        };
    }

    private void add(Numbered rule, Seed seed) {
        if (found.computeIfAbsent(rule.at(), at -> new LinkedHashSet<>()).add(seed) && ++count > UNITS_MAX) {
            throw Refusal.of(
                            "too-many-seeds",
                            "The seeds find too many units",
                            "They find more than " + UNITS_MAX + " units.")
                    .at("seeds/" + rule.at(), "at most " + UNITS_MAX + " units in all", "Ask a narrower question.")
                    .asException();
        }
    }

    /** Takes a unit, or as much of it as the rule is narrowed to. */
    private void addUnit(Numbered rule, int unit) {
        Narrowed by = rule.by();
        Place place = by.place();
        Integer at = place == null ? null : book.numberOf(place.id());
        if (place == null || at != null) {
            add(rule, new Seed.OfUnit(unit, at, by.document(), by.window()));
        }
    }

    // --- by numbers

    private void findNumbers(List<Numbered> rules, boolean mayBeEmpty) {
        record Group(org.gozinto.unit.Unit.Kind kind, long item) {}
        Map<Group, List<Numbered>> groups = new LinkedHashMap<>();
        for (Numbered rule : rules) {
            var of = (SeedRule.OfNumber) rule.rule();
            groups.computeIfAbsent(new Group(of.kind(), of.item().id()), group -> new ArrayList<>())
                    .add(rule);
        }
        groups.forEach((group, members) -> {
            var byNumber = byNumber(
                    group.kind(),
                    group.item(),
                    members.stream().map(rule -> ((SeedRule.OfNumber) rule.rule()).number()));
            for (Numbered rule : members) {
                var of = (SeedRule.OfNumber) rule.rule();
                findNumber(rule, of, byNumber.getOrDefault(of.number(), List.of()), mayBeEmpty);
            }
        });
    }

    private Map<String, List<org.gozinto.unit.Unit>> byNumber(
            org.gozinto.unit.Unit.Kind kind, long item, Stream<String> numbers) {
        return units.withNumbers(kind, item, numbers.collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(org.gozinto.unit.Unit::number));
    }

    private void findNumber(Numbered rule, SeedRule.OfNumber of, List<org.gozinto.unit.Unit> all, boolean mayBeEmpty) {
        String member = of.kind() == org.gozinto.unit.Unit.Kind.SERIAL ? "serial" : "lot";
        List<org.gozinto.unit.Unit> fitting = all.stream()
                .filter(unit -> of.issuerId() == null || unit.issuerId() == of.issuerId())
                .toList();
        List<org.gozinto.unit.Unit> then = knownOf(rule, member, of.number(), fitting, mayBeEmpty);
        // Suspect twins are one number: all of them are asked about. Other issuers' are other things.
        if (then.stream().map(org.gozinto.unit.Unit::issuerId).distinct().count() > 1) {
            throw Refusal.of(
                            "ambiguous",
                            "The number names several things",
                            of.number() + " of " + of.item().code() + " is a number of "
                                    + then.stream()
                                            .map(unit -> unit.issuerId() == 0 ? "nobody else" : issuer(unit))
                                            .distinct()
                                            .collect(Collectors.joining(" and of "))
                                    + ".")
                    .status(409)
                    .at("seeds/" + rule.at() + "/issuer", "one of them", "Name the issuer, empty for nobody else.")
                    .asException();
        }
        then.forEach(unit -> addUnit(rule, LedgerBook.number(unit.id())));
        if (!then.isEmpty()) {
            issuers.put(rule.at(), issuer(then.getFirst()));
        }
    }

    private String issuer(org.gozinto.unit.Unit unit) {
        return unit.issuerId() == 0 ? "" : places.get(unit.issuerId()).code();
    }

    /** Those of the units that were known then; that there is none is refused. */
    private List<org.gozinto.unit.Unit> knownOf(
            Numbered rule, String member, String number, List<org.gozinto.unit.Unit> all, boolean mayBeEmpty) {
        List<org.gozinto.unit.Unit> then =
                all.stream().filter(unit -> unit.firstSeq() <= knownSeq).toList();
        if (then.isEmpty() && !mayBeEmpty) {
            throw all.isEmpty()
                    ? unknown(rule, member, number)
                    : Questions.notYet(number, all.getFirst().firstSeq(), knownSeq);
        }
        return then;
    }

    private static RefusedException unknown(Numbered rule, String what, String number) {
        return Refusal.of("unknown-" + what, "No such " + what, "There is no " + what + " " + number + ".")
                .status(404)
                .at("seeds/" + rule.at() + "/" + what, "one that exists", "Correct it or leave the seed out.")
                .asException();
    }

    private void findContainers(List<Numbered> rules, boolean mayBeEmpty) {
        var byCode = byNumber(
                org.gozinto.unit.Unit.Kind.CONTAINER,
                0,
                rules.stream().map(rule -> ((SeedRule.OfContainer) rule.rule()).code()));
        for (Numbered rule : rules) {
            String code = ((SeedRule.OfContainer) rule.rule()).code();
            for (var unit : knownOf(rule, "container", code, byCode.getOrDefault(code, List.of()), mayBeEmpty)) {
                add(rule, new Seed.OfContainer(LedgerBook.number(unit.id())));
            }
        }
    }

    private void findSupplied(Numbered rule, SeedRule.OfSupplier of) {
        Item item = of.item();
        store.supplied(of.number(), item == null ? null : item.id(), of.partnerId(), knownSeq, UNITS_MAX + 1)
                .forEach(id -> addUnit(rule, LedgerBook.number(id)));
    }

    // --- through all units

    private void findRanges(List<Numbered> rules) {
        if (rules.isEmpty()) {
            return;
        }
        int end = unitsKnown();
        Map<Integer, List<Ranged>> ofSort = new HashMap<>();
        var text = new Utf8(64);
        IntUnaryOperator bytes = text::at;
        for (int unit = 0; unit < end; unit++) {
            int at = unit;
            List<Ranged> ranges = ofSort.computeIfAbsent(book.index().sortOf(unit), sort -> ranged(rules, at));
            if (ranges.isEmpty()) {
                continue;
            }
            text.clear();
            boolean isLot = ranges.getFirst().of().kind() == org.gozinto.unit.Unit.Kind.LOT;
            boolean isNumbered =
                    isLot ? book.index().appendLot(unit, text) : book.index().appendSerial(unit, text);
            for (Ranged range : isNumbered ? ranges : List.<Ranged>of()) {
                if (range.finder().has(bytes, text.size())) {
                    addUnit(range.rule(), unit);
                }
            }
        }
    }

    private record Ranged(Numbered rule, SeedRule.OfRange of, NumberRange.Finder finder) {}

    /** The ranges that a unit may be in, by its item and kind. */
    private List<Ranged> ranged(List<Numbered> rules, int number) {
        Unit unit = book.unit(number);
        List<Ranged> ranges = new ArrayList<>();
        for (Numbered rule : rules) {
            var of = (SeedRule.OfRange) rule.rule();
            if (of.item().code().equals(unit.item())
                    && of.kind().name().equals(unit.kind().name())) {
                ranges.add(new Ranged(rule, of, of.range().finder()));
            }
        }
        return ranges;
    }

    /** How many units were known then: units are numbered in the order of the entries that first named them. */
    private int unitsKnown() {
        int low = 0;
        int high = book.unitCount();
        if (knownSeq >= book.head()) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            var unit = units.find(LedgerBook.unitId(middle));
            if (unit != null && unit.firstSeq() <= knownSeq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void findAttributes(Numbered rule, SeedRule.OfAttributes of) {
        Map<String, Boolean> fitting = new HashMap<>();
        store.attributes(of.item().id(), LedgerBook.unitId(unitsKnown() - 1), (id, attributes) -> {
            if (fitting.size() > TEXTS_KEPT) {
                fitting.clear();
            }
            if (fitting.computeIfAbsent(attributes, text -> fits(text, of.wanted()))) {
                addUnit(rule, LedgerBook.number(id));
            }
        });
    }

    private boolean fits(String attributes, Map<String, String> wanted) {
        JsonNode node = json.readTree(attributes);
        return wanted.entrySet().stream().allMatch(want -> {
            JsonNode value = node.get(want.getKey());
            return value != null && value.isValueNode() && value.asString().equals(want.getValue());
        });
    }

    // --- through all movements

    /** What was made or received in a span; one look at the entries for all of these. */
    private void findMoved(List<Numbered> rules) {
        List<Moved> moved = rules.stream()
                .<Moved>mapMulti((rule, into) -> {
                    if (rule.rule() instanceof SeedRule.Made made) {
                        into.accept(new Moved(rule, made.item(), made.then(), this::isMade));
                    } else if (rule.rule() instanceof SeedRule.Received received) {
                        into.accept(new Moved(rule, received.item(), received.then(), receipt(received.partner())));
                    }
                })
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        var span = new Window(
                moved.stream().mapToLong(m -> m.then().fromUs()).min().orElseThrow(),
                moved.stream().mapToLong(m -> m.then().toUs()).max().orElseThrow());
        Map<Integer, List<Moved>> ofSort = new HashMap<>();
        book.index().forEachMovement(known, span, (entry, unit, qty, from, to) -> {
            List<Moved> wanted = ofSort.computeIfAbsent(book.index().sortOf(unit), sort -> ofItem(moved, unit));
            for (Moved rule : wanted) {
                Moment then = book.index().occurred(entry);
                if (rule.then().overlaps(then) && rule.source().test(new Came(entry, from))) {
                    addArrival(rule.rule(), entry, unit, to);
                }
            }
        });
    }

    private record Moved(Numbered rule, Item item, Window then, Predicate<Came> source) {}

    /** How something came: by an entry, from a place. */
    private record Came(int entry, int from) {}

    private List<Moved> ofItem(List<Moved> moved, int unit) {
        String item = book.unit(unit).item();
        return moved.stream().filter(m -> m.item().code().equals(item)).toList();
    }

    private boolean isMade(Came came) {
        return book.index().kindOf(came.from()) == org.gozinto.trace.Place.Kind.RUN;
    }

    private Predicate<Came> receipt(@Nullable Place partner) {
        Integer from = partner == null ? null : book.numberOf(partner.id());
        return came -> book.index().act(came.entry()) == Act.RECEIVE
                && (partner == null
                        ? book.index().kindOf(came.from()) == org.gozinto.trace.Place.Kind.PARTNER
                        : from != null && from == came.from());
    }

    /** Takes what of a unit came to a place by an entry, where the rule is not narrowed to something else. */
    private void addArrival(Numbered rule, int entry, int unit, int to) {
        Narrowed by = rule.by();
        Moment then = book.index().occurred(entry);
        Window window = by.window();
        boolean isMeant = (window == null || window.overlaps(then))
                && (by.document() == null || by.document().equals(book.index().document(entry)))
                && (by.place() == null || isInside(to, by.place().code()));
        if (isMeant) {
            add(rule, new Seed.OfUnit(unit, to, by.document(), new Window(then.fromUs(), then.toUs())));
        }
    }

    private boolean isInside(int place, String code) {
        for (int at = place; at >= 0; at = book.place(at).parent()) {
            if (book.place(at).code().equals(code) && book.place(at).kind() != org.gozinto.trace.Place.Kind.RUN) {
                return true;
            }
        }
        return false;
    }

    private void findRun(Numbered rule, SeedRule.OfRun of, boolean mayBeEmpty) {
        Long id = store.run(of.code());
        if (id == null && !mayBeEmpty) {
            throw unknown(rule, "run", of.code());
        }
        Integer run = id == null ? null : book.numberOf(id);
        if (run != null) {
            book.index().forEachMovementAt(known, run, (entry, unit, qty, from, to) -> {
                if (from == run && isOf(of.item(), unit)) {
                    addArrival(rule, entry, unit, to);
                }
            });
        }
    }

    private void findVessel(Numbered rule, SeedRule.OfVessel of) {
        Integer vessel = book.numberOf(of.vessel().id());
        if (vessel == null) {
            return;
        }
        Window span = rule.by().window();
        new VesselContents(book, vessel, known).during(span).forEach((unit, came) -> {
            if (isOf(of.item(), unit)) {
                add(rule, new Seed.OfUnit(unit, vessel, rule.by().document(), span == null ? null : came));
            }
        });
    }

    private boolean isOf(@Nullable Item item, int unit) {
        return item == null || item.code().equals(book.unit(unit).item());
    }
}
