/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gozinto.analysis.signal.Unanswered.Reason;

/**
 * The cells of a run, lot × code. A cell with complaints is kept; one without is only counted with its exposure, so
 * that zeros cost no memory. Cells that cannot be judged are set apart with the reason.
 */
final class Tally {

    /** Width of the bins by which p-values are judged. */
    static final double FINE = 0.01;

    /** Width of the bins with which the prior is fitted. */
    static final double COARSE = 0.05;

    private final ExposureBins[] byCode;
    private final ExposureBins zeros = new ExposureBins(COARSE);
    private final List<Refused> refused = new ArrayList<>();
    private int[] lots = new int[64];
    private int[] codes = new int[64];
    private int[] counts = new int[64];
    private double[] exposures = new double[64];
    private int size;
    private long tests;

    /** A cell that cannot be judged. */
    record Refused(int lot, int code, long complaints, Reason reason, double exposure) {}

    /** For codes from 0 on. */
    Tally(int codes) {
        byCode = new ExposureBins[codes];
        Arrays.setAll(byCode, code -> new ExposureBins(FINE));
    }

    /**
     * One code over the lots of one item.
     *
     * @param code from 0
     * @param firstLot number of the first lot; the others follow
     * @param expected complaints of each lot; 0 where no unit was in service
     * @param found complaints of each lot
     */
    void column(int code, int firstLot, double[] expected, int[] found) {
        double all = 0;
        for (double one : expected) {
            all += one > 0 && one < Double.POSITIVE_INFINITY ? one : 0;
        }
        for (int i = 0; i < expected.length; i++) {
            double e = expected[i];
            if (e > 0 && e <= all / 2) {
                tested(firstLot + i, code, found[i], e);
            } else if (found[i] > 0 || !(e >= 0) || Double.isInfinite(e)) {
                refused.add(new Refused(firstLot + i, code, found[i], reason(e), e));
            }
        }
    }

    private static Reason reason(double exposure) {
        if (exposure == 0) {
            return Reason.NO_EXPOSURE;
        }
        return exposure > 0 && exposure < Double.POSITIVE_INFINITY ? Reason.NO_SIBLINGS : Reason.BAD_EXPOSURE;
    }

    private void tested(int lot, int code, int found, double expected) {
        tests++;
        byCode[code].add(expected);
        if (found == 0) {
            zeros.add(expected);
            return;
        }
        if (size == lots.length) {
            lots = Arrays.copyOf(lots, 2 * size);
            codes = Arrays.copyOf(codes, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            exposures = Arrays.copyOf(exposures, 2 * size);
        }
        lots[size] = lot;
        codes[size] = code;
        counts[size] = found;
        exposures[size] = expected;
        size++;
    }

    /** Cells that were tested, those without complaints included. */
    long tests() {
        return tests;
    }

    /** Tested cells with complaints; they are numbered from 0. */
    int size() {
        return size;
    }

    int lot(int cell) {
        return lots[cell];
    }

    int code(int cell) {
        return codes[cell];
    }

    int count(int cell) {
        return counts[cell];
    }

    double exposure(int cell) {
        return exposures[cell];
    }

    /** Tested cells of a code, by exposure. */
    ExposureBins all(int code) {
        return byCode[code];
    }

    /** Tested cells without complaints, by exposure. */
    ExposureBins zeros() {
        return zeros;
    }

    int codes() {
        return byCode.length;
    }

    List<Refused> refused() {
        return refused;
    }

    /** The numbers of the cells with complaints of each code. */
    int[][] cellsByCode() {
        int[] sizes = new int[byCode.length];
        for (int cell = 0; cell < size; cell++) {
            sizes[codes[cell]]++;
        }
        int[][] cells = new int[byCode.length][];
        Arrays.setAll(cells, code -> new int[sizes[code]]);
        int[] next = new int[byCode.length];
        for (int cell = 0; cell < size; cell++) {
            cells[codes[cell]][next[codes[cell]]++] = cell;
        }
        return cells;
    }
}
