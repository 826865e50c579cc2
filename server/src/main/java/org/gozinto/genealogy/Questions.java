/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.trace.Contact;
import org.gozinto.trace.Contents;
import org.gozinto.trace.Direction;
import org.gozinto.trace.Hosts;
import org.gozinto.trace.Precision;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Stop;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Turns questions in the words of the API into questions to the engine; what does not make sense is refused. */
final class Questions {

    private static final int SEEDS_MAX = 10_000;

    private final Units units;
    private final Items items;
    private final Places places;
    private final SeedSearch.Sources sources;
    private final SeedReader seeds;

    Questions(SeedSearch.Sources sources, Items items) {
        this.units = sources.units();
        this.items = items;
        this.places = sources.places();
        this.sources = sources;
        this.seeds = new SeedReader(items, sources.places());
    }

    /**
     * A question of a scope to the engine.
     *
     * @param empty which of its seeds found nothing, from 0; null where it has no list of seeds
     * @param named the question as it was asked, with the issuers of its seeds filled in
     */
    record Asked(Question question, @Nullable List<Integer> empty, ScopeQuestion named) {}

    /**
     * The question of a scope, whose seeds may be a list.
     *
     * @param mayBeEmpty seeds that found something when it was first asked may find nothing now
     */
    Asked of(ScopeQuestion asked, LedgerBook.View book, boolean mayBeEmpty) {
        TraceQuery query = asked.trace();
        List<ScopeSeed> list = asked.seeds();
        if (list == null) {
            return new Asked(of(query, book), null, asked);
        }
        direction(query.direction());
        refuseBesideSeeds(query);
        List<SeedRule.Numbered> rules = seeds.read(list);
        boolean ofContainer = rules.stream().anyMatch(rule -> rule.rule() instanceof SeedRule.OfContainer);
        if (!ofContainer && "now".equalsIgnoreCase(query.contents())) {
            throw contradiction("contents", "is of containers, and no seed is one", "a container, or no contents");
        }
        Question known = of(query, List.of());
        long knownSeq = knownSeq(query.knownAt(), book);
        SeedSearch.Found found = new SeedSearch(sources, book, known, knownSeq).find(rules, mayBeEmpty);
        List<ScopeSeed> named = new ArrayList<>(list);
        found.issuers().forEach((at, issuer) -> named.set(at, list.get(at).named(issuer)));
        return new Asked(known.withSeeds(found.seeds()), found.empty(), asked.seeds(named));
    }

    /** Refuses the one seed of a trace beside a list of them. */
    private static void refuseBesideSeeds(TraceQuery query) {
        Map<String, @Nullable String> single = new LinkedHashMap<>();
        single.put("item", query.item());
        single.put("lot", query.lot());
        single.put("serial", query.serial());
        single.put("issuer", query.issuer());
        single.put("supplierLot", query.supplierLot());
        single.put("container", query.container());
        single.put("place", query.place());
        single.put("document", query.document());
        single.forEach((name, value) -> {
            if (value != null) {
                throw contradiction(name, "is given with seeds", "it in one of the seeds");
            }
        });
    }

    Question of(TraceQuery query, LedgerBook.View book) {
        // Whoever says neither is told of the direction first.
        direction(query.direction());
        return of(query, seeds(query, book));
    }

    private static Question of(TraceQuery query, List<Seed> seeds) {
        return new Question(
                direction(query.direction()),
                seeds,
                asOf(query.asOf()),
                knownAtSeq(query.knownAt()),
                knownAtUs(query.knownAt()),
                word(query.hosts(), "hosts", Hosts.values(), Hosts.NOW),
                word(query.contents(), "contents", Contents.values(), Contents.EVER),
                Boolean.TRUE.equals(query.amounts()),
                contact(query),
                words(query.killSteps()),
                query.precision() == null
                        ? null
                        : word(query.precision(), "precision", Precision.values(), Precision.WINDOW),
                word(query.stop(), "stop", Stop.values(), Stop.NOWHERE),
                AnswerRoom.LIMITS,
                badPieces(query.badPieces()));
    }

    private static @Nullable Long badPieces(@Nullable Long count) {
        if (count != null && count < 0) {
            throw Paging.badParameter("badPieces", "is " + count, "0 or more");
        }
        return count;
    }

    /** The same question about those of its seeds that have these ids; all of it when they are null. */
    static Question about(@Nullable Set<Long> units, Question question) {
        return units == null
                ? question
                : question.withSeeds(question.seeds().stream()
                        .filter(seed -> units.contains(LedgerBook.unitId(number(seed))))
                        .toList());
    }

    private static int number(Seed seed) {
        return switch (seed) {
            case Seed.OfUnit unit -> unit.unit();
            case Seed.OfContainer container -> container.unit();
        };
    }

    private static Direction direction(@Nullable String text) {
        if (text == null) {
            throw Paging.badParameter("direction", "is missing", "forward or backward");
        }
        return word(text, "direction", Direction.values(), Direction.FORWARD);
    }

    /** The constant whose name, without underlines and case, is the text. */
    static <E extends Enum<E>> E word(@Nullable String text, String name, E[] values, E otherwise) {
        if (text == null) {
            return otherwise;
        }
        return Arrays.stream(values)
                .filter(v -> word(v).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Paging.badParameter(
                        name,
                        "is " + text,
                        Arrays.stream(values).map(Questions::word).collect(Collectors.joining(", "))));
    }

    private static final Map<Enum<?>, String> WORDS = new ConcurrentHashMap<>();

    /** The word of a constant in the API: AS_BUILT is asBuilt. */
    static String word(Enum<?> value) {
        String known = WORDS.get(value);
        return known != null ? known : WORDS.computeIfAbsent(value, Questions::madeWord);
    }

    private static String madeWord(Enum<?> value) {
        String[] parts = value.name().toLowerCase(Locale.ROOT).split("_", -1);
        var word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
        }
        return word.toString();
    }

    private static Set<String> words(@Nullable String text) {
        return text == null || text.isBlank()
                ? Set.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toSet());
    }

    private static @Nullable Contact contact(TraceQuery query) {
        if (query.contact() == null) {
            return null;
        }
        Set<Contact.Kind> kinds = EnumSet.noneOf(Contact.Kind.class);
        for (String kind : words(query.contact())) {
            kinds.add(word(kind, "contact", Contact.Kind.values(), Contact.Kind.PLACE));
        }
        try {
            Duration window = query.contactWindow() == null ? Duration.ZERO : Duration.parse(query.contactWindow());
            return new Contact(kinds, window.toNanos() / 1_000);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw Paging.badParameter("contactWindow", "is not a duration", "a duration such as PT2H");
        }
    }

    static @Nullable Long asOf(@Nullable String text) {
        return text == null ? null : (Long) time(text, "asOf", true);
    }

    /**
     * An instant, or a day (UTC), in microseconds since 1970 UTC.
     *
     * @param isEnd a day is meant until its end
     */
    static long time(String text, String name, boolean isEnd) {
        try {
            if (text.length() != 10) {
                return micros(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
            }
            LocalDate day = LocalDate.parse(text);
            return isEnd
                    ? micros(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)) - 1
                    : micros(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException e) {
            throw Paging.badParameter(name, "is not a time", "2026-03-01T10:15:00Z or 2026-03-01");
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static @Nullable Long knownAtSeq(@Nullable String text) {
        return text != null && isNumber(text) ? Long.valueOf(text) : null;
    }

    static @Nullable Long knownAtUs(@Nullable String text) {
        if (text == null || isNumber(text)) {
            return null;
        }
        try {
            return micros(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw Paging.badParameter(
                    "knownAt", "is neither a number nor a time", "a sequence number, or 2026-03-01T10:15:00Z");
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Refuses what says two things at once, or narrows what it does not fit: half of it would be lost silently. */
    private static void refuseContradiction(TraceQuery query) {
        boolean byNumber = query.lot() != null || query.serial() != null;
        if (query.lot() != null && query.serial() != null) {
            throw contradiction("lot", "is given with serial", "a lot or a serial");
        }
        if (query.supplierLot() != null && byNumber) {
            throw contradiction("supplierLot", "is given with a lot or serial of ours", "one of them");
        }
        if (query.container() == null) {
            if ("now".equalsIgnoreCase(query.contents())) {
                throw contradiction("contents", "is of a container, and the seed is none", "container, or no contents");
            }
            return;
        }
        if (byNumber || query.supplierLot() != null || query.item() != null) {
            throw contradiction("container", "is given with another seed", "container, or an item and its number");
        }
        if (query.place() != null || query.document() != null) {
            throw contradiction(
                    query.place() != null ? "place" : "document", "narrows lots and serials, not a container", "a lot");
        }
    }

    private static org.gozinto.ledger.RefusedException contradiction(String name, String detail, String expected) {
        return Paging.badParameter(name, detail, expected);
    }

    private static org.gozinto.ledger.RefusedException notYet(Unit unit, long known) {
        return notYet(unit.number(), unit.firstSeq(), known);
    }

    static org.gozinto.ledger.RefusedException notYet(String what, long seq, long known) {
        return Refusal.of(
                        "not-known-yet",
                        "It was not known then",
                        what + " was first recorded by entry " + seq + "; the question knows entries up to " + known
                                + ".")
                .status(404)
                .at("knownAt", seq + " or later", "Ask with a later knownAt, or without one.")
                .asException();
    }

    private List<Seed> seeds(TraceQuery query, LedgerBook.View book) {
        refuseContradiction(query);
        long known = knownSeq(query.knownAt(), book);
        List<Unit> all = query.container() != null
                ? List.of(container(query.container()))
                : query.supplierLot() != null ? supplierLot(query, query.supplierLot(), known) : numbered(query);
        // A suspect twin that nobody knew of then is no part of what was known then.
        List<Unit> found = all.stream().filter(unit -> unit.firstSeq() <= known).toList();
        if (found.isEmpty()) {
            throw notYet(all.getFirst(), known);
        }
        if (query.container() != null) {
            return found.stream()
                    .<Seed>map(u -> new Seed.OfContainer(LedgerBook.number(u.id())))
                    .toList();
        }
        Integer place = query.place() == null ? null : place(query.place(), book);
        return found.stream()
                .<Seed>map(u -> new Seed.OfUnit(LedgerBook.number(u.id()), place, query.document(), null))
                .toList();
    }

    /** The last entry that the question may know of. */
    private static long knownSeq(@Nullable String knownAt, LedgerBook.View book) {
        Long seq = knownAtSeq(knownAt);
        Long us = knownAtUs(knownAt);
        if (us != null) {
            seq = book.lastSeqAt(us);
        }
        return seq == null ? book.head() : Math.min(seq, book.head());
    }

    private Integer place(String code, LedgerBook.View book) {
        Place place = places.find(code);
        Integer number = place == null ? null : book.numberOf(place.id());
        if (number == null) {
            throw Refusal.of(
                            "unknown-place",
                            "No such place",
                            place == null
                                    ? "There is no place or partner " + code + "."
                                    : "Nothing ever came to " + code + ".")
                    .status(404)
                    .asException();
        }
        return number;
    }

    private Unit container(String code) {
        return units.withNumber(code, 10).stream()
                .filter(u -> u.kind() == Unit.Kind.CONTAINER)
                .findFirst()
                .orElseThrow(() -> unknown("container", code));
    }

    /** The units of which it was known by then that the supplier's number is theirs. */
    private List<Unit> supplierLot(TraceQuery query, String number, long known) {
        Item item = query.item() == null ? null : items.existing(query.item());
        var all = units.suppliedAs(number, SEEDS_MAX).stream()
                .filter(s -> item == null || s.unit().itemId() == item.id())
                .toList();
        if (all.isEmpty()) {
            throw unknown("supplier-lot", number);
        }
        if (all.getFirst().sinceSeq() > known) {
            throw notYet("Supplier's number " + number, all.getFirst().sinceSeq(), known);
        }
        return all.stream()
                .filter(s -> s.sinceSeq() <= known)
                .map(Units.Supplied::unit)
                .sorted(Comparator.comparingLong(Unit::id))
                .toList();
    }

    private List<Unit> numbered(TraceQuery query) {
        Item item = query.item() == null ? null : items.existing(query.item());
        String number = query.serial() != null ? query.serial() : query.lot();
        if (number == null) {
            throw Paging.badParameter("lot", "is missing", "item and lot, item and serial, supplierLot, or container");
        }
        Unit.Kind kind = query.serial() != null ? Unit.Kind.SERIAL : Unit.Kind.LOT;
        Long issuer =
                query.issuer() == null ? null : query.issuer().isEmpty() ? Long.valueOf(0) : issuer(query.issuer());
        var found = units.withNumber(number, SEEDS_MAX).stream()
                .filter(u -> u.kind() == kind)
                .filter(u -> item == null || u.itemId() == item.id())
                .filter(u -> issuer == null || u.issuerId() == issuer)
                .toList();
        if (found.isEmpty()) {
            throw unknown(kind == Unit.Kind.SERIAL ? "serial" : "lot", number);
        }
        // Suspect twins are one number: all of them are asked about. Other items or issuers are other things.
        if (found.stream().map(Unit::key).distinct().count() > 1) {
            throw Refusal.of(
                            "ambiguous",
                            "The number names several things",
                            number + " is a number of "
                                    + found.stream().map(this::named).distinct().collect(Collectors.joining(", "))
                                    + ".")
                    .status(409)
                    .at(
                            item == null ? "item" : "issuer",
                            "one of them",
                            "Name the item, and the issuer where it differs.")
                    .asException();
        }
        return found;
    }

    private String named(Unit unit) {
        String issuer = unit.issuerId() == 0
                ? ""
                : " of issuer " + places.get(unit.issuerId()).code();
        return items.get(unit.itemId()).code() + issuer;
    }

    private long issuer(String code) {
        Place partner = places.find(code);
        if (partner == null) {
            throw unknown("partner", code);
        }
        return partner.id();
    }

    private static org.gozinto.ledger.RefusedException unknown(String what, String number) {
        return Refusal.of(
                        "unknown-" + what,
                        "No such " + what.replace('-', ' '),
                        "There is no " + what.replace('-', ' ') + " " + number + " that the question fits.")
                .status(404)
                .asException();
    }
}
