/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks. */
final class Micro {

    private Micro() {}

    static String run(Scale scale) throws RunnerException {
        int rounds = 3;
        var options = new OptionsBuilder()
                .include(IdentifyBenchmark.class.getName() + ".*")
                .forks(3)
                .threads(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(Math.max(1, scale.jmhSeconds() / rounds)))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.milliseconds(scale.jmhSeconds() * 1_000L / rounds))
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .build();
        Collection<RunResult> results = new Runner(options).run();
        var table = new Table("One thread", "per second", "± (99.9 %)", "ns each");
        var gaps = new Gaps();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            double score = result.getPrimaryResult().getScore();
            table.row(
                    title(name),
                    Table.number(score),
                    Table.number(result.getPrimaryResult().getScoreError()),
                    Table.number(1e9 / score));
            switch (name) {
                case "mixedCodes" -> gaps.atLeast("parse a scan, one thread", 1_000_000, score, "/s");
                case "allFamilies" -> gaps.atLeast("parse a scan of any family, one thread", 1_000_000, score, "/s");
                default -> {}
            }
        }
        return table + "\n" + gaps;
    }

    private static String title(String name) {
        return switch (name) {
            case "mixedCodes" -> "codes read: ten kinds, mixed";
            case "allFamilies" -> "codes read: twenty of all families";
            case "withoutSeparators" -> "codes read: an element string whose separators are lost";
            case "elementString" -> "codes read: a GS1 element string with four elements";
            case "readRange" -> "ranges read: a range of 1,000 serials, none made";
            case "expandRange" -> "serials made: a range of 1,000 expanded";
            default -> name;
        };
    }
}
