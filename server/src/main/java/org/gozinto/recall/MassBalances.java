/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.genealogy.LiveAnswer;
import org.gozinto.genealogy.MassBalanceView;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.TraceView;
import org.gozinto.genealogy.Traces;
import org.gozinto.item.Item;
import org.gozinto.item.Items;

/**
 * The mass balance of a case as BRCGS 3.9 asks for it: forward, what became of each lot that the question names;
 * backward, what went into it and what became of that. Safe for use by many threads.
 */
final class MassBalances {

    /** Units whose balance is drawn up in one direction; nobody reads a sheet of more. */
    static final int UNITS_MAX = 200;

    private static final int PERCENT_SCALE = 2;

    private final Scopes scopes;
    private final Traces traces;
    private final Items items;

    MassBalances(Scopes scopes, Traces traces, Items items) {
        this.scopes = scopes;
        this.traces = traces;
        this.items = items;
    }

    /**
     * @param left units that are in no row, because there are more than {@link #UNITS_MAX}
     * @param tookMs how long it took to draw up
     */
    record Side(List<OfUnit> units, long left, long tookMs) {}

    /**
     * @param forward of the units that the question names
     * @param backward of what went into them
     * @param used what went into which run of theirs
     */
    record Sheet(Side forward, Side backward, List<Used> used) {

        /** What was accounted for of all that came in, as a mean over the rows; in percent. */
        String accounted() {
            List<OfUnit> all = new ArrayList<>(forward.units);
            all.addAll(backward.units);
            return all.isEmpty()
                    ? "100"
                    : all.stream()
                            .map(OfUnit::accountedPercent)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .divide(BigDecimal.valueOf(all.size()), PERCENT_SCALE, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros()
                            .toPlainString();
        }
    }

    /** A quantity of a unit that a run used to make one that the question names. */
    record Used(String run, OfUnit input, BigDecimal qty) {}

    /**
     * The balance of one unit, its quantities in the unit of the item. All that came in is {@code received + made +
     * other}; all that is known of it is {@code used + onHand + shipped + scrapped + serialised + loss}.
     *
     * @param number of the lot or serial
     * @param used by run
     * @param shipped by partner: what is there
     * @param loss counted down, cleaned out or taken out of the books
     */
    record OfUnit(
            String id,
            String item,
            String name,
            String measure,
            String number,
            BigDecimal received,
            BigDecimal made,
            BigDecimal other,
            Map<String, BigDecimal> used,
            BigDecimal onHand,
            Map<String, BigDecimal> shipped,
            BigDecimal scrapped,
            BigDecimal serialised,
            BigDecimal loss,
            MassBalanceView view) {

        BigDecimal entered() {
            return new BigDecimal(view.entered());
        }

        BigDecimal difference() {
            return new BigDecimal(view.gap());
        }

        BigDecimal usedSum() {
            return used.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal shippedSum() {
            return shipped.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What is accounted for of what came in, 100 when nothing did. */
        BigDecimal accountedPercent() {
            return entered().signum() == 0
                    ? BigDecimal.valueOf(100)
                    : new BigDecimal(view.accounted())
                            .movePointRight(2)
                            .divide(entered(), PERCENT_SCALE, RoundingMode.HALF_EVEN);
        }

        /** The runs that it came out of. */
        Set<String> runs() {
            Set<String> runs = new LinkedHashSet<>();
            view.lines().stream().filter(l -> l.kind().equals("made")).forEach(l -> runs.add(l.place()));
            return runs;
        }
    }

    /** Both directions, drawn up anew with all that is known now. */
    Sheet of(ScopeQuestion question) {
        Side forward = forward(question);
        Side backward = backward(question);
        return new Sheet(forward, backward, used(forward, backward));
    }

    Side forward(ScopeQuestion question) {
        return side(question, true);
    }

    /** Of what went into the units that the question names. */
    Side backward(ScopeQuestion question) {
        return side(ScopeQuestion.of("backward", question.allSeeds()), false);
    }

    private Side side(ScopeQuestion question, boolean seeds) {
        long begun = System.nanoTime();
        LiveAnswer.Some some = scopes.live(question).some(seeds, UNITS_MAX);
        List<OfUnit> rows = some.units().stream().map(this::of).toList();
        return new Side(rows, some.left(), (System.nanoTime() - begun) / 1_000_000);
    }

    private OfUnit of(TraceView.ReachedView unit) {
        String code = String.valueOf(unit.item());
        Item item = items.find(code);
        MassBalanceView view = traces.balance(Long.parseLong(unit.unit()), true, null, null);
        var sums = new Sums();
        view.lines().forEach(sums::take);
        return new OfUnit(
                unit.unit(),
                code,
                item == null ? code : item.name(),
                item == null ? "" : item.unit(),
                number(unit),
                sums.received,
                sums.made,
                sums.other,
                sums.used,
                sums.onHand,
                sums.shipped,
                sums.scrapped,
                sums.serialised,
                sums.loss,
                view);
    }

    private static String number(TraceView.ReachedView unit) {
        String number = unit.serial() != null ? unit.serial() : unit.lot();
        return number == null ? "" : number;
    }

    private static List<Used> used(Side forward, Side backward) {
        Set<String> runs = new LinkedHashSet<>();
        forward.units.forEach(unit -> runs.addAll(unit.runs()));
        List<Used> used = new ArrayList<>();
        for (String run : runs) {
            for (OfUnit input : backward.units) {
                BigDecimal qty = input.used.get(run);
                if (qty != null) {
                    used.add(new Used(run, input, qty));
                }
            }
        }
        return used;
    }

    /** The lines of a balance by what they say. */
    private static final class Sums {
        private BigDecimal received = BigDecimal.ZERO;
        private BigDecimal made = BigDecimal.ZERO;
        private BigDecimal other = BigDecimal.ZERO;
        private final Map<String, BigDecimal> used = new LinkedHashMap<>();
        private BigDecimal onHand = BigDecimal.ZERO;
        private final Map<String, BigDecimal> shipped = new LinkedHashMap<>();
        private BigDecimal scrapped = BigDecimal.ZERO;
        private BigDecimal serialised = BigDecimal.ZERO;
        private BigDecimal loss = BigDecimal.ZERO;

        void take(MassBalanceView.LineView line) {
            var qty = new BigDecimal(line.qty());
            switch (line.kind()) {
                case "received" -> received = received.add(qty);
                case "made" -> made = made.add(qty);
                case "commissioned", "found", "fromLot" -> other = other.add(qty);
                case "consumed", "inProcess" -> used.merge(line.place(), qty, BigDecimal::add);
                case "onHand", "packed", "installed" -> onHand = onHand.add(qty);
                case "atPartner" -> shipped.merge(line.place(), qty, BigDecimal::add);
                case "scrapped" -> scrapped = scrapped.add(qty);
                case "serialised" -> serialised = serialised.add(qty);
                case "adjustedDown", "lost", "left" -> loss = loss.add(qty);
                default -> throw new IllegalStateException("a balance has no lines of kind " + line.kind());
            }
        }
    }
}
