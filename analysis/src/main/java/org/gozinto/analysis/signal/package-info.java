/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Is this lot abnormal? Complaints against exposure, never against units: units in service by age, the hazard of each
 * age, the market. {@link org.gozinto.analysis.signal.Signals} is the door.
 *
 * <p>A month is a {@link java.time.YearMonth} outside and its proleptic month inside. An age is the number of months
 * from the month of entry into service. An exposure is in complaints: how many were to be expected.
 */
@NullMarked
package org.gozinto.analysis.signal;

import org.jspecify.annotations.NullMarked;
