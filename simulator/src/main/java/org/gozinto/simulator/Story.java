/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.time.LocalDate;

/**
 * The planted case. On {@code reportedOn}, the day after the last day of the year, {@code supplier} reports that its
 * lot {@code supplierLot} is bad; here it was received as {@code lot} of {@code item}. Nothing in the ledger reacts to
 * the report yet: finding everything and holding it is left to whoever plays the story.
 */
public record Story(
        String item, String lot, String supplierLot, String supplier, LocalDate receivedOn, LocalDate reportedOn) {}
