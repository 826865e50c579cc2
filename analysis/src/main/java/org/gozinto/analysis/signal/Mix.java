/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.gozinto.analysis.signal.Field.Kept;
import org.gozinto.analysis.signal.Field.Siblings;

/**
 * Items without denominators, by the mix of their complaints: expected is lot's complaints × code's complaints ÷ all
 * complaints of the item. Proportional reporting ratio: Evans, Waller and Davis, Pharmacoepidemiology and Drug Safety
 * 10 (2001) 483–486; reporting odds ratio: Rothman, Lanes and Sacks, the same 13 (2004) 519–523. Given all four sums
 * a count varies less than Poisson's, so the mid-p is on the careful side.
 */
final class Mix {

    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    private final Field field;
    private final Tally tally;
    private final Map<String, Margins> margins = new HashMap<>();

    /** What an item's lot is compared with: its complaints, those of the codes of the item, and all of the item. */
    private record Margins(long ofLot, Map<String, Long> ofCodes, long all) {}

    Mix(Field field) {
        this.field = field;
        this.tally = new Tally(field.codes().size());
    }

    Tally tally() {
        return tally;
    }

    void add(Siblings siblings) {
        int lots = siblings.services().size();
        int[] ofLots = new int[lots];
        Map<String, Long> ofCodes = new HashMap<>();
        siblings.complaints().forEach((code, complaints) -> {
            ofCodes.put(field.codes().get(code), (long) complaints.size());
            complaints.forEach(complaint -> ofLots[complaint.lot() - siblings.firstLot()]++);
        });
        long all = Arrays.stream(ofLots).asLongStream().sum();
        for (int i = 0; i < lots; i++) {
            String id = field.lots().get(siblings.firstLot() + i).id();
            margins.put(id, new Margins(ofLots[i], ofCodes, all));
        }
        siblings.complaints().forEach((code, complaints) -> column(siblings, code, complaints, ofLots, all));
    }

    private void column(Siblings siblings, int code, List<Kept> complaints, int[] ofLots, long all) {
        double[] expected = new double[ofLots.length];
        Arrays.setAll(expected, lot -> (double) ofLots[lot] * complaints.size() / all);
        int[] found = new int[ofLots.length];
        complaints.forEach(complaint -> found[complaint.lot() - siblings.firstLot()]++);
        tally.column(code, siblings.firstLot(), expected, found);
    }

    /** A finding with its ratios, by the table of four fields: this code or another, this lot or another. */
    MixFinding told(Finding finding) {
        Margins sums = margins.getOrDefault(finding.lot(), new Margins(0, Map.of(), 0));
        double a = finding.complaints() + 0.5;
        double b = sums.ofLot - finding.complaints() + 0.5;
        double c = sums.ofCodes.getOrDefault(finding.code(), 0L) - finding.complaints() + 0.5;
        double d = sums.all + 2 - a - b - c;
        double prr = a / (a + b) / (c / (c + d));
        double ror = a * d / (b * c);
        double wide = Math.exp(Z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d));
        return new MixFinding(finding, prr, ror, ror / wide, ror * wide);
    }
}
