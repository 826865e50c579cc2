/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

/** A packed pallet; {@code carton} is {@link TruthBook#NONE} when the chargers lie loose on it. */
final class Pallet {

    final int container;
    final int carton;
    final int[] scooters;
    final int[] chargers;

    Pallet(int container, int carton, int[] scooters, int[] chargers) {
        this.container = container;
        this.carton = carton;
        this.scooters = scooters;
        this.chargers = chargers;
    }

    String sscc() {
        return Numbers.sscc(container);
    }
}
