/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Refusal;
import org.gozinto.recall.Consignees.Consignee;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a consignee says fits what it got. It is judged here alone, whether people type it in for somebody on
 * the phone or the consignee answers by its link. Safe for use by many threads.
 */
final class AnswerRule {

    private final Measures measures;

    AnswerRule(Measures measures) {
        this.measures = measures;
    }

    /** The rule for the items of the masters. */
    static AnswerRule of(Items items) {
        return new AnswerRule(code -> {
            Item item = items.find(code);
            return item == null ? null : new Measure(item.decimals());
        });
    }

    /** How an item is measured. */
    record Measure(int decimals) {}

    /** How items are measured, by their codes; null for what is none. */
    @FunctionalInterface
    interface Measures {
        @Nullable
        Measure of(String item);
    }

    /** What can be wrong. */
    enum Wrong {
        /** The item is none of theirs. */
        NOT_GOT,
        /** The item has two lines. */
        TWICE,
        /** More decimals than the item has. */
        DECIMALS,
        /** More than they got. */
        MORE
    }

    /**
     * A fault.
     *
     * @param pointer into the step, such as {@code /lines/0/onHand}
     * @param got what they got of the item; null where that is not the matter
     * @param decimals of the item
     */
    record Fault(
            Wrong wrong,
            String pointer,
            String item,
            @Nullable BigDecimal got,
            int decimals) {}

    /** Refuses an answer that does not fit, with all its faults. */
    void require(Consignee consignee, Step.Answer answer) {
        List<Fault> faults = faults(consignee, answer);
        if (faults.isEmpty()) {
            return;
        }
        Fault first = faults.getFirst();
        Refusal refusal = new Refusal(
                422,
                "answer-does-not-fit",
                "The answer does not fit what they got",
                consignee.name() + ", " + first.item() + ": " + detail(first) + ".",
                faults.stream()
                        .map(f -> new Refusal.Fault("/step" + f.pointer(), detail(f), expected(f), "Ask again."))
                        .toList());
        throw refusal.asException();
    }

    private static String detail(Fault fault) {
        return switch (fault.wrong()) {
            case NOT_GOT -> "is nothing that they got";
            case TWICE -> "stands twice";
            case DECIMALS -> "has too many decimals";
            case MORE -> "is together more than they got";
        };
    }

    private static String expected(Fault fault) {
        BigDecimal got = fault.got();
        return switch (fault.wrong()) {
            case NOT_GOT -> "an item that they got";
            case TWICE -> "each item once";
            case DECIMALS -> "at most " + fault.decimals() + " decimals";
            case MORE -> "together at most " + (got == null ? "what they got" : got.toPlainString());
        };
    }

    /** What is wrong with an answer whose quantities are decimal texts. */
    List<Fault> faults(Consignee consignee, Step.Answer answer) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Step.AnswerLine> lines = answer.lines() == null ? List.of() : answer.lines();
        for (int i = 0; i < lines.size(); i++) {
            Step.AnswerLine line = lines.get(i);
            String item = String.valueOf(line.item());
            String at = "/lines/" + i;
            if (!got(consignee, item, at + "/item", faults)) {
                continue;
            }
            if (!seen.add(item)) {
                faults.add(new Fault(Wrong.TWICE, at + "/item", item, null, 0));
            }
            line(consignee, item, line, at, faults);
        }
        passedOn(consignee, answer, faults);
        return faults;
    }

    private boolean got(Consignee consignee, String item, String pointer, List<Fault> faults) {
        boolean theirs = consignee.got().isEmpty() && consignee.via() != null && measures.of(item) != null
                || consignee.got().containsKey(item);
        if (!theirs) {
            faults.add(new Fault(Wrong.NOT_GOT, pointer, item, null, 0));
        }
        return theirs;
    }

    private void line(Consignee consignee, String item, Step.AnswerLine line, String at, List<Fault> faults) {
        Map<String, String> said = said(line);
        int decimals = decimals(item);
        BigDecimal sum = BigDecimal.ZERO;
        String last = at;
        for (var state : said.entrySet()) {
            BigDecimal qty = new BigDecimal(state.getValue());
            String pointer = at + "/" + state.getKey();
            if (qty.stripTrailingZeros().scale() > decimals) {
                faults.add(new Fault(Wrong.DECIMALS, pointer, item, null, decimals));
            }
            sum = sum.add(qty);
            last = qty.signum() > 0 ? pointer : last;
        }
        BigDecimal most = most(consignee, item);
        if (most != null && sum.compareTo(most) > 0) {
            faults.add(new Fault(Wrong.MORE, last, item, most, decimals));
        }
    }

    private int decimals(String item) {
        Measure measure = measures.of(item);
        return measure == null ? 0 : measure.decimals();
    }

    /** The states that are said, in their order. */
    static Map<String, String> said(Step.AnswerLine line) {
        Map<String, String> said = new LinkedHashMap<>();
        put(said, "onHand", line.onHand());
        put(said, "soldOn", line.soldOn());
        put(said, "returned", line.returned());
        put(said, "destroyed", line.destroyed());
        put(said, "used", line.used());
        return said;
    }

    private static void put(Map<String, String> said, String state, @Nullable String qty) {
        if (qty != null) {
            said.put(state, qty);
        }
    }

    private void passedOn(Consignee consignee, Step.Answer answer, List<Fault> faults) {
        Map<String, BigDecimal> sums = new HashMap<>();
        List<Step.SubConsignee> subs = answer.subConsignees() == null ? List.of() : answer.subConsignees();
        for (int i = 0; i < subs.size(); i++) {
            Step.SubConsignee sub = subs.get(i);
            String item = sub.item();
            String at = "/subConsignees/" + i;
            if (item == null || !got(consignee, item, at + "/item", faults) || sub.qty() == null) {
                continue;
            }
            var qty = new BigDecimal(sub.qty());
            int decimals = decimals(item);
            if (qty.stripTrailingZeros().scale() > decimals) {
                faults.add(new Fault(Wrong.DECIMALS, at + "/qty", item, null, decimals));
            }
            BigDecimal sum = sums.merge(item, qty, BigDecimal::add);
            BigDecimal most = most(consignee, item);
            if (most != null && sum.compareTo(most) > 0) {
                faults.add(new Fault(Wrong.MORE, at + "/qty", item, most, decimals));
            }
        }
    }

    /** How much of an item they can say something of; null when only they know. */
    private static @Nullable BigDecimal most(Consignee consignee, String item) {
        Consignees.Got got = consignee.got().get(item);
        return got == null ? null : NoticeGoods.got(got);
    }
}
