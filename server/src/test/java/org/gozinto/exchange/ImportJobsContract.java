/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.gozinto.exchange.ImportHouse.Answer;
import org.gozinto.ledger.Engines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports in the background, on either engine. */
abstract class ImportJobsContract {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Engines engine;
    private Engines.Home home;
    private ImportHouse house;

    ImportJobsContract(Engines engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() throws SQLException {
        home = engine.home();
        house = start();
        house.csv("", "code,kind", "HALL,site");
        house.csv("", "code,roles", "ACME,supplier");
        house.csv("", "code,tracking,decimals", "RESIN,lot,3");
    }

    private ImportHouse start() throws SQLException {
        return ImportHouse.on(engine, home);
    }

    @AfterEach
    void close() {
        house.close();
        home.close();
    }

    /** Receipts of so many lots; every thousandth row has a decimal comma. */
    private static byte[] receipts(int rows) {
        var text = new StringBuilder("from;to;item;lot;qty;expiry\n");
        for (int i = 1; i <= rows; i++) {
            text.append("ACME;HALL;RESIN;L")
                    .append(i)
                    .append(i % 1_000 == 0 ? ";1,5;" : ";1.5;")
                    .append("2027-03-01\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private long add(byte[] file) {
        Answer answer = house.send("?background=true&name=receipts.csv", "text/csv", file);
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(202);
        assertThat(answer.text("/name")).isEqualTo("receipts.csv");
        return answer.json().at("/id").asLong();
    }

    private Answer job(long id) {
        return house.get("/api/v1/imports/" + id);
    }

    private Answer await(long id, Predicate<Answer> until) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        Answer job = job(id);
        while (!until.test(job)) {
            assertThat(System.nanoTime()).as(job.json().toPrettyString()).isLessThan(giveUp);
            LockSupport.parkNanos(5_000_000);
            job = job(id);
        }
        return job;
    }

    private Answer over(long id) {
        return await(
                id,
                j -> !j.text("/state").equals("running") && !j.text("/state").equals("queued"));
    }

    private long files() throws SQLException {
        try (var connection = home.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from import_file")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aHundredThousandRowsAreTakenAndCounted() throws SQLException {
        long id = add(receipts(100_000));
        Answer job = over(id);
        assertThat(job.text("/state")).isEqualTo("done");
        assertThat(job.number("/of")).isEqualTo(100_000);
        assertThat(job.number("/done")).isEqualTo(100_000);
        assertThat(job.number("/counts/recorded")).isEqualTo(99_900);
        assertThat(job.number("/counts/refused")).isEqualTo(100);
        assertThat(house.placesOf("RESIN", "lot=L99999")).containsExactly("HALL=1.500");
        assertThat(files()).as("the file is not kept").isZero();

        var page = house.get("/api/v1/imports/" + id + "/rows?status=refused&limit=60");
        assertThat(page.json().at("/items").size()).isEqualTo(60);
        assertThat(page.number("/items/0/row")).isEqualTo(1_001);
        assertThat(page.text("/items/0/errors/0/pointer")).isEqualTo("E1001");
        var next =
                house.get("/api/v1/imports/" + id + "/rows?status=refused&limit=60&cursor=" + page.text("/nextCursor"));
        assertThat(next.json().at("/items").size()).isEqualTo(40);
        assertThat(next.number("/items/39/row")).isEqualTo(100_001);
    }

    @Test
    void anImportGoesOnAfterARestartAndTheSameFileAgainChangesNothing() throws SQLException {
        byte[] file = receipts(20_000);
        long id = add(file);
        long waiting = add("code,roles\nLATER,carrier\n".getBytes(StandardCharsets.UTF_8));
        await(id, j -> j.number("/done") > 0);
        house.close();
        house = start();
        Answer resumed = job(id);
        assertThat(resumed.number("/done")).isPositive();

        Answer job = over(id);
        assertThat(job.text("/state")).isEqualTo("done");
        assertThat(job.number("/done")).isEqualTo(20_000);
        assertThat(job.number("/counts/recorded")).isEqualTo(19_980);
        assertThat(job.number("/counts/refused")).isEqualTo(20);
        assertThat(over(waiting).number("/counts/created")).isEqualTo(1);
        assertThat(house.placesOf("RESIN", "lot=L19999")).containsExactly("HALL=1.500");

        Answer again = over(add(file));
        assertThat(again.number("/counts/repeated")).isEqualTo(19_980);
        assertThat(again.number("/counts/refused")).isEqualTo(20);
        assertThat(house.get("/api/v1/entries?after=19980").json().at("/items").size())
                .isZero();
        assertThat(house.get("/api/v1/imports?limit=2").number("/items/0/id")).isEqualTo((int) waiting + 1);
    }

    @Test
    void anImportCanBeCancelledAndOthersGoOn() throws SQLException {
        long running = add(receipts(100_000));
        long waiting = add(receipts(5_000));
        long last = add("code,roles\nLAST,carrier\n".getBytes(StandardCharsets.UTF_8));
        assertThat(house.delete("/api/v1/imports/" + waiting).text("/state")).isEqualTo("cancelled");
        await(running, j -> j.number("/done") > 0);
        assertThat(house.delete("/api/v1/imports/" + running).status()).isEqualTo(200);
        Answer job = over(running);
        assertThat(job.text("/state")).isEqualTo("cancelled");
        assertThat(job.number("/done")).isLessThan(100_000);
        assertThat(job.number("/counts/recorded") + job.number("/counts/refused"))
                .isEqualTo(job.number("/done"));
        assertThat(over(last).text("/state")).isEqualTo("done");
        assertThat(house.delete("/api/v1/imports/" + last).text("/code")).isEqualTo("import-over");
        assertThat(files()).isZero();
    }

    @Test
    void aBrokenFileIsRefusedAtOnceAndTooManyFilesToo() {
        var broken = house.csv("?background=true", "code,roles", "1,\"open");
        assertThat(broken.text("/code")).isEqualTo("unreadable");
        byte[] file = receipts(20_000);
        Answer answer = house.send("?background=true", "text/csv", file);
        for (int i = 0; i < 25 && answer.status() == 202; i++) {
            answer = house.send("?background=true", "text/csv", file);
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text("/code")).isEqualTo("too-many-imports");
    }

    /** The file of an import ends in the middle of a cell, as a broken disk leaves it. */
    private void cut(long id) throws SQLException {
        String rows = new String(receipts(1_500), StandardCharsets.UTF_8) + "ACME;HALL;RESIN;\"L15";
        try (var connection = home.connect();
                var update = connection.prepareStatement("update import_file set content = ? where job_id = ?")) {
            update.setBytes(1, rows.getBytes(StandardCharsets.UTF_8));
            update.setLong(2, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private void lose(long id) throws SQLException {
        try (var connection = home.connect();
                var delete = connection.prepareStatement("delete from import_file where job_id = ?")) {
            delete.setLong(1, id);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void anImportWhoseFileCannotBeReadAnyMoreFailsAndSaysWhy() throws SQLException {
        long first = add(receipts(20_000));
        long cut = add(receipts(1_501));
        long lost = add(receipts(10));
        long last = add("code,roles\nLAST,carrier\n".getBytes(StandardCharsets.UTF_8));
        await(first, j -> j.number("/done") > 0);
        house.close();
        cut(cut);
        lose(lost);
        house = start();

        Answer job = over(cut);
        assertThat(job.text("/state")).isEqualTo("failed");
        assertThat(job.text("/failure")).startsWith("Row 1502 is not well-formed CSV: ");
        assertThat(job.text("/finishedAt")).isNotEmpty();
        assertThat(job.number("/done")).as("what was taken before stays").isEqualTo(1_000);
        assertThat(job.number("/counts/recorded") + job.number("/counts/repeated"))
                .isEqualTo(999);
        assertThat(house.get("/api/v1/imports/" + cut + "/rows?status=refused").number("/items/0/row"))
                .isEqualTo(1_001);

        assertThat(over(lost).text("/state")).isEqualTo("failed");
        assertThat(over(lost).text("/failure")).isEqualTo("The file of the import is not in the book any more.");
        assertThat(over(last).text("/state")).as("others go on").isEqualTo("done");
        Answer newest = house.get("/api/v1/imports");
        assertThat(newest.number("/items/2/id")).isEqualTo((int) cut);
        assertThat(newest.text("/items/2/failure")).isEqualTo(job.text("/failure"));
        assertThat(house.delete("/api/v1/imports/" + cut).text("/code")).isEqualTo("import-over");
        assertThat(files()).isZero();
    }
}
