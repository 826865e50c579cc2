/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gozinto.care.term.Promise.Exclusion;
import org.gozinto.care.term.RegistrationFacts.Proof;
import org.gozinto.identify.NumberRange;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** Reads a term as it is sent into a promise, and gathers all that is wrong with it. Not for several threads. */
final class PromiseReader {

    private static final int NAME_LENGTH_MAX = 200;
    private static final int LIST_MAX = 1_000;
    private static final int YEARS_MAX = 100;
    private static final Set<String> WHATS = Set.of("parts", "labour", "travel", "loaner", "consumables", "other");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, Promise.Replacement> REPLACEMENTS = Map.of(
            "remainder", Promise.Replacement.REMAINDER,
            "fresh", Promise.Replacement.FRESH,
            "longer", Promise.Replacement.LONGER,
            "atLeast", Promise.Replacement.AT_LEAST);

    private final Faults faults;

    private PromiseReader(Faults faults) {
        this.faults = faults;
    }

    /** The promise; what is wrong is among the faults, and the promise is not to be used before these were refused. */
    static Promise of(Term term, Faults faults) {
        return new PromiseReader(faults).read(term);
    }

    /** The promise of a term that was checked before it was kept. */
    static Promise kept(Term term) {
        var faults = new Faults();
        Promise promise = of(term, faults);
        faults.refuse("The kept term " + term.code() + " cannot be read");
        return promise;
    }

    private Promise read(Term term) {
        String code = faults.code("/code", term.code());
        String name = term.name() == null ? "" : term.name();
        faults.expect(!name.isBlank(), "/name", "is missing", "what it is called");
        faults.text("/name", name, NAME_LENGTH_MAX);
        Promise.Kind kind = word("/kind", term.kind(), Promise.Kind.values(), Promise.Kind.COMMERCIAL);
        faults.expect(term.kind() != null, "/kind", "is missing", "commercial, statutory, extension or supplier");
        faults.expect(
                (kind == Promise.Kind.SUPPLIER) == (term.supplier() != null),
                "/supplier",
                "belongs to terms of kind supplier",
                "a supplier exactly when the kind is supplier");
        ZoneId zone = zone(term.timeZone());
        Promise.Extension extension = extension(term, kind);
        List<Promise.Start> starts = starts(term, extension);
        return new Promise(
                code,
                term.version() == null ? 0 : term.version(),
                name,
                kind,
                term.supplier(),
                term.rank() == null ? 0 : term.rank(),
                scope(term.scope()),
                starts,
                term.latestStart() == null ? null : start("/latestStart", term.latestStart()),
                zone,
                covers(term.coverages()),
                parts(term.parts()),
                exclusions(term.exclusions()),
                !Boolean.FALSE.equals(term.transferable()),
                Boolean.TRUE.equals(term.stopInRepair()),
                extension,
                Boolean.TRUE.equals(term.perSerial()),
                word("/public", term.shown(), Promise.Shown.values(), Promise.Shown.NO));
    }

    private ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
        } catch (DateTimeException e) {
            faults.expect(false, "/timeZone", "is no time zone", "a name such as Europe/Berlin");
            return ZoneOffset.UTC;
        }
    }

    private Promise.@Nullable Extension extension(Term term, Promise.Kind kind) {
        Term.Extension extension = term.extension();
        faults.expect(
                (kind == Promise.Kind.EXTENSION) == (extension != null),
                "/extends",
                "belongs to terms of kind extension",
                "what it extends exactly when the kind is extension");
        if (extension == null) {
            return null;
        }
        faults.expect(extension.mode() != null, "/extends/mode", "is missing", "append, replace or parallel");
        faults.expect(
                extension.term() == null || !extension.term().equals(term.code()),
                "/extends/term",
                "is the term itself",
                "another term");
        return new Promise.Extension(
                word("/extends/mode", extension.mode(), Promise.Mode.values(), Promise.Mode.APPEND), extension.term());
    }

    private List<Promise.Start> starts(Term term, Promise.@Nullable Extension extension) {
        List<Promise.Start> starts = new ArrayList<>();
        List<Term.Start> sent = list("/start", term.start());
        for (int i = 0; i < sent.size(); i++) {
            starts.add(start("/start/" + i, sent.get(i)));
        }
        boolean appends = extension != null && extension.mode() == Promise.Mode.APPEND;
        faults.expect(appends || !starts.isEmpty(), "/start", "is missing", "the events that it can begin with");
        return starts;
    }

    private Promise.Start start(String at, Term.Start start) {
        faults.expect(start.event() != null, at + "/event", "is missing", "the event");
        String plus = start.plus();
        return new Promise.Start(
                word(at + "/event", start.event(), Promise.Event.values(), Promise.Event.SHIPMENT),
                plus == null ? null : period(at + "/plus", plus),
                plus,
                word(at + "/proof", start.proof(), Proof.values(), Proof.SAID));
    }

    private Promise.Scope scope(Term.@Nullable Scope scope) {
        if (scope == null) {
            return new Promise.Scope(null, null, null, null, null, null, null, null, null);
        }
        LocalDate from = day("/scope/madeFrom", scope.madeFrom());
        LocalDate to = day("/scope/madeTo", scope.madeTo());
        faults.expect(
                from == null || to == null || !to.isBefore(from), "/scope/madeTo", "is before the first", "later");
        Set<String> markets = set("/scope/markets", scope.markets());
        faults.expect(
                markets == null || COUNTRIES.containsAll(markets),
                "/scope/markets",
                "has an unknown country",
                "ISO 3166-1 alpha-2");
        return new Promise.Scope(
                set("/scope/items", scope.items()),
                set("/scope/revisions", scope.revisions()),
                set("/scope/lots", scope.lots()),
                serials(scope.serials()),
                from,
                to,
                markets,
                set("/scope/customers", scope.customers()),
                set("/scope/channels", scope.channels()));
    }

    private @Nullable List<SerialSpan> serials(@Nullable List<Term.Serials> serials) {
        if (serials == null || serials.isEmpty()) {
            return null;
        }
        List<SerialSpan> ranges = new ArrayList<>();
        List<Term.Serials> sent = list("/scope/serials", serials);
        for (int i = 0; i < sent.size(); i++) {
            String from = Objects.requireNonNullElse(sent.get(i).from(), "");
            String to = Objects.requireNonNullElse(sent.get(i).to(), from);
            String flaw = NumberRange.flaw(from, to);
            if (faults.expect(flaw == null, "/scope/serials/" + i, String.valueOf(flaw), "a range of serials")) {
                ranges.add(new SerialSpan(from, to));
            }
        }
        return ranges;
    }

    private List<Promise.Cover> covers(@Nullable List<Term.Coverage> coverages) {
        faults.expect(coverages != null && !coverages.isEmpty(), "/coverages", "are missing", "what is covered");
        List<Promise.Cover> covers = new ArrayList<>();
        Set<String> whats = new HashSet<>();
        List<Term.Coverage> sent = list("/coverages", coverages);
        for (int i = 0; i < sent.size(); i++) {
            Promise.Cover cover = cover("/coverages/" + i, sent.get(i));
            faults.expect(whats.add(cover.what()), "/coverages/" + i + "/what", "is there twice", "each once");
            covers.add(cover);
        }
        return covers;
    }

    private Promise.Cover cover(String at, Term.Coverage coverage) {
        String what = Objects.requireNonNullElse(coverage.what(), "");
        faults.expect(
                WHATS.contains(what), at + "/what", "is unknown", String.join(", ", new java.util.TreeSet<>(WHATS)));
        Period period = coverage.period() == null ? null : period(at + "/period", coverage.period());
        List<Promise.Meter> meters = new ArrayList<>();
        List<Term.Meter> limits = list(at + "/meters", coverage.meters());
        for (int i = 0; i < limits.size(); i++) {
            String name =
                    faults.code(at + "/meters/" + i + "/meter", limits.get(i).meter());
            meters.add(new Promise.Meter(
                    name, amount(at + "/meters/" + i + "/most", limits.get(i).most())));
        }
        faults.expect(period != null || !meters.isEmpty(), at, "has no limit", "a period, meters, or both");
        return new Promise.Cover(
                what,
                period,
                meters,
                shares(at, coverage.shares(), period),
                deductible(at + "/deductible", coverage.deductible()));
    }

    /** Each lasts longer than the one before, and the last as long as the coverage: no day is without a share. */
    private List<Promise.Share> shares(String at, @Nullable List<Term.Share> shares, @Nullable Period whole) {
        List<Promise.Share> read = new ArrayList<>();
        List<Term.Share> sent = list(at + "/shares", shares);
        LocalDate last = LocalDate.EPOCH;
        for (int i = 0; i < sent.size(); i++) {
            String here = at + "/shares/" + i;
            Period until = period(here + "/until", sent.get(i).until());
            Integer percent = sent.get(i).percent();
            faults.expect(
                    percent != null && percent >= 0 && percent <= 100,
                    here + "/percent",
                    "is out of range",
                    "0 to 100");
            LocalDate end = LocalDate.EPOCH.plus(until);
            faults.expect(end.isAfter(last), here + "/until", "is not longer than the one before", "ascending periods");
            last = end;
            read.add(new Promise.Share(until, percent == null ? 0 : percent));
        }
        faults.expect(
                read.isEmpty() || whole == null || last.equals(LocalDate.EPOCH.plus(whole)),
                at + "/shares",
                "end before or after the coverage",
                "a last share until the period of the coverage");
        return read;
    }

    private Term.@Nullable Deductible deductible(String at, Term.@Nullable Deductible deductible) {
        if (deductible != null) {
            amount(at + "/amount", deductible.amount());
            boolean known;
            try {
                known = deductible.currency() != null && Currency.getInstance(deductible.currency()) != null;
            } catch (IllegalArgumentException e) {
                known = false;
            }
            faults.expect(known, at + "/currency", "is unknown", "ISO 4217, such as EUR");
        }
        return deductible;
    }

    private @Nullable List<Promise.PartRule> parts(@Nullable List<Term.PartRule> rules) {
        if (rules == null) {
            return null;
        }
        List<Promise.PartRule> read = new ArrayList<>();
        List<Term.PartRule> sent = list("/parts", rules);
        for (int i = 0; i < sent.size(); i++) {
            String at = "/parts/" + i;
            Term.PartRule rule = sent.get(i);
            Promise.Replacement replacement = REPLACEMENTS.get(String.valueOf(rule.replacement()));
            faults.expect(
                    replacement != null, at + "/replacement", "is unknown", "remainder, fresh, longer or atLeast");
            boolean fresh = replacement == Promise.Replacement.FRESH || replacement == Promise.Replacement.LONGER;
            boolean least = replacement == Promise.Replacement.AT_LEAST;
            faults.expect(
                    fresh == (rule.period() != null), at + "/period", "belongs to fresh and longer", "a period there");
            faults.expect(least == (rule.atLeast() != null), at + "/atLeast", "belongs to atLeast", "a period there");
            read.add(new Promise.PartRule(
                    set(at + "/items", rule.items()),
                    set(at + "/positions", rule.positions()),
                    replacement == null ? Promise.Replacement.REMAINDER : replacement,
                    rule.period() != null
                            ? period(at + "/period", rule.period())
                            : rule.atLeast() != null ? period(at + "/atLeast", rule.atLeast()) : null));
        }
        return read;
    }

    private List<Exclusion> exclusions(@Nullable List<Term.Exclusion> exclusions) {
        List<Exclusion> read = new ArrayList<>();
        List<Term.Exclusion> sent = list("/exclusions", exclusions);
        for (int i = 0; i < sent.size(); i++) {
            String at = "/exclusions/" + i;
            Term.Exclusion one = sent.get(i);
            faults.expect(
                    (one.code() == null) != (one.state() == null), at, "has no or two reasons", "a code or a state");
            if (one.code() != null) {
                read.add(new Exclusion.ByCode(one.code()));
            } else if ("opened".equals(one.state())) {
                read.add(new Exclusion.Opened());
            } else if ("foreignPart".equals(one.state())) {
                Set<String> genuine = set(at + "/genuine", one.genuine());
                faults.expect(genuine != null, at + "/genuine", "is missing", "the items that are not foreign");
                read.add(new Exclusion.ForeignPart(
                        set(at + "/positions", one.positions()), genuine == null ? Set.of() : genuine));
            } else if (one.state() != null) {
                faults.expect(false, at + "/state", "is unknown", "opened or foreignPart");
            }
        }
        return read;
    }

    // --- the smallest parts

    private <E extends Enum<E>> E word(String at, @Nullable String word, E[] all, E otherwise) {
        if (word == null) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        for (E one : all) {
            String name = one.name().toLowerCase(Locale.ROOT);
            if (name.equals(word)) {
                return one;
            }
            words.add(name);
        }
        faults.expect(false, at, "is unknown", String.join(", ", words));
        return otherwise;
    }

    private Period period(String at, @Nullable String text) {
        try {
            Period period = Period.parse(String.valueOf(text));
            boolean good = !period.isNegative()
                    && !period.isZero()
                    && period.toTotalMonths() <= 12L * YEARS_MAX
                    && period.getDays() <= 366 * YEARS_MAX;
            faults.expect(good, at, "is out of range", "above nothing and at most " + YEARS_MAX + " years");
            return good ? period : Period.ofDays(1);
        } catch (DateTimeException e) {
            faults.expect(false, at, "is no period", "ISO 8601, such as P2Y, P18M or P90D");
            return Period.ofDays(1);
        }
    }

    private @Nullable LocalDate day(String at, @Nullable String text) {
        LocalDate day = Days.day(text);
        faults.expect(text == null || day != null, at, "is no day", "a day such as 2026-03-01");
        return day;
    }

    private BigDecimal amount(String at, @Nullable String text) {
        BigDecimal amount = Meters.amount(text);
        faults.expect(amount != null, at, "is no amount", "a decimal number, 0 or more");
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private @Nullable Set<String> set(String at, @Nullable List<String> texts) {
        if (texts == null || texts.isEmpty()) {
            return null;
        }
        List<String> sent = list(at, texts);
        boolean whole = sent.stream().allMatch(text -> text != null && !text.isBlank() && Faults.isKeepable(text));
        faults.expect(whole, at, "has an empty text", "texts");
        return whole ? Set.copyOf(sent) : Set.of();
    }

    private <T> List<T> list(String at, @Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        boolean whole = list.size() <= LIST_MAX && list.stream().allMatch(Objects::nonNull);
        faults.expect(whole, at, "is too long or has nothing in a place", "at most " + LIST_MAX + " of them");
        return whole ? list : List.of();
    }
}
