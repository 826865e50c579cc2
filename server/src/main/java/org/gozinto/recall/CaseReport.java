/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gozinto.genealogy.TraceView;
import org.gozinto.paper.Words;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/** The recall report: all that a case amounts to, in the figures of the API. */
final class CaseReport {

    /** Rows of a table on paper; what is more stands in files. */
    static final int ROWS_MAX = 2_000;

    private static final int PLACES_MAX = 1_000;
    private static final int HASH_DIGITS = 16;

    private final PaperCase of;
    private final PaperPages.Around around;
    private final Words texts;
    private final RecallView view;
    private final Parts parts;

    /** What else is asked for the report. */
    record Parts(
            TraceView.@Nullable SummaryView summary,
            @Nullable PullView pulls,
            Map<String, String> names) {}

    CaseReport(PaperCase of, PaperPages.Around around, Parts parts) {
        this.of = of;
        this.around = around;
        this.texts = around.language().words();
        this.view = of.view();
        this.parts = parts;
    }

    /** What the template takes. */
    Map<String, Object> model() {
        Map<String, Object> model = around.model();
        model.put("title", view.title());
        model.put("outline", outline());
        model.put("summary", summary());
        model.put("stages", stages());
        model.put("story", story());
        model.put("scope", scope());
        model.put("stop", stop());
        consignees(model);
        effectiveness(model);
        reconciliation(model);
        model.put("figures", figures());
        model.put("drill", of.isDrill() && of.file().facts().containsKey(Drills.TOTAL) ? drill() : false);
        model.put("curve", curve());
        publicNotice(model);
        record(model);
        return model;
    }

    private List<Map<String, Object>> outline() {
        List<Map<String, Object>> outline = new ArrayList<>();
        for (String[] part : new String[][] {
            {"case", "course"},
            {"scope", "scope"},
            {"stop", "stop"},
            {"consignees", "consignees"},
            {"effectiveness", "effectiveness"},
            {"reconciliation", "reconciliation"},
            {"figures", "figures"},
            {"record", "record"}
        }) {
            outline.add(Map.of("id", part[0], "name", texts.word(part[1])));
        }
        return outline;
    }

    private Map<String, Object> line(String name, @Nullable Object value) {
        return Map.of("name", texts.word(name), "value", value == null ? "" : String.valueOf(value));
    }

    private static String time(String at) {
        // 2026-03-01T09:30:12.123456Z: seconds are enough for people.
        return at.substring(0, 10) + " " + at.substring(11, Math.min(19, at.length()));
    }

    private List<Map<String, Object>> summary() {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line("number", view.number()));
        lines.add(line("kind", texts.word(view.kind())));
        lines.add(line("stage", texts.word(view.stage())));
        lines.add(line("opened", time(view.openedAt()) + " UTC, " + view.openedBy()));
        lines.add(line("drawnUp", around.drawn()));
        return lines;
    }

    private List<Map<String, Object>> stages() {
        return view.stages().stream()
                .map(stage -> Map.<String, Object>of(
                        "stage", texts.word(stage.stage()),
                        "at", time(stage.at()),
                        "by", stage.by() + " (" + stage.role() + ")",
                        "step", stage.step()))
                .toList();
    }

    private List<Map<String, Object>> story() {
        List<Map<String, Object>> story = new ArrayList<>();
        of.file().steps().stream()
                .filter(s -> s.step() instanceof Step.Note)
                .limit(1)
                .forEach(s -> tell(story, "signal", ((Step.Note) s.step()).text()));
        Step.Investigate found = of.file().investigation();
        tell(story, "investigation", found == null ? null : found.findings());
        Step.EvaluateHazard hazard = of.file().hazard();
        if (hazard != null) {
            tell(
                    story,
                    "hazardEvaluation",
                    hazard.hazard() + "\n"
                            + labelled("severity", hazard.severity()) + ", "
                            + labelled("likelihood", hazard.likelihood())
                            + (hazard.atRisk() == null ? "" : ", " + texts.word("atRisk") + ": " + hazard.atRisk())
                            + (hazard.injuries() == null
                                    ? ""
                                    : ", " + texts.word("injuries") + ": " + hazard.injuries())
                            + "\n" + hazard.conclusion());
        }
        Step.Decide decision = of.file().decision();
        if (decision != null) {
            tell(story, "decision", decision(decision));
        }
        return story;
    }

    private String labelled(String name, @Nullable String word) {
        return texts.word(name) + ": " + texts.word(String.valueOf(word));
    }

    private String decision(Step.Decide decision) {
        List<String> said = new ArrayList<>(List.of(texts.word(String.valueOf(decision.action()))));
        if (of.file().acts()) {
            if (decision.hazardClass() != null) {
                said.add(texts.word("hazardClass") + " " + decision.hazardClass());
            }
            said.add(labelled("depth", decision.depth()));
            said.add(texts.word("level") + ": " + decision.level());
            List<String> countries = decision.countries() == null ? List.of() : decision.countries();
            said.add(texts.word("countries") + ": "
                    + (countries.isEmpty() ? texts.word("everywhere") : String.join(", ", countries)));
            said.add(labelled("publicWarning", Boolean.TRUE.equals(decision.publicWarning()) ? "yes" : "no"));
            if (decision.cage() != null) {
                said.add(texts.word("cage") + " " + decision.cage());
            }
        }
        return String.join("; ", said) + "\n" + decision.reason();
    }

    private void tell(List<Map<String, Object>> story, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            story.add(Map.of("name", texts.word(name), "text", text.strip()));
        }
    }

    // --- scope and stop

    private Object scope() {
        RecallView.ScopeView scope = view.scope();
        TraceView.SummaryView summary = parts.summary();
        if (scope == null || summary == null || view.question() == null) {
            return false;
        }
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(line("scopeId", scope.id() + ", " + texts.word("version") + " " + scope.scopeVersion()));
        facts.add(line("knownAt", scope.seq()));
        facts.add(line("answerHash", scope.answerHash()));
        facts.add(line("units", scope.units()));
        facts.add(line("lots", scope.lots()));
        facts.add(line("serials", scope.serials()));
        facts.add(line(
                "complete",
                scope.complete() ? texts.word("yes") : texts.word("cuts").formatted(scope.cuts())));
        RecallView.DriftView drift = scope.drift();
        if (drift != null) {
            facts.add(line("difference", texts.word("drift").formatted(drift.added(), drift.removed())));
        }
        Map<String, Object> model = new HashMap<>();
        model.put("question", new QuestionWords(texts).of(view.question()));
        model.put("facts", facts);
        model.put(
                "items",
                summary.byItem().stream()
                        .map(i -> Map.of(
                                "item", i.item(),
                                "name", parts.names().getOrDefault(i.item(), i.item()),
                                "lots", i.lots(),
                                "serials", i.serials()))
                        .toList());
        model.put("versions", view.versions().stream().map(this::version).toList());
        return model;
    }

    private Map<String, Object> version(RecallView.VersionView version) {
        Map<String, Object> model = new HashMap<>();
        model.put("version", version.version());
        model.put("at", time(version.at()));
        model.put("by", version.by());
        model.put("seq", version.seq());
        model.put("units", version.units());
        model.put("added", version.added());
        model.put("removed", version.removed());
        model.put("changed", version.changed());
        model.put("because", version.because().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        return model;
    }

    private Object stop() {
        RecallView.StopView stop = view.stop();
        PullView pulls = parts.pulls();
        if (stop == null && pulls == null) {
            return false;
        }
        List<Map<String, Object>> facts = new ArrayList<>();
        if (stop != null) {
            facts.add(line(
                    "inForce",
                    stop.inForce() && stop.since() != null
                            ? texts.word("since").formatted(time(stop.since()) + " UTC")
                            : texts.word("lifted")));
            facts.add(line("stoppedUnits", stop.units()));
            facts.add(line("arrived", stop.arrived()));
            facts.add(line("kept", stop.kept()));
        }
        List<PullView.At> places = pulls == null ? List.of() : pulls.places();
        if (pulls != null) {
            facts.add(
                    line("pullRows", texts.word("pullCounts").formatted(pulls.open(), pulls.done(), pulls.missing())));
            if (pulls.cage() != null) {
                facts.add(line("cage", pulls.cage()));
            }
        }
        return Map.of(
                "facts",
                facts,
                "hasPlaces",
                !places.isEmpty(),
                "places",
                places.stream()
                        .limit(PLACES_MAX)
                        .map(p -> Map.of("place", p.place(), "name", p.name(), "open", p.open(), "done", p.done()))
                        .toList());
    }

    // --- consignees

    private void consignees(Map<String, Object> model) {
        List<ConsigneeView> all = of.consignees();
        RecallView.CountsView counts = view.counts();
        model.put(
                "consigneeCounts",
                texts.word("consigneeCounts").formatted(counts.consignees(), counts.told(), counts.answered()));
        model.put("hasConsignees", !all.isEmpty());
        model.put(
                "consignees", all.stream().limit(ROWS_MAX).map(this::consignee).toList());
        model.put(
                "consigneesLeft",
                all.size() <= ROWS_MAX ? "" : texts.word("andMoreConsignees").formatted(all.size() - ROWS_MAX));
    }

    private Map<String, Object> consignee(ConsigneeView view) {
        String got = view.items().stream()
                .map(i -> (i.gross() != null ? i.gross() : i.qty() != null ? i.qty() : "?") + " " + i.unit() + " "
                        + i.item())
                .collect(Collectors.joining("; "));
        String told = view.notices().isEmpty()
                ? texts.word("notTold")
                : view.notices().stream()
                        .map(n -> texts.word(n.channel()) + (n.at() == null ? "" : " " + time(n.at())))
                        .collect(Collectors.joining("; "));
        ConsigneeView.Said answer = view.answer();
        return Map.of(
                "name",
                view.name(),
                "code",
                view.code() + (view.country() == null ? "" : ", " + view.country()),
                "got",
                got,
                "told",
                told,
                "answer",
                answer == null ? "" : answer(answer),
                "open",
                view.open().stream()
                        .map(o -> o.qty() + " " + o.unit() + " " + o.item())
                        .collect(Collectors.joining("; ")));
    }

    private String answer(ConsigneeView.Said answer) {
        var said = new StringBuilder(time(answer.at())).append(", ").append(texts.word(answer.channel()));
        if (answer.by() != null) {
            said.append(", ").append(answer.by());
        }
        for (Step.AnswerLine line : answer.lines()) {
            Map<String, @Nullable String> parts = new TreeMap<>();
            parts.put("heldByConsignees", line.onHand());
            parts.put("soldOn", line.soldOn());
            parts.put("announced", line.returned());
            parts.put("destroyedThere", line.destroyed());
            parts.put("used", line.used());
            parts.forEach((name, qty) -> {
                if (qty != null) {
                    said.append("; ")
                            .append(line.item())
                            .append(' ')
                            .append(texts.word(name))
                            .append(' ')
                            .append(qty);
                }
            });
        }
        return said.toString();
    }

    // --- effectiveness

    private void effectiveness(Map<String, Object> model) {
        Step.DrawSample sample = of.file().sample();
        model.put(
                "sample",
                sample == null || sample.consignees() == null
                        ? texts.word("noSample")
                        : texts.word("sampleDrawn")
                                .formatted(
                                        sample.level(),
                                        sample.consignees().size(),
                                        of.consignees().size(),
                                        of.file().checks().size()));
        List<Map<String, Object>> checks = new ArrayList<>();
        for (Taken taken : of.file().checks().values().stream().limit(ROWS_MAX).toList()) {
            Step.Check check = (Step.Check) taken.step();
            checks.add(Map.of(
                    "consignee", String.valueOf(check.consignee()),
                    "at", time(RecallStore.time(taken.atUs())),
                    "by", taken.actor(),
                    "method", texts.word(String.valueOf(check.method())),
                    "result", texts.word(String.valueOf(check.result())),
                    "text", check.text() == null ? "" : check.text()));
        }
        model.put("hasChecks", !checks.isEmpty());
        model.put("checks", checks);
    }

    // --- quantities

    private void reconciliation(Map<String, Object> model) {
        ReconciliationView all = of.reconciliation();
        model.put(
                "addsUp",
                all.items().isEmpty()
                        ? texts.word("noScope")
                        : texts.word(all.addsUp() ? "addsUp" : "doesNotAddUp").formatted(all.seq()));
        model.put(
                "reconciled",
                all.items().stream().limit(ROWS_MAX).map(this::item).toList());
        List<Map<String, Object>> disposals = new ArrayList<>();
        for (Taken taken : of.file().disposals().stream().limit(ROWS_MAX).toList()) {
            Step.Dispose dispose = (Step.Dispose) taken.step();
            disposals.add(Map.of(
                    "step", taken.n(),
                    "day", String.valueOf(dispose.day()),
                    "how", texts.word(String.valueOf(dispose.how())),
                    "item", dispose.item() + (dispose.lot() == null ? "" : " " + dispose.lot()),
                    "qty", String.valueOf(dispose.qty()),
                    "proof",
                            (dispose.witness() == null ? "" : dispose.witness())
                                    + (dispose.certificate() == null ? "" : ", " + dispose.certificate())));
        }
        model.put("hasDisposals", !disposals.isEmpty());
        model.put("disposals", disposals);
    }

    private Map<String, Object> item(ReconciliationView.OfItem item) {
        ReconciliationView.States states = item.states();
        List<Map<String, Object>> rows = new ArrayList<>();
        state(rows, "stock", states.stock());
        state(rows, "pulled", states.pulled());
        state(rows, "returned", states.returned());
        state(rows, "installed", states.installed());
        state(rows, "destroyed", states.destroyed());
        state(rows, "scrapped", states.scrapped());
        state(rows, "reworked", states.reworked());
        state(rows, "consumed", states.consumed());
        state(rows, "heldByConsignees", states.heldByConsignees());
        state(rows, "soldOn", states.soldOn());
        state(rows, "announced", states.announced());
        state(rows, "destroyedThere", states.destroyedThere());
        state(rows, "used", states.used());
        state(rows, "remedied", states.remedied());
        state(rows, "stillOpen", states.open());
        state(rows, "elsewhere", states.elsewhere());
        Map<String, Object> model = new HashMap<>();
        model.put("item", item.item());
        model.put("name", item.name());
        model.put("unit", item.unit());
        model.put("states", rows);
        model.put("sum", item.sum());
        model.put("inScope", item.inScope());
        model.put("difference", item.difference());
        model.put("accounted", percent(item.accounted()));
        return model;
    }

    private void state(List<Map<String, Object>> rows, String name, String qty) {
        if (new BigDecimal(qty).signum() != 0) {
            rows.add(Map.of("name", texts.word(name), "qty", qty));
        }
    }

    private static String percent(String share) {
        BigDecimal percent = new BigDecimal(share).movePointRight(2);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
    }

    // --- figures

    private List<Map<String, Object>> figures() {
        FiguresView figures = of.figures();
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line("toScope", duration(figures.toScope())));
        if (!of.isDrill()) {
            lines.add(line("toStop", duration(figures.toStop())));
            lines.add(line("toFirstNotice", duration(figures.toFirstNotice())));
        }
        for (FiguresView.Located located : figures.located()) {
            lines.add(Map.of(
                    "name", texts.word("located").formatted(located.hours()),
                    "value", known(located.share() == null ? null : percent(located.share()))));
        }
        if (!of.isDrill()) {
            lines.add(line(
                    "responseRate", known(figures.responseRate() == null ? null : percent(figures.responseRate()))));
            lines.add(line("effectiveShare", known(figures.effective() == null ? null : percent(figures.effective()))));
            lines.add(line("overRecall", known(figures.overRecall())));
        }
        return lines;
    }

    private String known(@Nullable String value) {
        return value == null ? texts.word("unknown") : value;
    }

    private String duration(@Nullable Long seconds) {
        if (seconds == null) {
            return texts.word("unknown");
        }
        var took = Duration.ofSeconds(seconds);
        return took.toHours() > 0
                ? took.toHours() + " h " + took.toMinutesPart() + " min"
                : took.toMinutes() > 0 ? took.toMinutes() + " min " + took.toSecondsPart() + " s" : seconds + " s";
    }

    private Object drill() {
        List<Map<String, Object>> times = new ArrayList<>();
        time(
                times,
                "scopeMs",
                view.scope() == null
                        ? ""
                        : texts.word("drill.unitsFound").formatted(view.scope().units()));
        time(times, "stopMs", texts.word("drill.stopFound").formatted(fact("stopRows"), fact("stopPlaces")));
        time(times, "consigneesMs", texts.word("drill.consigneesFound").formatted(fact("consignees")));
        time(times, "backwardMs", texts.word("drill.unitsFound").formatted(fact("backwardUnits")));
        time(times, "forwardMs", texts.word("drill.unitsFound").formatted(fact("forwardUnits")));
        time(times, "totalMs", texts.word("drill.accounted").formatted(fact("accountedPercent")));
        return Map.of("times", times, "limits", List.of(limit("limit.brcgs", 4), limit("limit.fsma", 24)));
    }

    private String fact(String name) {
        return of.file().facts().getOrDefault(Drills.FIGURE + name, "");
    }

    private void time(List<Map<String, Object>> times, String name, String found) {
        times.add(Map.of("name", texts.word(Drills.FIGURE + name), "took", milliseconds(fact(name)), "found", found));
    }

    private static String milliseconds(String text) {
        return text.isEmpty() ? "" : BigDecimal.valueOf(Long.parseLong(text), 3).toPlainString() + " s";
    }

    private Map<String, Object> limit(String name, int hours) {
        long tookMs = Long.parseLong(fact("totalMs"));
        boolean isKept = tookMs <= Duration.ofHours(hours).toMillis();
        return Map.of(
                "name", texts.word(name),
                "allowed", texts.word("hours").formatted(hours),
                "took", milliseconds(fact("totalMs")),
                "result", texts.word(isKept ? "kept.yes" : "kept.no"),
                "style", isKept ? "good" : "bad");
    }

    private Object curve() {
        List<FiguresView.Point> points = of.figures().curve();
        if (points.size() < 2 || of.isDrill()) {
            return false;
        }
        FiguresView.Point last = points.getLast();
        return Map.of(
                "picture", ReportCurve.picture(points),
                "from", time(points.getFirst().at()),
                "to", time(last.at()),
                "answered", percent(last.answered()),
                "accounted", percent(last.accounted()));
    }

    // --- what was told, and what was done

    private void publicNotice(Map<String, Object> model) {
        Taken taken = of.file().published();
        Map<String, PublicRecalls.Text> all =
                taken != null && taken.step() instanceof Step.Publish publish && publish.texts() != null
                        ? new TreeMap<>(publish.texts())
                        : Map.of();
        List<Map<String, Object>> told = new ArrayList<>();
        all.forEach((language, text) -> told.add(Map.of(
                "language", language,
                "title", text.title(),
                "product", text.product(),
                "hazard", text.hazard(),
                "whatToDo", text.whatToDo(),
                "remedy", text.remedy() == null ? "" : text.remedy())));
        model.put("hasPublic", !told.isEmpty());
        model.put("public", told);
    }

    private void record(Map<String, Object> model) {
        List<Taken> steps = of.file().steps();
        var words = new StepWords(texts);
        model.put(
                "steps",
                steps.stream()
                        .limit(ROWS_MAX)
                        .map(taken -> Map.<String, Object>of(
                                "n", taken.n(),
                                "at", time(RecallStore.time(taken.atUs())),
                                "by", taken.actor(),
                                "role", taken.role(),
                                "type", texts.word(RecallStore.type(taken.step())),
                                "text", words.of(taken.step()),
                                "style", of.file().isUndone(taken.n()) ? "undone" : "",
                                "hash", HexFormat.of().formatHex(taken.hash()).substring(0, HASH_DIGITS)))
                        .toList());
        model.put(
                "stepsLeft",
                steps.size() <= ROWS_MAX ? "" : texts.word("andMoreSteps").formatted(steps.size() - ROWS_MAX));
        model.put(
                "lastHash",
                steps.isEmpty()
                        ? ""
                        : "SHA-256, " + texts.word("step") + " "
                                + steps.getLast().n() + ": "
                                + HexFormat.of().formatHex(steps.getLast().hash()));
    }
}
