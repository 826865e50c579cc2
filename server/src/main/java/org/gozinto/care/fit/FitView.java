/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether something fits, and why.
 *
 * @param answer yes, no or unknown
 * @param rules those that were weighed
 * @param missing what would have to be known, and what is odd about a number
 * @param replacedBy codes of items that replace the object, the nearest first
 */
public record FitView(String answer, List<RuleAnswer> rules, List<Reason> missing, List<String> replacedBy) {

    /**
     * A rule that was weighed.
     *
     * @param decided whether the answer follows from it
     * @param detail what it says of the two, an English sentence
     */
    public record RuleAnswer(String code, long version, String relation, boolean decided, String detail) {}

    /** @param remarks about the numbers that were asked with */
    static FitView of(Judgement judgement, List<Reason> remarks) {
        Set<Reason> missing = new LinkedHashSet<>(remarks);
        if (judgement.answer() instanceof Answer.Unknown unknown) {
            missing.addAll(unknown.missing());
        }
        return new FitView(
                judgement.answer().word(),
                judgement.weighed().stream()
                        .map(w -> new RuleAnswer(
                                w.rule().code(),
                                w.rule().version(),
                                w.rule().relation().word(),
                                w.decided(),
                                w.detail()))
                        .toList(),
                new ArrayList<>(missing),
                judgement.replacedBy());
    }
}
