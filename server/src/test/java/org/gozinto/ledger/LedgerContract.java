/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ledger does, on whichever engine. */
abstract class LedgerContract {

    private static final int THREADS = 64;

    private final Engines engine;
    private final HandClock clock = new HandClock("2026-06-01T12:00:00Z");
    private Engines.Home home;
    private Storage storage;
    private NoteClerk clerk;
    private Ledger ledger;

    LedgerContract(Engines engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        home = engine.home();
        start();
    }

    private void start() {
        storage = home.open(clock);
        clerk = new NoteClerk(storage.database().dialect());
        ledger = new Ledger(storage.database(), clerk, clock);
    }

    private void stop() throws Exception {
        clerk.gate.complete(null);
        ledger.close();
        storage.close();
    }

    @AfterEach
    void close() throws Exception {
        stop();
        home.close();
    }

    private Outcome record(Note note) {
        return ledger.submit(List.of(note), false).getFirst();
    }

    private List<EntryRow> entries() {
        return new Entries(storage.database()).after(0, 100_000);
    }

    private long count(String table) {
        return storage.database()
                .read()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private List<Long> holding(long unit) {
        return storage
                .database()
                .read()
                .sql("select place_id, qty from holding where unit_id = ? order by place_id")
                .param(unit)
                .query((rows, n) -> List.of(rows.getLong(1), rows.getLong(2)))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void numbersEntriesWithoutGaps() {
        for (int i = 0; i < 20; i++) {
            assertThat(record(Note.in(i))).isInstanceOf(Outcome.Recorded.class);
            assertThat(record(Note.refused())).isInstanceOf(Outcome.Refused.class);
        }
        List<Note> mixed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            mixed.add(Note.in(i));
            mixed.add(Note.refused());
        }
        ledger.submit(mixed, false);
        List<Long> seqs = entries().stream().map(EntryRow::seq).toList();
        assertThat(seqs).hasSize(40);
        for (int i = 0; i < seqs.size(); i++) {
            assertThat(seqs.get(i)).isEqualTo(i + 1L);
        }
    }

    @Test
    void chainsEveryEntryByTheDocumentedForm() throws Exception {
        record(Note.in(5).actor("Zoë \"Z\" \\ tab\t line\n 😀"));
        clock.turn(Duration.ofSeconds(7));
        record(Note.in(6).word("été"));
        ledger.submit(List.of(Note.in(7), Note.in(8)), false);
        byte[] previous = new byte[32];
        for (EntryRow entry : entries()) {
            String canonical = "{\"seq\":" + entry.seq() + ",\"id\":\"" + entry.id() + "\",\"recordedAt\":"
                    + entry.recordedAtUs() + ",\"actor\":\"" + escaped(entry.actor()) + "\",\"act\":" + entry.body()
                    + "}";
            var digest = java.security.MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            previous = digest.digest(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(entry.hash()).as(canonical).isEqualTo(previous);
        }
        assertThat(ledger.head().hash()).isEqualTo(previous);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\t", "\\t")
                .replace("\n", "\\n");
    }

    @Test
    void theAnswerCarriesTheEntrysOwnHash() {
        var recorded = (Outcome.Recorded) record(Note.in(5));
        EntryRow entry = entries().getFirst();
        assertThat(recorded.answer())
                .isEqualTo("{\"seq\":1,\"id\":\"" + entry.id() + "\",\"hash\":\""
                        + java.util.HexFormat.of().formatHex(entry.hash()) + "\"}");
    }

    @Test
    void theDatabaseItselfRefusesToChangeThePast() throws Exception {
        record(Note.in(5));
        record(Note.in(6));
        storage.database().write(transaction -> {
            MasterChanges.add(transaction, "item", "X", new MasterChanges.Change(1, 0, "anna", "{}"));
            return 1;
        });
        List<String> attempts = new ArrayList<>(List.of(
                "update entry set actor = 'mallory' where seq = 1",
                "delete from entry where seq = 2",
                "delete from entry",
                "update movement set qty = 2",
                "delete from movement where seq = 1",
                "update link set qty = 2",
                "delete from link",
                "update master_change set body = '[]'",
                "delete from master_change"));
        if (engine == Engines.POSTGRESQL) {
            attempts.addAll(List.of("truncate entry", "truncate movement", "truncate link", "truncate master_change"));
        }
        try (Connection connection = home.connect()) {
            for (String attempt : attempts) {
                refuses(connection, attempt);
            }
        }
        assertThat(count("entry")).isEqualTo(2);
        assertThat(count("movement")).isEqualTo(2);
    }

    /** An insert that replaces a row is a change of the past in other clothes. */
    @Test
    void theDatabaseItselfRefusesToReplaceThePast() throws Exception {
        record(Note.in(5));
        String columns = "seq, id, type, occurred_from_us, occurred_to_us, occurred_at, recorded_at_us, actor,"
                + " document, place_id, corrects, body, request_hash, hash, answer";
        String rows = "(" + columns + ") select " + columns.replace("actor", "'mallory'") + " from entry";
        try (Connection connection = home.connect()) {
            if (engine == Engines.SQLITE) {
                refuses(connection, "insert or replace into entry " + rows);
                refuses(connection, "update or replace entry set actor = 'mallory'");
                refuses(
                        connection,
                        "insert or replace into movement select seq, n, unit_id, 9, from_id, to_id from movement");
                refuses(connection, "insert or replace into link select seq, n, in_id, out_id, 9 from link");
            } else {
                refuses(connection, "insert into entry " + rows + " on conflict (seq) do update set actor = 'mallory'");
            }
        }
        assertThat(entries().getFirst().actor()).isEqualTo("anna");
    }

    private static void refuses(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void manyCallersShareTransactionsAndNoneIsLost() throws Exception {
        int each = 20;
        var outcomes = new ConcurrentLinkedQueue<Outcome>();
        inParallel(THREADS, thread -> {
            for (int i = 0; i < each; i++) {
                outcomes.add(record(Note.in(thread)));
            }
        });
        assertThat(outcomes).hasSize(THREADS * each).allMatch(Outcome.Recorded.class::isInstance);
        assertThat(ledger.head().seq()).isEqualTo(THREADS * each);
        assertThat(outcomes.stream().map(o -> ((Outcome.Recorded) o).seq()).distinct())
                .hasSize(THREADS * each);
        assertThat(clerk.groups.get()).isLessThan(THREADS * each);
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(holding(thread)).isEqualTo(List.of(1L, (long) -each, 2L, (long) each));
        }
    }

    @Test
    void theSameCommandFromManyThreadsIsRecordedOnce() throws Exception {
        Note note = Note.in(5);
        var outcomes = new ConcurrentLinkedQueue<Outcome>();
        inParallel(THREADS, thread -> outcomes.add(record(note)));
        var recorded = outcomes.stream()
                .filter(Outcome.Recorded.class::isInstance)
                .map(Outcome.Recorded.class::cast)
                .toList();
        assertThat(recorded).hasSize(1);
        assertThat(outcomes.stream()
                        .filter(Outcome.Repeated.class::isInstance)
                        .map(o -> ((Outcome.Repeated) o).answer()))
                .hasSize(THREADS - 1)
                .containsOnly(recorded.getFirst().answer());
        assertThat(count("entry")).isEqualTo(1);
        assertThat(holding(5)).isEqualTo(List.of(1L, -1L, 2L, 1L));
    }

    @Test
    void theSameCommandTwiceInOneGroupIsRecordedOnce() {
        Note note = Note.in(5);
        var outcomes = ledger.submit(List.of(note, Note.in(6), note), false);
        var first = (Outcome.Recorded) outcomes.getFirst();
        assertThat(outcomes.getLast()).isEqualTo(new Outcome.Repeated(1, first.answer()));
        assertThat(count("entry")).isEqualTo(2);
        assertThat(holding(5)).isEqualTo(List.of(1L, -1L, 2L, 1L));
    }

    @Test
    void theSameCommandAfterARestartGetsTheFirstAnswer() throws Exception {
        Note note = Note.in(5);
        var first = (Outcome.Recorded) record(note);
        stop();
        start();
        assertThat(record(note)).isEqualTo(new Outcome.Repeated(1, first.answer()));
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        Note note = Note.in(5);
        var outcomes = ledger.submit(List.of(note, note.qty(2)), false);
        assertRefused(outcomes.getLast(), 409, "id-reused");
        assertRefused(record(note.qty(3)), 409, "id-reused");
        assertThat(count("entry")).isEqualTo(1);
    }

    private static void assertRefused(Outcome outcome, int status, String code) {
        var refusal = ((Outcome.Refused) outcome).refusal();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.status()).isEqualTo(status);
    }

    @Test
    void allOrNothingLeavesNothingWhenOneIsRefused() {
        record(Note.in(4));
        var before = ledger.head();
        Note good = Note.in(5);
        var outcomes = ledger.submit(List.of(good, Note.refused(), Note.in(6)), true);
        assertRefused(outcomes.get(0), 422, "with-others");
        assertRefused(outcomes.get(1), 422, "not-there");
        assertRefused(outcomes.get(2), 422, "with-others");
        assertThat(ledger.head()).isEqualTo(before);
        assertThat(count("entry")).isEqualTo(1);
        assertThat(count("holding")).isEqualTo(2);
        assertThat(record(good)).isInstanceOf(Outcome.Recorded.class);
        assertThat(ledger.head().seq()).isEqualTo(2);
    }

    @Test
    void whatStoodTwiceInARequestOfWhichNothingWasRecordedIsNoRepetition() {
        Note good = Note.in(5);
        var outcomes = ledger.submit(List.of(good, good, Note.refused()), true);
        assertRefused(outcomes.get(0), 422, "with-others");
        assertRefused(outcomes.get(1), 422, "with-others");
        assertThat(count("entry")).isZero();
    }

    @Test
    void allOrNothingRecordsAllWhenAllAreGood() {
        var outcomes = ledger.submit(List.of(Note.in(5), Note.of(5, 1, 2, 3), Note.in(6)), true);
        assertThat(outcomes).allMatch(Outcome.Recorded.class::isInstance);
        assertThat(holding(5)).isEqualTo(List.of(1L, -1L, 3L, 1L));
    }

    @Test
    void allOrNothingStaysAloneAmongOthersThatWait() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = callers.submit(() -> record(Note.in(1).word("gate")));
            clerk.reached.get(30, TimeUnit.SECONDS);
            var single = callers.submit(() -> record(Note.in(2)));
            var atomic = callers.submit(() -> ledger.submit(List.of(Note.in(3), Note.refused()), true));
            var after = callers.submit(() -> record(Note.in(4)));
            clerk.gate.complete(null);
            assertThat(gate.get()).isInstanceOf(Outcome.Recorded.class);
            assertThat(single.get()).isInstanceOf(Outcome.Recorded.class);
            assertThat(after.get()).isInstanceOf(Outcome.Recorded.class);
            assertThat(atomic.get()).allMatch(Outcome.Refused.class::isInstance);
        }
        assertThat(count("entry")).isEqualTo(3);
        assertThat(holding(3)).isEmpty();
    }

    @Test
    void oneThatFailsDoesNotTakeTheOthersOfItsGroup() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var gate = callers.submit(() -> record(Note.in(1).word("gate")));
            clerk.reached.get(30, TimeUnit.SECONDS);
            List<Future<Outcome>> good = new ArrayList<>();
            for (int i = 2; i < 30; i++) {
                int unit = i;
                good.add(callers.submit(() -> record(Note.in(unit))));
            }
            var bad = callers.submit(() -> record(Note.in(50).word("boom")));
            clerk.gate.complete(null);
            assertThat(gate.get()).isInstanceOf(Outcome.Recorded.class);
            for (var outcome : good) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Recorded.class);
            }
            assertThatThrownBy(bad::get).hasStackTraceContaining("a bug");
        }
        assertThat(ledger.head().seq()).isEqualTo(29);
        assertThat(holding(50)).isEmpty();
    }

    @Test
    void aRefusalLeavesNoTrace() {
        record(Note.in(5));
        var before = ledger.head();
        Note asked = Note.of(5, 3, 2, 3);
        assertRefused(record(asked), 422, "not-there");
        assertThat(ledger.head()).isEqualTo(before);
        assertThat(count("entry")).isEqualTo(1);
        assertThat(count("movement")).isEqualTo(1);
        assertThat(count("link")).isEqualTo(1);
        assertThat(count("holding")).isEqualTo(2);
        assertThat(record(asked.qty(1))).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void anEngineThatAsksForAnotherTryGetsIt() {
        assertThat(record(Note.in(5).word("busy"))).isInstanceOf(Outcome.Recorded.class);
        assertThat(clerk.tries.get()).isEqualTo(4);
        assertThat(holding(5)).isEqualTo(List.of(1L, -1L, 2L, 1L));
    }

    @Test
    void triesEndAndTheWriterGoesOn() {
        assertThatThrownBy(() -> record(Note.in(5).word("stuck"))).hasStackTraceContaining("as if");
        assertThat(clerk.tries.get()).isLessThan(100);
        assertThat(record(Note.in(6))).isInstanceOf(Outcome.Recorded.class);
        assertThat(ledger.head().seq()).isEqualTo(1);
    }

    @Test
    void aFullDiskIsSaidAndTheWriterGoesOn() {
        assertRefused(record(Note.in(5).word("full")), 503, "cannot-write");
        assertThat(holding(5)).isEmpty();
        assertThat(record(Note.in(5))).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void theChainGoesOnAfterARestart() throws Exception {
        record(Note.in(5));
        record(Note.in(6));
        var before = ledger.head();
        stop();
        start();
        assertThat(ledger.head().seq()).isEqualTo(2);
        assertThat(ledger.head().hash()).isEqualTo(before.hash());
        record(Note.in(7));
        chainsEveryEntryByTheDocumentedForm();
    }

    @Test
    void timeOfRecordingNeverGoesBack() {
        record(Note.in(5));
        clock.turn(Duration.ofHours(-3));
        record(Note.in(6));
        clock.turn(Duration.ofHours(5));
        record(Note.in(7));
        var times = entries().stream().map(EntryRow::recordedAtUs).toList();
        assertThat(times.get(1)).isEqualTo(times.get(0));
        assertThat(times.get(2)).isEqualTo(times.get(0) + Duration.ofHours(2).toNanos() / 1_000);
    }

    @Test
    void followersHearOfEachCommitAndSeeIt() {
        var seen = new ConcurrentLinkedQueue<Long>();
        ledger.follow(seq -> seen.add(seq == count("entry") ? seq : -1));
        record(Note.in(5));
        record(Note.refused());
        ledger.submit(List.of(Note.in(6), Note.in(7)), false);
        record(Note.in(8));
        assertThat(seen).startsWith(1L, 3L);
    }

    @Test
    void aClosedLedgerSaysSo() {
        ledger.close();
        assertRefused(record(Note.in(5)), 503, "busy");
    }

    @Test
    void nothingAskedIsNothingDone() {
        assertThat(ledger.submit(List.of(), true)).isEmpty();
        assertThat(ledger.head().seq()).isZero();
    }

    private interface Work {
        void of(int thread) throws Exception;
    }

    private static void inParallel(int threads, Work work) throws Exception {
        var start = new CountDownLatch(1);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(CompletableFuture.runAsync(
                        () -> {
                            try {
                                start.await();
                                work.of(thread);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        executor));
            }
            start.countDown();
            for (var each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
    }
}
