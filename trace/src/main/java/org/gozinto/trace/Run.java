/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run as far as the question knows it: all its inputs, outputs and links, and its pool while the entries are read
 * (trace semantics §2, Run).
 */
final class Run {

    final int place;
    final List<Input> inputs = new ArrayList<>();
    final List<Output> outputs = new ArrayList<>();
    final List<LinkRow> links = new ArrayList<>();
    private int firstEntry = -1;
    private boolean hasSeveralEntries;
    private boolean saysClosed;
    private int firstInput;
    private int firstOutput;

    // One pool when everything converts to one dimension, else one for each dimension of the outputs.
    final Map<String, Pool> pools = new TreeMap<>();
    private String dimension = "";
    private Precision precision = Precision.ORDER;

    Run(int place) {
        this.place = place;
    }

    /** An input movement; {@code node} is its (unit, run) state once read. */
    static final class Input {
        final int entry;
        final int unit;
        final long qty;
        /** Most have none. */
        List<Feed> feeds = List.of();

        boolean linked;
        int node = -1;
        /** What it contained when it entered, as a node of its own: no label of the unit itself; -1 for none. */
        int contents = -1;

        Input(int entry, int unit, long qty) {
            this.entry = entry;
            this.unit = unit;
            this.qty = qty;
        }
    }

    /** An output movement; {@code node} is the state that it arrives as, once read. */
    static final class Output {
        final int entry;
        final int unit;
        final long qty;
        /** Most have none. */
        List<Feed> feeds = List.of();

        int node = -1;

        Output(int entry, int unit, long qty) {
            this.entry = entry;
            this.unit = unit;
            this.qty = qty;
        }
    }

    /** The share of a linked input that goes into one output. */
    record Feed(Input input, Output output, Fraction share) {}

    record LinkRow(int entry, Link link) {}

    /** {@code left} is the share of the newest node that is still in it, {@code qty} the quantity in it (case a). */
    static final class Pool {
        int node = -1;
        Fraction left = Fraction.ONE;
        Fraction qty = Fraction.ZERO;
        /** Case b: the outputs still to come, in this pool's dimension. */
        Fraction toCome = Fraction.ZERO;
    }

    /** The next input movement of this unit in this entry that has not arrived yet. */
    int nextInput(int entry, int unit) {
        int at = firstInput;
        while (inputs.get(at).node >= 0 || inputs.get(at).entry != entry || inputs.get(at).unit != unit) {
            at++;
        }
        while (firstInput < inputs.size() && (firstInput == at || inputs.get(firstInput).node >= 0)) {
            firstInput++;
        }
        return at;
    }

    /** The next output movement of this unit in this entry that has not left yet. */
    int nextOutput(int entry, int unit) {
        int at = firstOutput;
        while (outputs.get(at).node >= 0 || outputs.get(at).entry != entry || outputs.get(at).unit != unit) {
            at++;
        }
        while (firstOutput < outputs.size() && (firstOutput == at || outputs.get(firstOutput).node >= 0)) {
            firstOutput++;
        }
        return at;
    }

    /** Whether the output is of this entry, and the only one. */
    boolean isOnlyOutputOf(int entry, int output) {
        return output < outputs.size()
                && outputs.get(output).entry == entry
                && (output + 1 == outputs.size() || outputs.get(output + 1).entry != entry);
    }

    void touchedBy(int entry, boolean closes) {
        hasSeveralEntries |= firstEntry >= 0 && firstEntry != entry;
        firstEntry = entry;
        saysClosed |= closes;
    }

    void closedBySaying(boolean closes) {
        saysClosed |= closes;
    }

    /** An act says so, or one single entry both feeds and empties it. */
    boolean isClosed() {
        return saysClosed || !hasSeveralEntries && !inputs.isEmpty() && !outputs.isEmpty();
    }

    /** Case (a): everything that enters and leaves converts to one unit of measure. */
    boolean isWellMixed() {
        return !dimension.isEmpty();
    }

    Precision precision() {
        return precision;
    }

    /** What is known once all entries were seen: the unit of measure, the precision, and the pools to come. */
    void settle(Facts facts) {
        List<Measure> measures = new ArrayList<>();
        inputs.forEach(input -> addOnce(measures, facts.measure(input.unit)));
        outputs.forEach(output -> addOnce(measures, facts.measure(output.unit)));
        dimension = Measure.common(measures);
        boolean isOneUnitInOneEntry = !outputs.isEmpty();
        for (Output output : outputs) {
            Output first = outputs.getFirst();
            isOneUnitInOneEntry &= output.unit == first.unit && output.entry == first.entry;
            Pool pool = pools.computeIfAbsent(poolOf(facts, output.unit), absent -> new Pool());
            pool.toCome = pool.toCome.plus(measure(facts, output.unit, output.qty));
        }
        if (isOneUnitInOneEntry) {
            precision = outputPrecision(facts, outputs.getFirst().unit);
        }
        if (isWellMixed()) {
            pools.computeIfAbsent(dimension, absent -> new Pool());
        }
    }

    // Items share their measures: told apart by identity, which is faster and no less right.
    private static void addOnce(List<Measure> measures, Measure measure) {
        for (Measure known : measures) {
            if (known == measure) {
                return;
            }
        }
        measures.add(measure);
    }

    static Precision outputPrecision(Facts facts, int unit) {
        return facts.kind(unit) == Unit.Kind.SERIAL ? Precision.UNIT : Precision.LOT;
    }

    String poolOf(Facts facts, int outputUnit) {
        return isWellMixed() ? dimension : facts.measure(outputUnit).base();
    }

    /** A quantity in the unit of measure that this run's shares are reckoned in. */
    Fraction measure(Facts facts, int unit, long qty) {
        Unit what = facts.like(unit);
        String in = isWellMixed() ? dimension : what.measure().base();
        return what.measure().in(in, qty, what.decimals());
    }
}
