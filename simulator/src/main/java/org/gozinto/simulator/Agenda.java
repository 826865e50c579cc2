/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.util.ArrayList;
import java.util.List;

/** What is to be done on a later working day. Things due after the last day never happen: the year is over. */
final class Agenda {

    private final List<List<Runnable>> days = new ArrayList<>();
    private int today;

    Agenda(int count) {
        for (int i = 0; i < count; i++) {
            days.add(new ArrayList<>(0));
        }
    }

    void begin(int day) {
        today = day;
    }

    int today() {
        return today;
    }

    void in(int workDays, Runnable task) {
        int day = today + Math.max(1, workDays);
        if (day < days.size()) {
            days.get(day).add(task);
        }
    }

    /** What was put off to today; forgotten afterwards. */
    List<Runnable> due() {
        return days.set(today, List.of());
    }
}
