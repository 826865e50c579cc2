/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.time.Duration;
import org.gozinto.cli.client.Api;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One unit, and of when it is asked about. */
final class UnitThen {

    /** What reads the whole ledger may take long. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    @Mixin
    private UnitChoice choice = new UnitChoice();

    @Option(names = "--unit", paramLabel = "ID", description = "The id of a unit instead")
    private @Nullable String unit;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "As things stood then: an instant, or the end of a day")
    @Nullable
    String asOf;

    @Option(names = "--known-at", paramLabel = "SEQ|TIME", description = "With what had been recorded by then")
    @Nullable
    String knownAt;

    /** The server's id of the unit. */
    String id(Api api) {
        return unit == null ? choice.id(api) : unit;
    }
}
