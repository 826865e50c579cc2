/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rider says about a scooter.
 *
 * @param scooter its serial
 * @param code what it is about, one of {@link Troubles#CODES}
 * @param description in the rider's words
 * @param failedOn when it happened
 * @param reportedOn when we were told
 * @param country where, of two letters; null when it is not known
 * @param reporter the name of who told us
 * @param email of the reporter
 */
public record CustomerComplaint(
        String scooter,
        String code,
        String description,
        LocalDate failedOn,
        LocalDate reportedOn,
        @Nullable String country,
        String reporter,
        String email) {}
