/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.gozinto.genealogy.GivenTraces;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.Outcome;
import org.gozinto.unit.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file of the trace index: nobody ever gets another answer because of it. */
class TraceFileTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();

    private static Workshop workshop(Engines engine) {
        return new Workshop(engine, CLOCK);
    }

    private static Path file(Workshop book) {
        return GivenTraces.file(book.directory());
    }

    private static List<JsonNode> acts(long seed) {
        return World.of(seed, 120).recorded();
    }

    private static void record(Workshop book, List<JsonNode> acts) {
        book.record(acts, false).forEach(o -> assertThat(o).isInstanceOf(Outcome.Recorded.class));
    }

    private static void assertSameAnswers(Workshop book, GivenTraces traces) {
        var fresh = book.traces();
        for (Unit unit : book.units()) {
            if (unit.twin() == 0 && (unit.kind() == Unit.Kind.LOT || unit.kind() == Unit.Kind.SERIAL)) {
                for (boolean forward : List.of(true, false)) {
                    assertThat(traces.of(forward, unit, "now", null))
                            .as(book.name(unit))
                            .isEqualTo(fresh.of(forward, unit, "now", null));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStartFromTheFileAnswersTheSameAndFollowsTheLedger(Engines engine) throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            List<JsonNode> acts = acts(seed);
            int half = acts.size() / 2;
            try (var book = workshop(engine)) {
                record(book, acts.subList(0, half));
                book.tracesFromFile().keepIndex();
                var started = book.tracesFromFile();
                assertThat(started.seqOutOfFile()).isEqualTo(half);
                assertSameAnswers(book, started);
                record(book, acts.subList(half, acts.size()));
                assertSameAnswers(book, started);
                started.keepIndex();
                var again = book.tracesFromFile();
                assertThat(again.seqOutOfFile()).isEqualTo(acts.size());
                assertSameAnswers(book, again);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFileOfAnotherLedgerIsDeletedAndTheIndexBuilt(Engines engine) throws Exception {
        try (var one = workshop(engine);
                var other = workshop(engine)) {
            record(one, acts(4));
            record(other, acts(5));
            one.tracesFromFile().keepIndex();
            Files.copy(file(one), file(other));
            assertRefused(other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLedgerThatWasRestoredFromBeforeTheFileDoesNotTakeIt(Engines engine) throws Exception {
        List<JsonNode> acts = acts(6);
        try (var book = workshop(engine);
                var restored = workshop(engine)) {
            record(book, acts);
            record(restored, acts.subList(0, acts.size() - 1));
            book.tracesFromFile().keepIndex();
            Files.copy(file(book), file(restored));
            assertRefused(restored);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatGoesToTheRestoredEntryIsTakenThoughUnitsCameAfterIt(Engines engine) throws Exception {
        List<JsonNode> acts = acts(7);
        int half = acts.size() / 2;
        try (var book = workshop(engine);
                var restored = workshop(engine)) {
            record(book, acts.subList(0, half));
            record(restored, acts.subList(0, half));
            book.tracesFromFile().keepIndex();
            record(book, acts.subList(half, acts.size()));
            Files.copy(file(book), file(restored));
            var traces = restored.tracesFromFile();
            assertThat(traces.seqOutOfFile()).isEqualTo(half);
            // In another order some are refused and the units come in another order: other units, with the same ids.
            restored.record(acts.subList(half, acts.size()).reversed(), false);
            assertThat(restored.seq()).isGreaterThan(half);
            assertSameAnswers(restored, traces);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameLedgerInADatabaseWithOtherPlaceIdsDoesNotTakeTheFile(Engines engine) throws Exception {
        String act = """
                {"type":"receive","id":"00000000-0000-7000-8000-000000000001","occurredAt":"2026-12-01T00:00:00Z",
                 "from":"ACME","to":"%s","lines":[{"item":"MIX","lot":"L1","qty":"5"}]}
                """;
        try (var book = workshop(engine);
                var moved = workshop(engine)) {
            keepPlace(book, "{\"code\":\"X\",\"kind\":\"bin\"}");
            keepPlace(book, "{\"code\":\"Y\",\"kind\":\"bin\"}");
            keepPlace(moved, "{\"code\":\"Y\",\"kind\":\"bin\"}");
            keepPlace(moved, "{\"code\":\"X\",\"kind\":\"bin\"}");
            record(book, List.of(JSON.readTree(act.formatted("X"))));
            record(moved, List.of(JSON.readTree(act.formatted("X"))));
            assertThat(moved.hash()).isEqualTo(book.hash());
            book.tracesFromFile().keepIndex();
            Files.copy(file(book), file(moved));
            assertRefused(moved);
        }
    }

    private static void assertRefused(Workshop book) {
        var traces = book.tracesFromFile();
        assertThat(traces.seqOutOfFile()).isZero();
        assertThat(file(book)).doesNotExist();
        assertSameAnswers(book, traces);
        traces.keepIndex();
        assertThat(book.tracesFromFile().seqOutOfFile()).isEqualTo(book.seq());
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsDeletedAndTheIndexBuilt(Engines engine) throws Exception {
        try (var book = workshop(engine)) {
            record(book, acts(8));
            book.tracesFromFile().keepIndex();
            byte[] good = Files.readAllBytes(file(book));
            good[good.length / 2] ^= 1;
            Files.write(file(book), good);
            assertRefused(book);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeWrittenIsLeftOutAndNothingElseSuffers(Engines engine) throws Exception {
        try (var book = workshop(engine)) {
            record(book, acts(9));
            // A directory where the file is to be: neither root nor anybody else can write it.
            Files.createDirectories(file(book).resolve("in-the-way"));
            var traces = book.tracesFromFile();
            traces.keepIndex();
            assertThat(traces.seqOutOfFile()).isZero();
            assertSameAnswers(book, traces);
            assertThat(book.directory()).isDirectoryNotContaining("glob:**.part");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfAMasterIsSeenWithAndWithoutTheFile(Engines engine) throws Exception {
        try (var book = workshop(engine)) {
            keepPlace(book, "{\"code\":\"SITE1\",\"kind\":\"site\"}");
            keepPlace(book, "{\"code\":\"SITE2\",\"kind\":\"site\"}");
            keepPlace(book, "{\"code\":\"X\",\"kind\":\"bin\",\"parent\":\"SITE1\"}");
            keepItem(book, "{\"code\":\"GEL\",\"tracking\":\"lot\",\"unit\":\"LTR\",\"decimals\":1}");
            blend(book);
            Unit gel = book.units().stream()
                    .filter(unit -> unit.number().equals("G1"))
                    .findFirst()
                    .orElseThrow();
            var running = book.tracesFromFile();
            running.keepIndex();
            String before = running.of(true, gel, "now", null).hash();
            // A litre of it now is known to weigh 2 kg, so that it can be a share of a vessel that is in kg.
            keepItem(book, "{\"code\":\"GEL\",\"units\":[{\"unit\":\"KGM\",\"factor\":\"0.5\"}]}");
            keepPlace(book, "{\"code\":\"X\",\"kind\":\"area\",\"parent\":\"SITE2\"}");
            assertSameAnswers(book, running);
            assertSameAnswers(book, book.tracesFromFile());
            assertThat(running.of(true, gel, "now", null).hash()).isNotEqualTo(before);
            assertThat(book.tracesFromFile().seqOutOfFile()).isEqualTo(book.seq());
        }
    }

    private static void blend(Workshop book) {
        String head = "\"occurredAt\":\"2026-12-0%1$dT00:00:00Z\",\"id\":\"00000000-0000-7000-8000-00000000000%1$d\"";
        List<String> acts = List.of("""
                {"type":"receive",%s,"from":"ACME","to":"X","lines":[
                  {"item":"GEL","lot":"G1","qty":"4"},{"item":"MIX","lot":"M1","qty":"4"}]}
                """, """
                {"type":"move",%s,"from":"X","to":"T","lines":[
                  {"item":"GEL","lot":"G1","qty":"2"},{"item":"MIX","lot":"M1","qty":"4"}]}
                """);
        for (int i = 0; i < acts.size(); i++) {
            record(book, List.of(JSON.readTree(acts.get(i).formatted(head.formatted(i + 1)))));
        }
    }

    private static void keepPlace(Workshop book, String members) {
        book.places().keep((ObjectNode) JSON.readTree(members), false, "anna");
    }

    private static void keepItem(Workshop book, String members) {
        book.items().keep((ObjectNode) JSON.readTree(members), "anna");
    }
}
