/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.identify.Reading;
import org.gozinto.identify.numbering.Filled;
import org.gozinto.identify.numbering.Given;
import org.gozinto.identify.numbering.Proof;
import org.gozinto.identify.numbering.Reset;
import org.gozinto.identify.numbering.Scheme;
import org.gozinto.identify.numbering.Template;
import org.gozinto.identify.numbering.Variable;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;

/** Reads the rules of numbers and gathers what is wrong with them. */
final class SchemeReader {

    static final String EXPECTED_RESET = "never, year, weekYear, month, week or day";

    /**
     * A fault.
     *
     * @param code stable
     * @param position in the template, from 0; -1 when it is not in the template
     */
    record Fault(String code, String pointer, String detail, int position) {}

    private final String pointer;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private Proof.@Nullable Repeat repeat;

    /**
     * @param pointer of the rule in what was sent
     * @param today the day from which on no number may repeat
     */
    SchemeReader(String pointer, LocalDate today) {
        this.pointer = pointer;
        this.today = today;
    }

    List<Fault> faults() {
        return faults;
    }

    Proof.@Nullable Repeat repeat() {
        return repeat;
    }

    private void fault(String code, String member, String detail) {
        faults.add(new Fault(code, pointer + member, detail, -1));
    }

    /** The scheme of a rule that was found good when it was kept. */
    static Scheme kept(NumberingBody.Rule rule) {
        var reader = new SchemeReader("", LocalDate.EPOCH);
        Template template = reader.template(rule.template());
        Reset reset = rule.reset() == null ? null : Reset.of(rule.reset());
        Set<Variable> per = reader.per(rule.per());
        Integer lengthMax = rule.lengthMax();
        if (template == null || reset == null || per == null || lengthMax == null) {
            throw new IllegalStateException("a numbering is kept that cannot be read: " + rule);
        }
        return new Scheme(template, reset, per, lengthMax);
    }

    /** The scheme of a rule, or null when something in it cannot be read; then and otherwise see the faults. */
    @Nullable
    Scheme read(NumberingBody.Rule rule) {
        Template template = template(rule.template());
        Reset reset = rule.reset() == null ? Reset.NEVER : Reset.of(rule.reset());
        if (reset == null) {
            fault("reset", "/reset", "is unknown; expected is " + EXPECTED_RESET);
        }
        Set<Variable> per = per(rule.per());
        int lengthMax = rule.lengthMax() == null ? Template.LENGTH_GS1 : rule.lengthMax();
        if (lengthMax < 1 || lengthMax > Template.LENGTH_MOST) {
            fault("lengthMax", "/lengthMax", "is out of range; expected is 1 to " + Template.LENGTH_MOST);
            return null;
        }
        if (template == null || reset == null) {
            return null;
        }
        refuseCommand(template, Map.of());
        var scheme = new Scheme(template, reset, per == null ? Scheme.perDefault(template) : per, lengthMax);
        Proof proof = Proof.of(scheme, today);
        proof.flaws().forEach(f -> faults.add(new Fault(f.code(), pointer + "/template", f.detail(), f.position())));
        repeat = proof.repeat();
        return scheme;
    }

    private void refuseCommand(Template template, Map<Variable, String> values) {
        if (ScannerCommands.canBegin(template.text(), values)) {
            faults.add(new Fault(
                    "command",
                    pointer + "/template",
                    "numbers would begin with " + ScannerCommands.BEGINNING
                            + ", as the codes do that press buttons when they are scanned",
                    0));
        }
    }

    private @Nullable Template template(@Nullable String text) {
        if (text == null) {
            fault("missing", "/template", "is missing; expected is a template such as {YY}{DDD}-{n:3}");
            return null;
        }
        return switch (Template.of(text)) {
            case Reading.Ok<Template> ok -> ok.value();
            case Reading.Bad<Template> bad -> {
                faults.add(new Fault(bad.code(), pointer + "/template", bad.detail(), bad.position()));
                yield null;
            }
        };
    }

    private @Nullable Set<Variable> per(@Nullable List<@Nullable String> words) {
        if (words == null) {
            return null;
        }
        Set<Variable> per = EnumSet.noneOf(Variable.class);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Variable variable = word == null ? null : Variable.of(word);
            if (variable == null || variable == Variable.ITEM) {
                fault("per", "/per/" + i, "is unknown; expected is line, shift or site");
            } else {
                per.add(variable);
            }
        }
        return per;
    }

    /** Sees whether the item's code fits into the numbers, as far as that does not depend on the line and so on. */
    void checkItem(Scheme scheme, String item) {
        Map<Variable, String> values = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            values.put(variable, "1");
        }
        values.put(Variable.ITEM, item);
        var filled = Filled.of(scheme, new Given(LocalDateTime.of(2026, 1, 1, 0, 0), values));
        if (filled instanceof Reading.Bad<Filled> bad && faults.isEmpty()) {
            faults.add(new Fault(bad.code(), pointer + "/template", bad.detail(), bad.position()));
        }
        if (faults.isEmpty()) {
            refuseCommand(scheme.template(), Map.of(Variable.ITEM, item));
        }
    }

    /** Refuses when anything is wrong, or when numbers would repeat. */
    void refuse() {
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        if (repeat != null) {
            throw repeats(repeat);
        }
    }

    private RefusedException repeats(Proof.Repeat found) {
        String when = found.first().equals(found.again())
                ? "On " + found.again() + " two numbers can be the same"
                : "A number of " + found.first() + " would come again on " + found.again();
        return Refusal.of("numbers-repeat", "The numbers would repeat", when + ": " + found.why() + ".")
                .at(
                        pointer + "/template",
                        "a template that repeats no number for " + Proof.HORIZON_YEARS + " years",
                        "Put more of the date into the template, such as {YY} or {GG}, or let the counter begin again"
                                + " less often.")
                .asException();
    }

    private static RefusedException invalid(List<Fault> faults) {
        Fault first = faults.getFirst();
        return new Refusal(
                        422,
                        "template-invalid",
                        "The numbering is not right",
                        first.pointer() + place(first) + ": " + first.detail() + ".",
                        faults.stream()
                                .map(f -> new Refusal.Fault(f.pointer(), f.detail() + place(f), null, null))
                                .toList())
                .asException();
    }

    private static String place(Fault fault) {
        return fault.position() < 0 ? "" : " (at character " + (fault.position() + 1) + ")";
    }
}
