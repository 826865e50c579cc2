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

    private final CellBins[] byCode;
    private final ExposureBins zeros = new ExposureBins(COARSE);
    private final List<Refused> refused = new ArrayList<>();
    private int[] lots = new int[64];
    private int[] codes = new int[64];
    private int[] counts = new int[64];
    private double[] exposures = new double[64];
    private byte[] own = new byte[64];
    private int size;
    private long tests;

    /** A cell that cannot be judged. */
    record Refused(int lot, int code, long complaints, Reason reason, double exposure) {}

    /** For codes from 0 on. */
    Tally(int codes) {
        byCode = new CellBins[codes];
        Arrays.setAll(byCode, code -> new CellBins());
    }

    /** One code over the lots of one item of which none has a part in what is expected of it. */
    void column(int code, int firstLot, double[] expected, int[] found) {
        column(code, firstLot, expected, new double[expected.length], found);
    }

    /**
     * One code over the lots of one item.
     *
     * @param code from 0
     * @param firstLot number of the first lot; the others follow
     * @param expected complaints of each lot; 0 where no unit was in service
     * @param shares of each lot in what is expected of it, 0 to 1
     * @param found complaints of each lot
     */
    void column(int code, int firstLot, double[] expected, double[] shares, int[] found) {
        double all = 0;
        for (double one : expected) {
            all += one > 0 && one < Double.POSITIVE_INFINITY ? one : 0;
        }
        for (int i = 0; i < expected.length; i++) {
            double e = expected[i];
            if (e > 0 && e <= all / 2) {
                tested(new int[] {firstLot + i, code, found[i]}, e, OwnShare.of(shares[i]));
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

    /** A cell: its lot, code and complaints. */
    private void tested(int[] cell, double expected, int share) {
        tests++;
        byCode[cell[1]].add(expected, share);
        if (cell[2] == 0) {
            zeros.add(expected);
            return;
        }
        if (size == lots.length) {
            lots = Arrays.copyOf(lots, 2 * size);
            codes = Arrays.copyOf(codes, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            exposures = Arrays.copyOf(exposures, 2 * size);
            own = Arrays.copyOf(own, 2 * size);
        }
        lots[size] = cell[0];
        codes[size] = cell[1];
        counts[size] = cell[2];
        exposures[size] = expected;
        own[size] = (byte) share;
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

    /** The part of a cell in what is expected of it. */
    double own(int cell) {
        return OwnShare.at(own[cell]);
    }

    /** Tested cells of a code, by exposure and own share. */
    CellBins all(int code) {
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
