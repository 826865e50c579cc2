/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.time.LocalDate;

/**
 * The rate of a code rose, over all lots of an item: the latest rise, if it rose more than once.
 *
 * @param item of the lots
 * @param code of the complaints
 * @param alarmOn last day of the week in which the sum first passed its limit since it began
 * @param beganOn first day of the week in which the rise most likely began
 * @param beganFrom earliest week that the data allow as well (log-likelihood within 1.92 of the best)
 * @param beganTo latest such week
 * @param daysToDetection from {@code beganOn} to {@code alarmOn}
 * @param complaints since it began, until the alarm
 * @param exposure complaints that were to be expected in that time
 */
public record Drift(
        String item,
        String code,
        LocalDate alarmOn,
        LocalDate beganOn,
        LocalDate beganFrom,
        LocalDate beganTo,
        long daysToDetection,
        long complaints,
        double exposure) {}
