/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gozinto.identify.Reading;
import org.gozinto.identify.SerialNumbers;
import org.gozinto.identify.numbering.Filled;
import org.gozinto.identify.numbering.Given;
import org.gozinto.identify.numbering.Scheme;
import org.gozinto.identify.numbering.Variable;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.unit.NumberStore.NewBlock;
import org.gozinto.unit.NumberStore.Numbered;
import org.gozinto.unit.NumberStore.Series;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reserves lot and serial numbers: each is given once, in blocks without gaps, and is known until it is on a piece or
 * void. Safe for use by many threads.
 */
public class Numbers {

    /** Numbers in a row that are passed over because the item has them, at the most, before that is an answer. */
    private static final int SKIPS_MAX = 1_000_000;

    private static final int STEP = 10_000;
    private static final int NAMED_MAX = 5;
    private static final int REASON_MAX = 500;

    private final NumberStore store;
    private final Numberings numberings;
    private final Items items;
    private final Places places;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random;

    /** What the numbers of items stand on. */
    record Masters(Items items, Places places, Numberings numberings) {}

    Numbers(NumberStore store, Masters masters, JsonMapper json, Clock clock, SecureRandom random) {
        this.store = store;
        this.numberings = masters.numberings();
        this.items = masters.items();
        this.places = masters.places();
        this.json = json;
        this.clock = clock;
        this.random = random;
    }

    /** @param repeated the same was sent before, and nothing was done */
    record Made(NumberBlock block, List<String> numbers, boolean repeated) {}

    /** What was voided. */
    record Voided(String id, String item, NumberKind kind, long count, String reason, String at) {}

    /** The block of this id, or null. */
    public @Nullable NumberBlock findBlock(String block) {
        NumberStore.Kept kept = store.find(block.toLowerCase(Locale.ROOT));
        return kept == null ? null : kept.shown();
    }

    /** The block of this id, or a refusal (404). */
    public NumberBlock existingBlock(String block) {
        return existing(block).shown();
    }

    NumberStore.Kept existing(String block) {
        NumberStore.Kept kept = store.find(block.toLowerCase(Locale.ROOT));
        if (kept == null) {
            throw Refusal.of("unknown-block", "No such block", "There is no block of numbers " + block + ".")
                    .status(404)
                    .asException();
        }
        return kept;
    }

    /** All numbers of a block, in their order; 100,000 at the most. */
    public List<String> numbersOf(String block) {
        return store.texts(existing(block).n());
    }

    /** Notes that all numbers of a block that can still be used are on labels; how many of them were not before. */
    public int printed(String block) {
        String id = block.toLowerCase(Locale.ROOT);
        return store.write(connection -> {
            List<Numbered> numbers = store.unprinted(connection, id);
            store.print(connection, numbers);
            return numbers.size();
        });
    }

    /**
     * Notes that these numbers of ours are on labels; how many of them were reserved and not printed before. Numbers
     * that were never reserved are passed over: labels are printed for those too.
     */
    public int printed(long itemId, NumberKind kind, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return 0;
        }
        return store.write(connection -> {
            List<Numbered> found =
                    store.reserved(connection, new Series(itemId, kind, 0), new HashSet<>(numbers)).stream()
                            .filter(n -> n.state() == NumberState.RESERVED)
                            .toList();
            store.print(connection, found);
            return found.size();
        });
    }

    /** Those of the numbers that are void: nothing may be labelled with them any more. */
    public Set<String> voided(long itemId, NumberKind kind, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return store.look(
                connection -> store.reserved(connection, new Series(itemId, kind, 0), new HashSet<>(numbers)).stream()
                        .filter(n -> n.state() == NumberState.VOID)
                        .map(Numbered::number)
                        .collect(Collectors.toSet()));
    }

    /** Reserves numbers by the item's template; what was sent before gets its first answer. */
    Made take(NumberRequests.Order order, String actor) {
        var faults = new Faults();
        String id = NumberRequests.id(faults, order.id());
        NumberKind kind = NumberRequests.kind(faults, order.kind());
        int count = order.count() == null ? 1 : order.count();
        faults.expect(
                count >= 1 && count <= NumberRequests.COUNT_MAX,
                "/count",
                "is out of range",
                "1 to " + NumberRequests.COUNT_MAX);
        LocalDate on =
                NumberRequests.day(faults, order.on(), numberings.now(null).toLocalDate());
        faults.text("/lot", order.lot(), SerialNumbers.LONGEST);
        faults.expect(order.item() != null, "/item", "is missing", "the code of an item");
        faults.refuse("No numbers are reserved");
        byte[] hash = hash("take", order);
        Made before = before(id, hash);
        if (before != null) {
            return before;
        }
        Item item = NumberRequests.item(items, order.item(), kind);
        NumberRequests.refuseNumberedByOthers(item);
        Scheme scheme = numberings.scheme(item, kind);
        if (scheme == null) {
            throw noTemplate(item, kind);
        }
        Given given = given(order, item, on);
        Filled filled = filled(scheme, given);
        var block = new NewBlock(
                id,
                new Series(item.id(), kind, 0),
                order.lot(),
                scheme.template().text(),
                hash,
                nowUs(),
                actor);
        var source = new Source(
                scheme, filled, scope(scheme, filled.values(), given.at().toLocalDate()));
        return store.write(connection -> {
            Made meanwhile = before(id, hash);
            if (meanwhile != null) {
                return meanwhile;
            }
            List<String> numbers = take(connection, block, source, count);
            store.add(connection, block, numbers, Map.of());
            return made(connection, id, numbers);
        });
    }

    /**
     * Where numbers come from.
     *
     * @param scope names the counter
     */
    private record Source(Scheme scheme, Filled filled, Scope scope) {}

    /** @param who the lines and so on that have a counter each */
    record Scope(String period, String who) {}

    /** The name of a counter in the table. */
    static String counterName(Scheme scheme, Filled filled, Scope scope) {
        // Of random numbers those are counted that could be guessed together.
        return scheme.template().isCounted()
                ? scope.period() + "|" + scope.who()
                : (filled.isRandom() ? "~" : "=") + filled.shape();
    }

    static Scope scope(Scheme scheme, Map<Variable, String> values, LocalDate day) {
        var who = new StringBuilder();
        for (Variable variable : Variable.values()) {
            String value = values.get(variable);
            if (scheme.per().contains(variable) && value != null) {
                who.append(who.isEmpty() ? "" : ",")
                        .append(variable.word())
                        .append('=')
                        .append(value);
            }
        }
        return new Scope(scheme.reset().period(day), who.toString());
    }

    private List<String> take(Connection connection, NewBlock block, Source source, int count) throws SQLException {
        String name = counterName(source.scheme(), source.filled(), source.scope());
        Filled filled = source.filled();
        Series series = block.series();
        Long next = store.counter(connection, series, name);
        long value = next == null ? filled.first() : next;
        List<String> numbers = filled.isRandom()
                ? random(connection, series, filled, new Wanted(count, value))
                : new ArrayList<>(count);
        long skipped = 0;
        while (numbers.size() < count) {
            List<String> candidates = new ArrayList<>();
            for (int i = Math.min(STEP, count - numbers.size()); i > 0 && filled.has(value); i--) {
                candidates.add(filled.number(value++, random));
            }
            Set<String> known = store.known(connection, series, candidates);
            skipped += known.size();
            if (candidates.isEmpty() || skipped > SKIPS_MAX) {
                throw exhausted(filled, numbers.size(), count);
            }
            candidates.stream().filter(c -> !known.contains(c)).forEach(numbers::add);
        }
        store.setCounter(connection, series, name, filled.isRandom() ? value + count : value);
        long today = Math.floorDiv(block.atUs(), ChronoUnit.DAYS.getDuration().toNanos() / 1_000);
        NumberDesk.countUse(
                connection,
                series.itemId(),
                series.kind().number(),
                new NumberDesk.Use(source.scope().who(), today, count, 0));
        return numbers;
    }

    private record Wanted(int count, long given) {}

    private List<String> random(Connection connection, Series series, Filled filled, Wanted wanted)
            throws SQLException {
        long free = filled.capacity()
                .subtract(java.math.BigInteger.valueOf(wanted.given()))
                .min(java.math.BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
        if (free < wanted.count()) {
            throw exhausted(filled, Math.max(0, free), wanted.count());
        }
        List<String> numbers = new ArrayList<>(wanted.count());
        Set<String> mine = new HashSet<>();
        // One of 10,000 numbers at the most is given, so that nearly every draw is a new one.
        for (int draws = 0; numbers.size() < wanted.count() && draws < SKIPS_MAX; draws++) {
            List<String> candidates = new ArrayList<>();
            while (candidates.size() < Math.min(STEP, wanted.count() - numbers.size())) {
                String candidate = filled.number(0, random);
                if (mine.add(candidate)) {
                    candidates.add(candidate);
                }
            }
            Set<String> known = store.known(connection, series, candidates);
            candidates.stream().filter(c -> !known.contains(c)).forEach(numbers::add);
        }
        return numbers;
    }

    private static RefusedException exhausted(Filled filled, long free, int count) {
        String what = filled.isRandom()
                ? free + " numbers of " + filled.shape() + " may be given, so that nobody can guess one"
                : free + " numbers of " + filled.shape() + " are left until the date, line or shift in it changes";
        return Refusal.of(
                        "numbers-exhausted",
                        "There are not enough numbers",
                        "Only " + what + "; " + count + " are asked for.")
                .status(409)
                .at("/count", "at most " + free, "Give the counter or the random part of the template more width.")
                .asException();
    }

    private Given given(NumberRequests.Order order, Item item, @Nullable LocalDate on) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        put(values, Variable.LINE, order.line());
        put(values, Variable.SHIFT, order.shift());
        put(values, Variable.SITE, order.site());
        put(values, Variable.ITEM, item.code());
        LocalDateTime now = numberings.now(place(order.site()));
        return new Given(on == null ? now : on.atTime(now.toLocalTime()), values);
    }

    static void put(Map<Variable, String> values, Variable variable, @Nullable String value) {
        if (value != null) {
            values.put(variable, value);
        }
    }

    @Nullable
    Place place(@Nullable String site) {
        if (site == null) {
            return null;
        }
        Place place = places.find(site);
        if (place == null || !place.kind().isLocation()) {
            throw Refusal.of("unknown-place", "No such place", "There is no site " + site + ".")
                    .at("/site", "the code of a site", "Make it first, or correct the code.")
                    .asException();
        }
        return place;
    }

    static Filled filled(Scheme scheme, Given given) {
        return switch (Filled.of(scheme, given)) {
            case Reading.Ok<Filled> ok -> {
                if (ScannerCommands.canBegin(
                        scheme.template().text(), ok.value().values())) {
                    throw Refusal.of(
                                    "template-value",
                                    "The template cannot be filled in",
                                    scheme.template().text() + ": numbers would begin with " + ScannerCommands.BEGINNING
                                            + ", as the codes do that press buttons when they are scanned.")
                            .at("", "numbers that begin otherwise", "Say another value, or correct the template.")
                            .asException();
                }
                yield ok.value();
            }
            case Reading.Bad<Filled> bad -> {
                String pointer =
                        bad.code().startsWith("value.") ? "/" + bad.code().substring(6) : "";
                throw Refusal.of(
                                "template-value",
                                "The template cannot be filled in",
                                scheme.template().text() + ": " + bad.detail() + ".")
                        .at(pointer, "what the template needs", "Say it, or correct it.")
                        .asException();
            }
        };
    }

    /** Takes over a supplier's numbers; what was sent before gets its first answer. */
    Made adopt(NumberRequests.Adoption adoption, String actor) {
        var faults = new Faults();
        String id = NumberRequests.id(faults, adoption.id());
        NumberKind kind = NumberRequests.kind(faults, adoption.kind());
        faults.expect(adoption.item() != null, "/item", "is missing", "the code of an item");
        faults.text("/lot", adoption.lot(), SerialNumbers.LONGEST);
        Place supplier = adoption.supplier() == null ? null : places.find(adoption.supplier());
        faults.expect(
                supplier != null && supplier.kind() == Place.Kind.PARTNER,
                "/supplier",
                adoption.supplier() == null ? "is missing" : "is no partner",
                "the code of a partner");
        List<String> numbers = NumberRequests.numbers(faults, "/ranges", adoption.ranges());
        faults.refuse("No numbers are taken over");
        byte[] hash = hash("adopt", adoption);
        Made before = before(id, hash);
        if (before != null) {
            return before;
        }
        Item item = NumberRequests.item(items, adoption.item(), kind);
        if (supplier == null) {
            throw new IllegalStateException("a missing supplier is refused");
        }
        var series = new Series(item.id(), kind, supplier.id());
        var block = new NewBlock(id, series, adoption.lot(), null, hash, nowUs(), actor);
        return store.write(connection -> {
            Made meanwhile = before(id, hash);
            if (meanwhile != null) {
                return meanwhile;
            }
            List<String> known = store.reserved(connection, series, numbers).stream()
                    .map(Numbered::number)
                    .sorted()
                    .toList();
            if (!known.isEmpty()) {
                throw some("number-known", "Some numbers are known", "taken over already", known)
                        .at("/ranges", "numbers that are new", "Leave them out.")
                        .asException();
            }
            store.add(connection, block, numbers, store.units(connection, series, numbers));
            return made(connection, id, numbers);
        });
    }

    /** Voids numbers; what was sent before gets its first answer. */
    Voided voidNumbers(NumberRequests.Voiding voiding, String actor) {
        var faults = new Faults();
        String id = NumberRequests.id(faults, voiding.id());
        NumberKind kind = NumberRequests.kind(faults, voiding.kind());
        faults.expect(voiding.item() != null, "/item", "is missing", "the code of an item");
        String reason = voiding.reason() == null ? "" : voiding.reason().strip();
        faults.expect(!reason.isEmpty(), "/reason", "is missing", "why they are not to be used");
        faults.text("/reason", reason, REASON_MAX);
        Place supplier = voiding.supplier() == null ? null : places.find(voiding.supplier());
        faults.expect(
                voiding.supplier() == null || supplier != null && supplier.kind() == Place.Kind.PARTNER,
                "/supplier",
                "is no partner",
                "the code of a partner, or nothing for our own numbers");
        List<String> numbers = NumberRequests.numbers(faults, "/numbers", voiding.numbers());
        faults.refuse("No numbers are voided");
        byte[] hash = hash("void", voiding);
        Item item = NumberRequests.item(items, voiding.item(), kind);
        var series = new Series(item.id(), kind, supplier == null ? 0 : supplier.id());
        var act = new NumberStore.NewVoid(id, series, reason, hash, nowUs(), actor);
        return store.write(connection -> {
            NumberStore.KeptVoid before = store.findVoid(id);
            if (before != null) {
                refuseOther(id, before.requestHash(), hash);
                return new Voided(id, item.code(), kind, before.count(), before.reason(), time(before.atUs()));
            }
            List<Numbered> found = store.reserved(connection, series, numbers);
            refuseUnvoidable(numbers, found);
            store.voidAll(connection, act, found);
            return new Voided(id, item.code(), kind, found.size(), reason, time(act.atUs()));
        });
    }

    private static void refuseUnvoidable(List<String> numbers, List<Numbered> found) {
        Set<String> unknown = new java.util.TreeSet<>(numbers);
        found.forEach(n -> unknown.remove(n.number()));
        if (!unknown.isEmpty()) {
            throw some("unknown-number", "Some numbers are unknown", "not reserved", List.copyOf(unknown))
                    .status(422)
                    .at("/numbers", "numbers that were reserved", "Leave them out, or correct them.")
                    .asException();
        }
        for (NumberState state : List.of(NumberState.COMMISSIONED, NumberState.VOID)) {
            List<String> wrong = found.stream()
                    .filter(n -> n.state() == state)
                    .map(Numbered::number)
                    .sorted()
                    .toList();
            if (!wrong.isEmpty()) {
                boolean used = state == NumberState.COMMISSIONED;
                throw some(
                                used ? "number-used" : "number-void",
                                used ? "Some numbers are in use" : "Some numbers are void",
                                used ? "numbers of recorded pieces" : "void already",
                                wrong)
                        .at("/numbers", "numbers that are reserved or printed", "Leave them out.")
                        .asException();
            }
        }
    }

    private static Refusal some(String code, String title, String what, List<String> numbers) {
        String named = String.join(", ", numbers.subList(0, Math.min(NAMED_MAX, numbers.size())));
        String more = numbers.size() > NAMED_MAX ? " and " + (numbers.size() - NAMED_MAX) + " more" : "";
        return Refusal.of(code, title, "These are " + what + ": " + named + more + ". Nothing was done.")
                .status(409);
    }

    private static RefusedException noTemplate(Item item, NumberKind kind) {
        return Refusal.of(
                        "no-template",
                        "The item has no template",
                        item.code() + " has no template for " + kind.word() + " numbers.")
                .at("/item", "an item with a template", "Give the item a template first.")
                .asException();
    }

    private byte[] hash(String what, Object asked) {
        return HashChain.of(what + json.writeValueAsString(asked));
    }

    private @Nullable Made before(String id, byte[] hash) {
        NumberStore.Kept kept = store.find(id);
        if (kept == null) {
            return null;
        }
        refuseOther(id, kept.requestHash(), hash);
        return new Made(kept.shown(), store.texts(kept.n()), true);
    }

    private static void refuseOther(String id, byte[] before, byte[] now) {
        if (!Arrays.equals(before, now)) {
            throw Refusal.of(
                            "id-reused",
                            "The id was used for something else",
                            "Something else about numbers was asked under id " + id + ".")
                    .status(409)
                    .at("/id", "a new UUID for each request", "Make a new id, or send exactly what was sent before.")
                    .asException();
        }
    }

    private Made made(Connection connection, String id, List<String> numbers) throws SQLException {
        return new Made(store.find(connection, id).shown(), numbers, false);
    }

    private static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }

    private long nowUs() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
