/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.analysis.cause.CauseAnswer;
import org.gozinto.analysis.cause.CauseSettings;
import org.gozinto.analysis.cause.CommonCauses;
import org.gozinto.genealogy.Factor;
import org.gozinto.genealogy.Factors;
import org.gozinto.genealogy.Lives;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.jspecify.annotations.Nullable;

/** Looks for what failed units share: failures, controls, factors, statistics. */
final class CauseSearch {

    private final Names names;
    private final Factors factors;
    private final Lives lives;
    private final ComplaintFacts complaints;

    CauseSearch(Names names, Factors factors, Lives lives, ComplaintFacts complaints) {
        this.names = names;
        this.factors = factors;
        this.lives = lives;
        this.complaints = complaints;
    }

    /** @param seq the last entry of the ledger that it knew */
    record Answered(CauseView.AnswerView answer, long seq) {}

    Answered answer(CauseQuestion asked, long seqWhenAsked, QualityJobs.Teller teller) {
        teller.tell("failures", 0, 0);
        var finder = new Failures.Finder(names, complaints);
        Failures failures = finder.of(asked);
        List<Long> failed = failures.days().keySet().stream().sorted().toList();
        if (failed.isEmpty()) {
            return new Answered(CauseAnswers.noFailures(failures.unknown()), seqWhenAsked);
        }
        teller.tell("controls", 0, 0);
        CauseQuestion.ControlsWanted wanted = asked.controls();
        List<Long> excluded = wanted == null || wanted.exclude() == null
                ? List.of()
                : finder.named(wanted.exclude(), new ArrayList<>());
        Controls.Rule rule = Controls.Rule.of(asked);
        Controls.Drawn drawn = new Controls(lives, names).draw(failed, excluded, rule);
        List<Long> all = new ArrayList<>(failed);
        all.addAll(drawn.controls().stream().sorted().toList());
        var table = new CauseTable(all, failed.size(), drawn.strata(), drawn.comparable());
        Factors.Parts parts = parts(asked);
        long seq = factors.of(
                new Factors.Asked(
                        all.stream().map(unit -> of(unit, failures, drawn)).toList(), families(asked), parts),
                table,
                done -> teller.tell("factors", done, all.size()));
        teller.tell("statistics", 0, 0);
        CauseAnswer found = CommonCauses.find(table.build(), settings(asked, rule.seed()));
        CauseAnswers.Paths paths = (unit, factor) -> factors.path(of(unit, failures, drawn), factor, parts);
        var to = new CauseAnswers.Asked(failed, drawn, failures.unknown(), early(failures, drawn), paths);
        return new Answered(new CauseAnswers(names, table, to).of(found), seq);
    }

    static Factors.Parts parts(CauseQuestion asked) {
        return "atFailure".equals(asked.installed()) ? Factors.Parts.AS_INSTALLED : Factors.Parts.EVER;
    }

    static CauseSettings settings(CauseQuestion asked, long seed) {
        CauseSettings usual = CauseSettings.usual(seed);
        return Boolean.TRUE.equals(asked.interactions())
                ? usual.with(List.of(new CauseSettings.Pair("lot", "equipment")))
                : usual;
    }

    static Set<Factor.Family> families(CauseQuestion asked) {
        if (asked.families() == null || asked.families().isEmpty()) {
            return Factors.allFamilies();
        }
        Set<String> words = new HashSet<>(asked.families());
        Set<Factor.Family> families = EnumSet.noneOf(Factor.Family.class);
        for (Factor.Family family : Factors.allFamilies()) {
            boolean isWindow = family == Factor.Family.PASS && words.contains("window");
            if (words.contains(family.word()) || isWindow) {
                families.add(family);
            }
        }
        return families;
    }

    // What was built in after the failure did not cause it; a day before it was made is a wrong one.
    private static Factors.Of of(long unit, Failures failures, Controls.Drawn drawn) {
        Failures.Day day = failures.days().get(unit);
        LocalDate on = day == null ? null : day.day();
        boolean counts = on != null && !isEarly(day, drawn.failed().get(unit));
        return new Factors.Of(unit, on != null && counts ? (Long) Days.endUs(on) : null);
    }

    private static List<String> early(Failures failures, Controls.Drawn drawn) {
        List<String> early = new ArrayList<>();
        failures.complaints().forEach((unit, complaint) -> {
            Lives.Life life = drawn.failed().get(unit);
            if (isEarly(failures.days().get(unit), life)) {
                early.add(complaint);
            }
        });
        return early.stream().sorted().toList();
    }

    private static boolean isEarly(Failures.@Nullable Day day, Lives.@Nullable Life life) {
        LocalDate on = day == null ? null : day.day();
        return on != null && life != null && on.isBefore(Days.day(life.madeUs()));
    }
}
