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
    static final int RANGE = 1_000;

    private static final char GS = '\u001d';

    private final Options options = Options.on(LocalDate.of(2026, 11, 22));

    // What a warehouse scans in a day: labels with and without symbology identifier, keyboards, bare keys, links, tags.
    private final List<String> codes = List.of(
            "]d2010950600013435210ABC123" + GS + "17271231" + "2112345",
            "(01)09506000134352(10)L-2026-118(21)SN00017",
            "0109506000134352172712311" + "0LOT42" + GS + "21998877",
            "]C100395060001343521237",
            "9506000134352",
            "09506000134352",
            "https://id.example.org/01/09506000134352/10/ABC1/21/12345?17=271231",
            "urn:epc:id:sgtin:9506000.013435.12345",
            "SN100004711",
            "PO-2026-00815");

    private final String element = "]d2010950600013435210ABC123" + GS + "172712312112345";

    @Benchmark
    @OperationsPerInvocation(MIXED)
    public void mixedCodes(Blackhole hole) {
        for (String code : codes) {
            hole.consume(Codes.read(code, options));
        }
    }

    @Benchmark
    public List<Code> elementString() {
        return Codes.read(element, options);
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
