/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import org.jspecify.annotations.Nullable;

/** Cells by their exposure and their own share in it. */
final class CellBins {

    private final @Nullable ExposureBins[] byShare = new @Nullable ExposureBins[OwnShare.CLASSES];

    /** Sees a group of cells. */
    @FunctionalInterface
    interface Seer {

        /**
         * A group that is not empty.
         *
         * @param weight how many cells
         * @param mean of their exposures
         * @param least of their exposures
         * @param own their share in what is expected of them
         */
        void see(double weight, double mean, double least, double own);
    }

    /** One more cell; {@code own} is a class of {@link OwnShare}. */
    void add(double exposure, int own) {
        of(own).add(exposure);
    }

    /** All cells of another. */
    void addAll(CellBins other) {
        for (int own = 0; own < OwnShare.CLASSES; own++) {
            ExposureBins bins = other.byShare[own];
            if (bins != null) {
                of(own).addAll(bins);
            }
        }
    }

    private ExposureBins of(int own) {
        ExposureBins bins = byShare[own];
        if (bins == null) {
            bins = new ExposureBins(Tally.FINE);
            byShare[own] = bins;
        }
        return bins;
    }

    /** Shows all groups. */
    void each(Seer seer) {
        for (int own = 0; own < OwnShare.CLASSES; own++) {
            ExposureBins bins = byShare[own];
            double share = OwnShare.at(own);
            if (bins != null) {
                bins.each((weight, mean, least) -> seer.see(weight, mean, least, share));
            }
        }
    }
}
