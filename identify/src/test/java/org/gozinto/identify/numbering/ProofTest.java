/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gozinto.identify.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static Scheme scheme(String text, Reset reset) {
        return switch (Template.of(text)) {
            case Reading.Ok<Template> ok -> Scheme.of(ok.value(), reset);
            case Reading.Bad<Template> bad -> throw new AssertionError(text + ": " + bad);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "{YY}{DDD}-{line}-{n:3}, DAY",
        "{YYYY}{MM}{DD}{n:3}, DAY",
        "{GG}{WW}{E}{n:3}, DAY",
        "{GG}{WW}{n:3}, WEEK",
        "{GGGG}{WW}{n:3}, WEEK_YEAR",
        "{YY}{M}{n:3}, MONTH",
        "{YY}{n:5}, YEAR",
        "{n:7}, NEVER",
        "{WW}{E}{n:7}, NEVER",
        "{YY}{DDD}{shift}, NEVER",
        "{GG}{WW}, NEVER",
        "{line}1{n}, NEVER",
        "{YY}{DDD}{hh}{mm}, NEVER",
        "{random:12}, NEVER",
        "{WW}{E}{random:8}, NEVER",
        "BATCH, NEVER",
        "{line}-{shift}-{n:4}, NEVER",
        "{line:2}{n}, NEVER",
        "{line}{n:5}, NEVER",
        "{n}-{line}, NEVER",
        "{item}{line}-{n}, NEVER",
    })
    void aTemplateThatNeverRepeatsIsGood(String text, Reset reset) {
        assertThat(Proof.of(scheme(text, reset), TODAY)).isEqualTo(new Proof(List.of(), null));
    }

    @ParameterizedTest
    @CsvSource({
        // Week and weekday: the same day of the week of the next ISO year.
        "{WW}{E}, NEVER, 2026-12-01, 2027-12-07",
        "{WW}{E}{n:3}, DAY, 2026-12-01, 2027-12-07",
        "{Y}{DDD}{shift}, NEVER, 2026-12-01, 2036-11-30",
        "{YY}{n:3}, DAY, 2026-12-01, 2026-12-02",
        "{YY}{n:3}, WEEK, 2026-12-01, 2026-12-07",
        "{YY}{n:3}, MONTH, 2027-01-01, 2027-02-01",
        "{MM}{DD}{n:3}, DAY, 2026-12-01, 2027-12-01",
        "{n:3}, YEAR, 2026-12-01, 2027-01-01",
        // The ISO year begins on 4 January 2027, the counter on the first: the last week of 2026 has three days in
        // 2027.
        "{GG}{WW}{n:3}, YEAR, 2026-12-28, 2027-01-01",
        "{hh}{mm}, NEVER, 2026-12-01, 2026-12-02",
        "{YY}{DDD}{mm}, NEVER, 2026-12-01, 2026-12-01",
        "{YY}{WW}{hh}, NEVER, 2026-12-01, 2026-12-02",
        // 1 January 2028 is in the last week of 2027.
        "{YY}{WW}, NEVER, 2028-01-01, 2028-12-25",
        "{MM}, NEVER, 2026-12-01, 2027-12-01",
    })
    void aTemplateThatRepeatsIsRefusedWithTheDay(String text, Reset reset, LocalDate first, LocalDate again) {
        var repeat = Proof.of(scheme(text, reset), TODAY).repeat();
        assertThat(repeat).isNotNull();
        assertThat(repeat.first()).isEqualTo(first);
        assertThat(repeat.again()).isEqualTo(again);
        assertThat(repeat.why()).isNotBlank();
    }

    /** Calendar year and ISO week do not go together: 30 December 2024 was in week 1 of 2025. */
    @Test
    void theYearOfTheWrongCalendarIsFound() {
        var repeat = Proof.of(scheme("{YYYY}{WW}{E}", Reset.NEVER), LocalDate.of(2024, 1, 1))
                .repeat();
        assertThat(repeat).isNotNull();
        assertThat(repeat.first()).isEqualTo(LocalDate.of(2024, 1, 1));
        assertThat(repeat.again()).isEqualTo(LocalDate.of(2024, 12, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "{line}{n}, ambiguous",
        "{line}{shift}, ambiguous",
        "{line}{YY}{n}, ambiguous",
        "{n}{YY}-{shift}5{line}{site}, ambiguous",
        "ABCDEFGHIJKLMNOPQRS{n:2}, tooLong",
        "{random:2}, randomTooShort",
        "{n:5}{random:2}, randomTooShort",
    })
    void flawsAreNamed(String text, String code) {
        var proof = Proof.of(scheme(text, Reset.NEVER), TODAY);
        assertThat(proof.flaws()).extracting(Proof.Flaw::code).containsExactly(code);
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void whatHasNoCounterHasNothingToReset() {
        assertThat(Proof.of(scheme("{YY}{DDD}", Reset.DAY), TODAY).flaws())
                .extracting(Proof.Flaw::code)
                .containsExactly("nothingToReset");
    }

    @Test
    void aCounterForEachLineNeedsTheLineInTheNumber() {
        var template = scheme("{YY}{n:5}", Reset.YEAR).template();
        var proof = Proof.of(new Scheme(template, Reset.YEAR, Set.of(Variable.LINE), 20), TODAY);
        assertThat(proof.repeat()).isNotNull();
        assertThat(proof.repeat().again()).isEqualTo(TODAY);
    }

    @Provide
    Arbitrary<Scheme> schemes() {
        List<String> fields = new ArrayList<>(List.of("-", "X", "0", "{line}", "{line:2}", "{shift}", "{shift:1}"));
        for (DayPart part : DayPart.values()) {
            fields.add("{" + part.word() + "}");
        }
        List<String> counters = List.of("{n:3}", "{n}", "{n36:2}", "{n32:3}", "{n:2}{check:97}", "");
        Arbitrary<List<String>> parts =
                Arbitraries.of(fields).list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(
                        parts,
                        Arbitraries.of(counters),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(Reset.values()))
                .as((list, counter, at, reset) -> {
                    List<String> all = new ArrayList<>(list);
                    all.add(Math.min(at, all.size()), counter);
                    return schemeOrNull(String.join("", all), reset);
                })
                .filter(s -> s != null);
    }

    private static Scheme schemeOrNull(String text, Reset reset) {
        var template = Template.of(text).valueOrNull();
        if (template == null) {
            return null;
        }
        Reset used = template.isCounted() ? reset : Reset.NEVER;
        return new Scheme(template, used, Scheme.perDefault(template), 64);
    }

    /** Makes the numbers of some years as a factory would, and finds the first that came before. */
    private static final class Factory {

        private final Scheme scheme;
        private final Map<String, String> madeAt = new HashMap<>();
        private final Map<String, Long> counters = new HashMap<>();
        private String twice = "";

        Factory(Scheme scheme) {
            this.scheme = scheme;
        }

        void day(LocalDate day, Random random) {
            for (String line : List.of("1", "11", "L2")) {
                for (String shift : List.of("1", "2", "12")) {
                    make(day, line, shift, random.nextInt(24), random.nextInt(60));
                }
            }
        }

        private void make(LocalDate day, String line, String shift, int hour, int minute) {
            var values = new EnumMap<Variable, String>(Map.of(Variable.LINE, line, Variable.SHIFT, shift));
            var given = new Given(day.atTime(LocalTime.of(hour, minute)), values);
            if (!(Filled.of(scheme, given) instanceof Reading.Ok<Filled>(Filled filled))) {
                return;
            }
            String scope = scheme.reset().period(day)
                    + filled.values().entrySet().stream()
                            .filter(e -> scheme.per().contains(e.getKey()))
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(","));
            long value = counters.merge(scope, 1L, Long::sum) - 1 + filled.first();
            if (!filled.has(value)) {
                return;
            }
            String number = filled.number(value, new Random(0));
            // Without a counter all of one day, line and shift carry one number.
            String identity = scheme.template().isCounted() ? scope + "/" + value : filled.shape();
            String before = madeAt.putIfAbsent(number, identity);
            if (before != null && !before.equals(identity)) {
                twice = number + " on " + day;
            }
        }
    }

    @Property(tries = 300)
    void acceptedTemplatesNeverMakeANumberTwice(@ForAll("schemes") Scheme scheme, @ForAll Random random) {
        if (!Proof.of(scheme, TODAY).holds()) {
            return;
        }
        var factory = new Factory(scheme);
        LocalDate end = TODAY.plusYears(11);
        for (LocalDate day = TODAY; day.isBefore(end); day = day.plusDays(1 + random.nextInt(3))) {
            factory.day(day, random);
        }
        assertThat(factory.twice).as(scheme.toString()).isEmpty();
    }

    @Property(tries = 500)
    void theNumberOfTheRefusedDayIsTheEarlierOne(@ForAll("schemes") Scheme scheme) {
        var proof = Proof.of(scheme, TODAY);
        var repeat = proof.repeat();
        boolean perMissing = scheme.per().stream()
                .anyMatch(v -> !scheme.template().variables().contains(v));
        if (repeat == null || perMissing || repeat.first().equals(repeat.again())) {
            return;
        }
        assertThat(repeat.first()).isBefore(repeat.again());
        assertThat(repeat.again()).isBefore(TODAY.plusYears(Proof.HORIZON_YEARS));
        if (scheme.template().isCounted()) {
            assertThat(scheme.reset().period(repeat.first()))
                    .isNotEqualTo(scheme.reset().period(repeat.again()));
        }
        assertThat(first(scheme, repeat.again())).isEqualTo(first(scheme, repeat.first()));
    }

    private static String first(Scheme scheme, LocalDate day) {
        var values = new EnumMap<Variable, String>(Map.of(Variable.LINE, "11", Variable.SHIFT, "2"));
        var filled = Filled.of(scheme, new Given(day.atTime(8, 30), values)).valueOrNull();
        return filled == null ? "" : filled.number(filled.first(), new Random(0));
    }
}
