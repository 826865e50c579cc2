/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Arrays;
import org.gozinto.trace.IntList;

/**
 * Puts profiles together. Profiles of one group exclude each other (a piece is from this lot or from that one), so
 * their chances are added; groups are independent (a piece has this part and that one). Not for several threads.
 */
final class ProfileMixer {

    /** A chance below it is nothing: a heel of a tank that was drawn from ten thousand times. */
    private static final float LEAST = 1e-4f;

    private float[] group = new float[256];
    private float[] all = new float[256];
    private final IntList ofGroup = new IntList();
    private final IntList ofAll = new IntList();

    /** Adds what one of the group has with a chance. */
    void add(int factor, double weight) {
        room(factor);
        if (weight < LEAST) {
            return;
        }
        if (group[factor] == 0) {
            ofGroup.add(factor);
        }
        group[factor] = (float) Math.min(1, group[factor] + weight);
    }

    void add(Profile profile, double weight) {
        for (int i = 0; i < profile.size(); i++) {
            add(profile.factors()[i], weight * profile.weights()[i]);
        }
    }

    /** Ends a group. */
    void next() {
        for (int i = 0; i < ofGroup.size(); i++) {
            int factor = ofGroup.get(i);
            if (all[factor] == 0) {
                ofAll.add(factor);
            }
            all[factor] = 1 - (1 - all[factor]) * (1 - group[factor]);
            group[factor] = 0;
        }
        ofGroup.clear();
    }

    /** What it has come to; begins anew. */
    Profile take() {
        next();
        int[] factors = ofAll.toArray();
        float[] weights = new float[factors.length];
        for (int i = 0; i < factors.length; i++) {
            weights[i] = all[factors[i]];
            all[factors[i]] = 0;
        }
        ofAll.clear();
        return factors.length == 0 ? Profile.NONE : new Profile(factors, weights);
    }

    private void room(int factor) {
        if (factor >= all.length) {
            int length = Math.max(factor + 1, all.length * 2);
            group = Arrays.copyOf(group, length);
            all = Arrays.copyOf(all, length);
        }
    }
}
