/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.List;

/** What everybody in the company shares. */
record Works(Plan plan, Desk desk, Agenda agenda, Storyline story, List<Floor> floors) {

    Floor other(Floor floor) {
        return floors.get(0) == floor ? floors.get(1) : floors.get(0);
    }

    TruthBook book() {
        return desk.book;
    }
}
