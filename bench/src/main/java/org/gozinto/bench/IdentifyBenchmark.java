/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gozinto.identify.Code;
import org.gozinto.identify.Codes;
import org.gozinto.identify.Options;
import org.gozinto.identify.Reading;
import org.gozinto.identify.SerialNumbers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reading codes and expanding ranges of serials, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class IdentifyBenchmark {

    static final int MIXED = 10;
    static final int FAMILIES = 20;
    static final int RANGE = 1_000;

    private final Options options = Options.on(LocalDate.of(2026, 11, 22));

    @Benchmark
    @OperationsPerInvocation(MIXED)
    public void mixedCodes(Blackhole hole) {
        for (String code : Scans.MIXED) {
            hole.consume(Codes.read(code, options));
        }
    }

    @Benchmark
    @OperationsPerInvocation(FAMILIES)
    public void allFamilies(Blackhole hole) {
        for (String code : Scans.FAMILIES) {
            hole.consume(Codes.read(code, options));
        }
    }

    @Benchmark
    public List<Code> elementString() {
        return Codes.read(Scans.ELEMENT_STRING, options);
    }

    @Benchmark
    public List<Code> withoutSeparators() {
        return Codes.read(Scans.WITHOUT_SEPARATORS, options);
    }

    @Benchmark
    public Reading<List<String>> readRange() {
        return SerialNumbers.expand("SN000001-SN001000");
    }

    @Benchmark
    @OperationsPerInvocation(RANGE)
    public void expandRange(Blackhole hole) {
        if (SerialNumbers.expand("SN000001+1000") instanceof Reading.Ok<List<String>> ok) {
            for (String serial : ok.value()) {
                hole.consume(serial);
            }
        }
    }
}
