/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gozinto.analysis.FalseDiscoveries;

/**
 * The judgement over all cells of a run: by which law, how unlikely, and whether that is believed when so many were
 * tested. It depends on exposures and counts alone, not on the shrunk ratios, which rank.
 */
final class Screening {

    private final Tally tally;
    private final Settings settings;
    private final List<OverDispersion.Fit> fits;
    private final double[] midP;
    private final double[] q;

    private Screening(Tally tally, Settings settings, List<OverDispersion.Fit> fits) {
        this.tally = tally;
        this.settings = settings;
        this.fits = fits;
        this.midP = new double[tally.size()];
        Arrays.setAll(
                midP, cell -> spread(tally.code(cell)).midP(tally.count(cell), tally.exposure(cell), tally.own(cell)));
        this.q = new double[tally.size()];
    }

    /**
     * Judges.
     *
     * @param codes names of the codes, by number
     */
    static Screening of(Tally tally, List<String> codes, Settings settings) {
        int[][] cells = tally.cellsByCode();
        List<OverDispersion.Fit> fits = IntStream.range(0, codes.size())
                .mapToObj(code -> OverDispersion.of(tally, code, cells[code], codes.get(code)))
                .toList();
        Screening screening = new Screening(tally, settings, fits);
        screening.believe();
        return screening;
    }

    /** Cells with too few complaints are tests, but never signals: their q is 1. */
    private void believe() {
        Arrays.fill(q, 1);
        int[] cells = IntStream.range(0, tally.size())
                .filter(cell -> tally.count(cell) >= settings.complaintsMin())
                .toArray();
        double[] p = Arrays.stream(cells).mapToDouble(cell -> midP[cell]).toArray();
        double[] shares = attained().shares(p, tally.tests());
        double[] believed = FalseDiscoveries.q(shares, tally.tests());
        for (int i = 0; i < cells.length; i++) {
            q[cells[i]] = believed[i];
        }
    }

    private Attained attained() {
        Attained attained = new Attained(settings.complaintsMin());
        CellBins alike = new CellBins();
        for (int code = 0; code < tally.codes(); code++) {
            if (spread(code).isNone()) {
                alike.addAll(tally.all(code));
            } else {
                attained.add(tally.all(code), spread(code));
            }
        }
        attained.add(alike, Spread.NONE);
        return attained;
    }

    private Spread spread(int code) {
        return fits.get(code).spread();
    }

    /** The law of chance of a cell. */
    CountLaw law(int cell) {
        return spread(tally.code(cell)).law(0, tally.exposure(cell), tally.own(cell));
    }

    /** By which law a cell is judged. */
    Method method(int cell) {
        return fits.get(tally.code(cell)).dispersion().method();
    }

    double midP(int cell) {
        return midP[cell];
    }

    double q(int cell) {
        return q[cell];
    }

    boolean isSignal(int cell) {
        return tally.count(cell) >= settings.complaintsMin() && q[cell] <= settings.level();
    }

    /** How many signals there are. */
    long signals() {
        return IntStream.range(0, tally.size()).filter(this::isSignal).count();
    }

    Tally tally() {
        return tally;
    }

    List<Dispersion> dispersions() {
        return fits.stream().map(OverDispersion.Fit::dispersion).toList();
    }

    /**
     * Cells to list, the largest EB05 first: as many as the list holds, and all signals.
     *
     * @param prior by which ratios are shrunk
     */
    int[] ranked(GammaPoisson prior) {
        double[] eb05 = new double[tally.size()];
        Arrays.setAll(eb05, cell -> prior.eb05(tally.count(cell), tally.exposure(cell)));
        Comparator<Integer> order = Comparator.<Integer>comparingDouble(cell -> -eb05[cell])
                .thenComparingDouble(cell -> -tally.count(cell) / tally.exposure(cell))
                .thenComparingInt(tally::lot)
                .thenComparingInt(tally::code);
        Integer[] cells = IntStream.range(0, tally.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(cells, order);
        return IntStream.range(0, cells.length)
                .filter(rank -> rank < settings.listMax() || isSignal(cells[rank]))
                .map(rank -> cells[rank])
                .toArray();
    }
}
