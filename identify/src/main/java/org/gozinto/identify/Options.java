/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.Clock;
import java.time.LocalDate;

/**
 * How codes are read.
 *
 * @param today fixes the century of dates with two-digit years (GS1 General Specifications §7.12)
 * @param legacyLinks also accept Digital Links with GTIN-8/12/13 and with words ({@code /gtin/…/lot/…}) instead of AIs
 * @param unknownAis let application identifiers pass that the table does not know, where brackets delimit them
 * @param maxReadings most readings given of one text whose separators are lost
 * @param dictionary the application identifiers that are known
 */
public record Options(
        LocalDate today, boolean legacyLinks, boolean unknownAis, int maxReadings, AiDictionary dictionary) {

    public Options {
        if (maxReadings < 1 || maxReadings > 1000) {
            throw new IllegalArgumentException("maxReadings must be 1 to 1000, not " + maxReadings);
        }
    }

    /** Tolerant of legacy links, strict about unknown identifiers, at most 32 readings. */
    public static Options on(LocalDate today) {
        return new Options(today, true, false, 32, AiDictionary.standard());
    }

    public static Options at(Clock clock) {
        return on(LocalDate.now(clock));
    }

    /** What the standards say and nothing else. */
    public Options strict() {
        return new Options(today, false, false, maxReadings, dictionary);
    }

    public Options withLegacyLinks(boolean accept) {
        return new Options(today, accept, unknownAis, maxReadings, dictionary);
    }

    public Options withUnknownAis(boolean accept) {
        return new Options(today, legacyLinks, accept, maxReadings, dictionary);
    }

    public Options withMaxReadings(int most) {
        return new Options(today, legacyLinks, unknownAis, most, dictionary);
    }

    /** The same with other application identifiers, such as those of a newer release. */
    public Options withDictionary(AiDictionary other) {
        return new Options(today, legacyLinks, unknownAis, maxReadings, other);
    }

    AiTable table() {
        return dictionary.table();
    }
}
