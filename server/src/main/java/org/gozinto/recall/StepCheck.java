/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** Whether a step says what it must, by itself; whether it fits the case is asked later. */
final class StepCheck {

    static final int TEXT_LENGTH_MAX = 10_000;
    static final int LIST_MAX = 1_000;
    private static final int SERIALS_MAX = 10_000;
    private static final int NAME_LENGTH_MAX = 200;
    private static final int FACTS_MAX = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Faults faults = new Faults();

    private StepCheck() {}

    /** Refuses a step that does not say what it must, with all its faults. */
    static void require(Step step) {
        var check = new StepCheck();
        check.of(step);
        Faults.within("/step", () -> check.faults.refuse("The step cannot be taken"));
    }

    private void of(Step step) {
        switch (step) {
            case Step.Note note -> text("/text", note.text());
            case Step.Investigate investigate -> text("/findings", investigate.findings());
            case Step.EvaluateHazard evaluate -> hazard(evaluate);
            case Step.Ask ask -> asked(ask);
            case Step.Decide decide -> decision(decide);
            case Step.Release release -> {
                required("/version", release.version(), "the version of the scope that counts");
                text("/reason", release.reason());
            }
            case Step.Free free -> {
                each("/units", free.units(), LIST_MAX, id -> id.matches("[0-9]{1,18}"), "the id of a unit");
                faults.expect(free.units() != null && !free.units().isEmpty(), "/units", "are missing", "ids of units");
                text("/reason", free.reason());
            }
            case Step.Answer answer -> answer(answer);
            case Step.Pull pull -> pulled(pull.lines() == null ? List.of() : pull.lines());
            case Step.DrawSample draw -> sample(draw);
            case Step.Check check -> effectiveness(check);
            case Step.Dispose dispose -> disposal(dispose);
            case Step.Remedy remedy -> remedy(remedy);
            case Step.Publish publish -> publication(publish);
            case Step.Facts facts -> facts(facts);
            case Step.Advance advance -> {
                word("/to", advance.to(), "inProgress", "effectiveness", "reconciled");
                optional("/reason", advance.reason());
            }
            case Step.Close close -> optional("/reason", close.reason());
            case Step.Reopen reopen -> text("/reason", reopen.reason());
            case Step.Undo undo -> {
                required("/step", undo.step(), "the number of a step");
                text("/reason", undo.reason());
            }
            case Step.Scoped _, Step.Notified _ ->
                faults.expect(false, "/type", "is written by the server", "a step that people take");
        }
    }

    private void hazard(Step.EvaluateHazard evaluate) {
        text("/hazard", evaluate.hazard());
        word("/severity", evaluate.severity(), "negligible", "minor", "serious", "critical");
        word("/likelihood", evaluate.likelihood(), "remote", "unlikely", "possible", "likely");
        optional("/atRisk", evaluate.atRisk());
        count("/injuries", evaluate.injuries());
        text("/conclusion", evaluate.conclusion());
    }

    private void asked(Step.Ask ask) {
        required("/question", ask.question(), "a question as of a scope");
        Map<String, String> costs = ask.unitCosts() == null ? Map.of() : ask.unitCosts();
        faults.expect(costs.size() <= LIST_MAX, "/unitCosts", "are too many", "at most " + LIST_MAX);
        costs.forEach((item, cost) -> quantity("/unitCosts/" + item, cost));
        faults.expect(
                costs.isEmpty() || ask.currency() != null && ask.currency().matches("[A-Z]{3}"),
                "/currency",
                "is missing or no currency",
                "three letters of ISO 4217, such as EUR");
    }

    private void decision(Step.Decide decide) {
        word("/action", decide.action(), "act", "none");
        text("/reason", decide.reason());
        if ("none".equals(decide.action())) {
            return;
        }
        if (decide.hazardClass() != null) {
            word("/hazardClass", decide.hazardClass(), "I", "II", "III");
        }
        word("/depth", decide.depth(), "ownStock", "wholesale", "retail", "consumer");
        word("/level", decide.level(), "A", "B", "C", "D", "E");
        countries(decide.countries());
    }

    private void countries(@Nullable List<String> countries) {
        each("/countries", countries, LIST_MAX, COUNTRIES::contains, "a country of ISO 3166-1, such as DE");
    }

    private void answer(Step.Answer answer) {
        required("/consignee", answer.consignee(), "the code of a consignee");
        word("/channel", answer.channel(), "link", "phone", "email", "letter", "visit");
        name("/by", answer.by());
        optional("/text", answer.text());
        List<Step.AnswerLine> lines = answer.lines() == null ? List.of() : answer.lines();
        faults.expect(lines.size() <= LIST_MAX, "/lines", "are too many", "at most " + LIST_MAX);
        for (int i = 0; i < Math.min(lines.size(), LIST_MAX); i++) {
            Step.AnswerLine line = lines.get(i);
            String at = "/lines/" + i;
            required(at + "/item", line.item(), "the code of an item");
            quantity(at + "/onHand", line.onHand());
            quantity(at + "/soldOn", line.soldOn());
            quantity(at + "/returned", line.returned());
            quantity(at + "/destroyed", line.destroyed());
            quantity(at + "/used", line.used());
        }
        passedOn(answer.subConsignees() == null ? List.of() : answer.subConsignees());
    }

    private void passedOn(List<Step.SubConsignee> subs) {
        faults.expect(subs.size() <= LIST_MAX, "/subConsignees", "are too many", "at most " + LIST_MAX);
        for (int i = 0; i < Math.min(subs.size(), LIST_MAX); i++) {
            Step.SubConsignee sub = subs.get(i);
            String at = "/subConsignees/" + i;
            faults.expect(
                    sub.name() != null && !sub.name().isBlank(), at + "/name", "is missing", "who it was passed on to");
            name(at + "/name", sub.name());
            name(at + "/email", sub.email());
            faults.expect(
                    sub.email() == null || sub.email().matches("[^@\\s]+@[^@\\s]+"),
                    at + "/email",
                    "is no address",
                    "name@example.org");
            optional(at + "/address", sub.address());
            faults.expect(
                    sub.country() == null || COUNTRIES.contains(sub.country()),
                    at + "/country",
                    "is unknown",
                    "a country of ISO 3166-1, such as DE");
            language(at + "/language", sub.language());
            quantity(at + "/qty", sub.qty());
        }
    }

    private void pulled(List<Step.PullLine> lines) {
        faults.expect(
                !lines.isEmpty() && lines.size() <= LIST_MAX,
                "/lines",
                lines.isEmpty() ? "are missing" : "are too many",
                "1 to " + LIST_MAX + " lines");
        for (int i = 0; i < Math.min(lines.size(), LIST_MAX); i++) {
            Step.PullLine line = lines.get(i);
            String at = "/lines/" + i;
            required(at + "/unit", line.unit(), "the id of a unit");
            required(at + "/place", line.place(), "the code of the place that it is taken from");
            quantity(at + "/qty", line.qty());
        }
    }

    private void sample(Step.DrawSample draw) {
        word("/level", draw.level(), "A", "B", "C", "D", "E");
        faults.expect(draw.consignees() == null, "/consignees", "are drawn by the server", "no consignees");
        boolean ofB = "B".equals(draw.level());
        Integer percent = draw.percent();
        faults.expect(
                ofB ? percent != null && percent >= 10 && percent <= 100 : percent == null,
                "/percent",
                ofB ? "is missing or out of range" : "belongs to level B",
                ofB ? "10 to 100" : "no percent");
    }

    private void effectiveness(Step.Check check) {
        required("/consignee", check.consignee(), "the code of a consignee");
        word("/method", check.method(), "visit", "phone", "email", "letter");
        word("/result", check.result(), "effective", "ineffective", "unreachable");
        optional("/text", check.text());
    }

    private void disposal(Step.Dispose dispose) {
        word("/how", dispose.how(), "destroyed", "reworked", "returnedToSupplier", "usedAsIs", "confirmedConsumed");
        required("/item", dispose.item(), "the code of an item");
        required("/qty", dispose.qty(), "a decimal text");
        quantity("/qty", dispose.qty());
        name("/lot", dispose.lot());
        day(dispose.day());
        boolean destroyed = "destroyed".equals(dispose.how());
        for (var proof : Map.of("/witness", text(dispose.witness()), "/certificate", text(dispose.certificate()))
                .entrySet()) {
            name(proof.getKey(), proof.getValue());
            faults.expect(
                    !destroyed || !proof.getValue().isBlank(),
                    proof.getKey(),
                    "is missing",
                    "who saw it destroyed, and the number of the certificate");
        }
        faults.expect(
                !"usedAsIs".equals(dispose.how()) || !text(dispose.text()).isBlank(),
                "/text",
                "is missing",
                "why it may be used as it is");
        optional("/text", dispose.text());
        inspected(dispose.inspected(), dispose.defective());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void remedy(Step.Remedy remedy) {
        required("/item", remedy.item(), "the code of an item");
        text("/what", remedy.what());
        day(remedy.day());
        List<String> serials = remedy.serials() == null ? List.of() : remedy.serials();
        faults.expect(
                !serials.isEmpty() && serials.size() <= SERIALS_MAX,
                "/serials",
                serials.isEmpty() ? "are missing" : "are too many",
                "1 to " + SERIALS_MAX + " serials");
        inspected(remedy.inspected(), remedy.defective());
    }

    private void inspected(@Nullable Integer inspected, @Nullable Integer defective) {
        count("/inspected", inspected);
        count("/defective", defective);
        faults.expect(
                defective == null || inspected != null && defective <= inspected,
                "/defective",
                "is more than was inspected",
                "at most as many as were inspected");
    }

    private void publication(Step.Publish publish) {
        countries(publish.countries());
        Map<String, PublicRecalls.Text> texts = publish.texts() == null ? Map.of() : publish.texts();
        faults.expect(
                publish.language() != null && texts.containsKey(publish.language()),
                "/language",
                "has no text",
                "the language of one of the texts");
        texts.forEach((language, said) -> {
            String at = "/texts/" + language;
            language(at, language);
            text(at + "/title", said.title());
            text(at + "/product", said.product());
            text(at + "/hazard", said.hazard());
            text(at + "/whatToDo", said.whatToDo());
            optional(at + "/remedy", said.remedy());
            optional(at + "/contact", said.contact());
            faults.expect(
                    said.link() == null || said.link().matches("https://[^\\s\"<>]{1,500}"),
                    at + "/link",
                    "is no https address",
                    "https://…");
            Softening.in(language, said)
                    .forEach(word -> faults.expect(
                            false,
                            at,
                            "plays the hazard down with \"" + word + "\"",
                            "no words such as voluntary or precautionary (EU 2023/988, article 36)"));
        });
    }

    private void facts(Step.Facts step) {
        Map<String, String> facts = step.facts() == null ? Map.of() : step.facts();
        faults.expect(
                !facts.isEmpty() && facts.size() <= FACTS_MAX,
                "/facts",
                "are missing or too many",
                "1 to " + FACTS_MAX);
        facts.forEach((name, value) -> optional("/facts/" + name, value));
    }

    // --- single fields

    private void required(String pointer, @Nullable Object value, String expected) {
        faults.expect(value != null, pointer, "is missing", expected);
    }

    /** A text that must be there. */
    private void text(String pointer, @Nullable String value) {
        faults.expect(
                value != null && !value.isBlank(), pointer, value == null ? "is missing" : "is empty", "some words");
        faults.text(pointer, value, TEXT_LENGTH_MAX);
    }

    private void optional(String pointer, @Nullable String value) {
        faults.text(pointer, value, TEXT_LENGTH_MAX);
    }

    private void name(String pointer, @Nullable String value) {
        faults.text(pointer, value, NAME_LENGTH_MAX);
    }

    private void word(String pointer, @Nullable String value, String... words) {
        faults.expect(
                Arrays.asList(words).contains(value),
                pointer,
                value == null ? "is missing" : "is unknown",
                String.join(", ", words));
    }

    private void language(String pointer, @Nullable String value) {
        faults.expect(value == null || LANGUAGES.contains(value), pointer, "is no language", "two letters, such as en");
    }

    private void count(String pointer, @Nullable Integer value) {
        faults.expect(value == null || value >= 0, pointer, "is below zero", "0 or more");
    }

    private void day(@Nullable String value) {
        try {
            faults.expect(value != null && LocalDate.parse(value).getYear() > 1900, "/day", "is missing", "2026-03-01");
        } catch (DateTimeException e) {
            faults.expect(false, "/day", "is no day", "2026-03-01");
        }
    }

    private void quantity(String pointer, @Nullable String value) {
        if (value != null) {
            faults.expect(
                    value.matches("[0-9]{1,18}(\\.[0-9]{1,9})?") && new BigDecimal(value).signum() >= 0,
                    pointer,
                    "is no quantity",
                    "a decimal text of 0 or more");
        }
    }

    private void each(String pointer, @Nullable List<String> values, int max, Predicate<String> good, String expected) {
        List<String> all = values == null ? List.of() : values;
        faults.expect(all.size() <= max, pointer, "are too many", "at most " + max);
        for (int i = 0; i < Math.min(all.size(), max); i++) {
            faults.expect(good.test(all.get(i)), pointer + "/" + i, "is unknown", expected);
        }
    }
}
