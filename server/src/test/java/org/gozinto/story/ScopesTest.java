/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.gozinto.ledger.Database;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Answers that are frozen, asked again and compared. */
@ParameterizedClass
@EnumSource(Engine.class)
class ScopesTest {

    private static final String SCOPES = "/api/v1/scopes";

    private final RunningServer server;
    private final Story story;

    ScopesTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    private String question(String seed, String more) {
        return "{\"direction\":\"forward\"," + story.name(seed).toString().replaceAll("^\\{|}$", "") + more + "}";
    }

    private static String body(String id, String name, String question) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"question\":%s}".formatted(id, name, question);
    }

    private String freeze(String seed, String more) {
        String id = UUID.randomUUID().toString();
        Answer frozen = server.post(SCOPES, body(id, "Cells", question(seed, more)));
        assertThat(frozen.status()).as(frozen.toString()).isEqualTo(201);
        assertThat(frozen.id()).isEqualTo(id);
        return id;
    }

    private Answer evaluate(String id) {
        Answer evaluated = server.post(SCOPES + "/" + id + ":evaluate", "");
        assertThat(evaluated.status()).as(evaluated.toString()).isEqualTo(200);
        return evaluated;
    }

    private JsonNode diff(String id) {
        Answer diff = server.get(SCOPES + "/" + id + "/diff");
        assertThat(diff.status()).as(diff.toString()).isEqualTo(200);
        return diff.json();
    }

    /** The units that differ, such as {@code added BIKE4 [17]}. */
    private List<String> changes(JsonNode diff) {
        return StreamSupport.stream(diff.at("/units").spliterator(), false)
                .map(unit -> unit.at("/change").asString() + " "
                        + unit.at("/unit/serial").asString(unit.at("/unit/lot").asString("")) + " "
                        + unit.at("/because"))
                .toList();
    }

    private boolean verified(String id) {
        Answer verified = server.post(SCOPES + "/" + id + ":verify", "");
        assertThat(verified.status()).as(verified.toString()).isEqualTo(200);
        return verified.json().at("/ok").asBoolean();
    }

    @Test
    void theLateEntryThatAddsThreeSerialsIsNamed() {
        story.serials("BIKE");
        story.receive("SUP", "A", "10 R1", "10 Q1");
        story.run("MO1").uses("3 R1").makes("BIKE1", "BIKE2", "BIKE3").done();
        String id = freeze("R1", "");
        story.receive("SUP", "B", "5 Q2");
        Answer late = story.when("2025-03-03T10:30:00Z")
                .run("MO2")
                .uses("3 R1")
                .makes("BIKE4", "BIKE5", "BIKE6")
                .done();
        story.run("MO3").uses("3 Q1").makes("BIKE7").done();
        story.ship("A", "C1", "BIKE7");

        Answer evaluated = evaluate(id);
        assertThat(evaluated.json().at("/added").asBoolean()).isTrue();
        assertThat(evaluated.json().at("/version/version").asInt()).isEqualTo(2);
        JsonNode diff = diff(id);
        String because = "[" + late.seq() + "]";
        assertThat(changes(diff))
                .containsExactly(
                        "changed R1 " + because,
                        "added BIKE4 " + because,
                        "added BIKE5 " + because,
                        "added BIKE6 " + because);
        assertThat(diff.at("/counts").toString()).isEqualTo("{\"added\":3,\"removed\":0,\"changed\":1,\"same\":3}");
        assertThat(diff.at("/entries").size()).isEqualTo(1);
        assertThat(diff.at("/entries/0/kind").asString()).isEqualTo("late");
        assertThat(diff.at("/entries/0/id").asString()).isEqualTo(late.id());
        assertThat(diff.at("/fromSummary/serials").asInt()).isEqualTo(3);
        assertThat(diff.at("/toSummary/serials").asInt()).isEqualTo(6);
        assertThat(diff.at("/units/0/changed").toString()).isEqualTo("[\"holdings\"]");
        assertThat(verified(id)).isTrue();
    }

    @Test
    void whatIsRecordedElsewhereAddsNoVersion() {
        story.receive("SUP", "A", "10 R1", "10 Q1");
        String id = freeze("R1", "");
        Answer other = story.ship("A", "C1", "4 Q1");
        Answer evaluated = evaluate(id);
        assertThat(evaluated.json().at("/added").asBoolean()).isFalse();
        assertThat(evaluated.json().at("/version/version").asInt()).isEqualTo(1);
        assertThat(evaluated.seq()).isEqualTo(other.seq());
        assertThat(server.get(SCOPES + "/" + id).json().at("/versionCount").asInt())
                .isEqualTo(1);
        assertThat(server.get(SCOPES + "/" + id + "/diff").code()).isEqualTo("one-version");
    }

    @Test
    void aVoidRemoves() {
        story.serials("BIKE");
        story.receive("SUP", "A", "10 R1");
        Answer wrong = story.run("MO1").uses("3 R1").makes("BIKE1", "BIKE2").done();
        story.run("MO2").uses("3 R1").makes("BIKE3").done();
        String id = freeze("R1", "");
        Answer undone = story.voidOf(wrong);
        evaluate(id);
        JsonNode diff = diff(id);
        String because = "[" + undone.seq() + "]";
        assertThat(changes(diff))
                .containsExactly("changed R1 " + because, "removed BIKE1 " + because, "removed BIKE2 " + because);
        assertThat(diff.at("/entries/0/kind").asString()).isEqualTo("void");
        assertThat(diff.at("/entries/0/voids").asLong()).isEqualTo(wrong.seq());
        assertThat(verified(id)).isTrue();
    }

    @Test
    void aSwapChanges() {
        story.serials("BAG", "CAR");
        story.commission("LINE", "BAG1", "CAR1", "CAR2");
        story.install("BAG1", "CAR1");
        String id = freeze("BAG1", "");
        Answer out = story.remove("BAG1", "CAR1", "LINE");
        Answer in = story.install("BAG1", "CAR2");
        evaluate(id);
        JsonNode diff = diff(id);
        assertThat(changes(diff))
                .containsExactly(
                        "changed BAG1 [" + out.seq() + "," + in.seq() + "]",
                        "removed CAR1 [" + out.seq() + "]",
                        "added CAR2 [" + in.seq() + "]");
    }

    @Test
    void aCartonThatMovesCarriesWhatIsInIt() {
        story.serials("VIAL");
        story.receive("SUP", "A", "10 DRUG1");
        story.run("FILL").uses("10 DRUG1").makes("VIAL1", "VIAL2").done();
        story.pack("CASE", "A", "VIAL1");
        String id = freeze("DRUG1", "");
        Answer moved = story.move("A", "B", "[CASE]");
        evaluate(id);
        assertThat(changes(diff(id))).containsExactly("changed VIAL1 [" + moved.seq() + "]");
    }

    @Test
    void whatWasFedToTheRunLateChangesTheAmountsOfWhatCameOut() {
        story.receive("SUP", "A", "10 R1", "10 Q1");
        story.run("MO").uses("10 R1").done();
        story.when("2025-03-04T08:00:00Z").run("MO").makes("5 M1").done();
        String id = freeze("R1", ",\"amounts\":true");
        Answer late = story.when("2025-03-03T20:00:00Z").run("MO").uses("10 Q1").done();
        evaluate(id);
        JsonNode diff = diff(id);
        assertThat(changes(diff)).contains("changed M1 [" + late.seq() + "]");
        assertThat(diff.at("/entries/0/kind").asString()).isEqualTo("late");
    }

    @Test
    void theSameIdAgainHasItsFirstAnswerAndOtherContentIsRefused() {
        story.receive("SUP", "A", "10 R1");
        String id = UUID.randomUUID().toString();
        String body = body(id, "Cells", question("R1", ""));
        Answer first = server.post(SCOPES, body);
        story.ship("A", "C1", "4 R1");
        evaluate(id);
        Answer again = server.post(SCOPES, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        Answer other = server.post(SCOPES, body(id, "Other cells", question("R1", "")));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("id-reused");
    }

    @Test
    void ofManyWhoEvaluateAtOnceOneAddsTheVersion() throws Exception {
        story.receive("SUP", "A", "10 R1");
        String id = freeze("R1", "");
        story.ship("A", "C1", "4 R1");
        int added = 0;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> callers.submit(() -> evaluate(id)))
                    .toList();
            for (Future<Answer> answer : answers) {
                added += answer.get().json().at("/added").asBoolean() ? 1 : 0;
                assertThat(answer.get().json().at("/version/version").asInt()).isEqualTo(2);
            }
        }
        assertThat(added).isEqualTo(1);
        assertThat(server.get(SCOPES + "/" + id).json().at("/versionCount").asInt())
                .isEqualTo(2);
    }

    @Test
    void ofManyWhoSendTheSameFreezingOneFreezes() throws Exception {
        story.receive("SUP", "A", "10 R1");
        String body = body(UUID.randomUUID().toString(), "Cells", question("R1", ""));
        List<Integer> statuses = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 6)
                    .mapToObj(i -> callers.submit(() -> server.post(SCOPES, body)))
                    .toList();
            for (Future<Answer> answer : answers) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnlyOnce(201).contains(200).hasSize(6);
    }

    /** A scope of a lot and ten thousand serials made from it. */
    private String tenThousand() {
        story.receive("SUP", "A", "100 R1");
        var act = story.act("produce");
        act.put("run", story.code("MASS"));
        act.putArray("consume").add(story.line("1 R1 from=A"));
        var made = story.line("BIKE1 to=A");
        made.remove("serial");
        made.put("serials", "B00001-B10000");
        act.putArray("produce").add(made);
        story.send(act);
        return freeze("R1", "");
    }

    /** The serials of version 1, page by page; empty for a lot. */
    private List<String> serials(String id) {
        List<String> serials = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = server.get(SCOPES + "/" + id + "/versions/1/units?limit=1000" + cursor);
            serials.addAll(page.texts("/items", "/serial"));
            cursor = page.text("/nextCursor").isEmpty() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        return serials;
    }

    @Test
    void tenThousandUnitsAreKeptInTheirOrder() {
        story.serials("BIKE");
        String id = tenThousand();
        List<String> serials = serials(id);
        assertThat(serials)
                .hasSize(10_001)
                .startsWith("B00001", "B00002")
                .endsWith("B10000", "")
                .doesNotHaveDuplicates();
        Answer shipped = story.ship("A", "C1", "BIKE:B00777");
        evaluate(id);
        assertThat(changes(diff(id))).containsExactly("changed B00777 [" + shipped.seq() + "]");
        assertThat(diff(id).at("/counts/same").asInt()).isEqualTo(10_000);
        assertThat(verified(id)).isTrue();
    }

    @Test
    void aDiffHasPages() {
        story.serials("BIKE");
        story.receive("SUP", "A", "100 R1");
        String id = freeze("R1", "");
        story.run("MO").uses("1 R1").makes("BIKE1", "BIKE2", "BIKE3", "BIKE4").done();
        evaluate(id);
        List<String> changes = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = server.get(SCOPES + "/" + id + "/diff?limit=2" + cursor);
            assertThat(page.json().at("/counts/added").asInt()).isEqualTo(4);
            changes.addAll(page.texts("/units", "/unit/serial"));
            cursor = page.text("/nextCursor").isEmpty() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(changes).containsExactly("", "BIKE1", "BIKE2", "BIKE3", "BIKE4");
    }

    @Test
    void whatWasKnownThenIsFrozenAndWhatIsKnownNowIsCompared() {
        Answer receipt = story.receive("SUP", "A", "10 R1");
        Answer shipped = story.ship("A", "C1", "4 R1");
        String id = freeze("R1", ",\"knownAt\":\"" + receipt.seq() + "\"");
        assertThat(server.get(SCOPES + "/" + id + "/versions/1")
                        .json()
                        .at("/head/seq")
                        .asLong())
                .isEqualTo(receipt.seq());
        assertThat(evaluate(id).json().at("/added").asBoolean()).isTrue();
        assertThat(changes(diff(id))).containsExactly("changed R1 [" + shipped.seq() + "]");
    }

    @Test
    void aQuestionStaysClearWhenOthersGetTheSameNumber() {
        String number = story.code("L");
        story.receive("SUP", "A", "1 R:" + number);
        String id = UUID.randomUUID().toString();
        String question = "{\"direction\":\"forward\",\"lot\":\"" + number + "\"}";
        assertThat(server.post(SCOPES, body(id, "L", question)).status()).isEqualTo(201);
        story.receive("SUP", "A", "1 Q:" + number, "1 R:" + number + " issuer=ACME");
        assertThat(server.get("/api/v1/trace?direction=forward&item=" + story.code("R") + "&lot=" + number)
                        .code())
                .isEqualTo("ambiguous");
        assertThat(server.get("/api/v1/trace?direction=forward&item=" + story.code("R") + "&issuer=&lot=" + number)
                        .json()
                        .at("/units")
                        .size())
                .isEqualTo(1);
        assertThat(evaluate(id).json().at("/added").asBoolean()).isFalse();
        assertThat(server.get(SCOPES + "/" + id).text("/question/item")).isEqualTo(story.code("R"));
        assertThat(verified(id)).isTrue();
    }

    @Test
    void aSupplierLotThatIsGivenLaterToAnOldLotIsNoDamage() {
        String number = story.code("X");
        story.receive("SUP", "A", "10 R1 supplierLot=" + number, "10 R2");
        String id = UUID.randomUUID().toString();
        String question = "{\"direction\":\"forward\",\"supplierLot\":\"" + number + "\"}";
        assertThat(server.post(SCOPES, body(id, "X", question)).status()).isEqualTo(201);
        Answer more = story.receive("SUP", "A", "1 R2 supplierLot=" + number);
        assertThat(verified(id)).isTrue();
        assertThat(evaluate(id).json().at("/added").asBoolean()).isTrue();
        assertThat(changes(diff(id))).containsExactly("added R2 [" + more.seq() + "]");
    }

    @Test
    void aNameCanBeChangedByWhoKnowsTheLastOne() {
        story.receive("SUP", "A", "10 R1");
        String id = freeze("R1", "");
        String path = SCOPES + "/" + id;
        String etag = server.get(path).header("ETag");
        Answer renamed = server.patch(path, "{\"name\":\"Bad cells\"}", "If-Match", etag);
        assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
        assertThat(renamed.text("/name")).isEqualTo("Bad cells");
        assertThat(server.patch(path, "{\"name\":\"Worse\"}", "If-Match", etag).status())
                .isEqualTo(412);
        assertThat(server.patch(path, "{\"name\":\"  \"}").status()).isEqualTo(422);
        assertThat(server.patch(path, "{\"name\":\"Worse\"}").status()).isEqualTo(200);
        assertThat(server.get(SCOPES + "?limit=1").texts("/items", "/name")).containsExactly("Worse");
    }

    @Test
    void whatIsChangedInTheStoreIsFound() {
        story.receive("SUP", "A", "10 R1");
        String id = freeze("R1", "");
        assertThat(verified(id)).isTrue();
        Database database = server.room(Database.class);
        rewrite(database, id, text -> text.replace("10.000", "1.000"));
        assertThat(verified(id)).isFalse();
        rewrite(database, id, text -> text.replace("1.000", "10.000"));
        assertThat(verified(id)).isTrue();
        update(database, id, "update scope_block set body = ? where version = ?", new byte[] {1, 2, 3});
        Answer unreadable = server.post(SCOPES + "/" + id + ":verify", "");
        assertThat(unreadable.text("/versions/0/difference")).contains("cannot be read");
        database.write(transaction -> transaction
                .sql("delete from scope_block where version = ?")
                .param(number(database, id))
                .update());
        assertThat(verified(id)).isTrue();
        database.write(transaction -> transaction
                .sql("update scope_version set answer_hash = head_hash where scope ="
                        + " (select number from scope where id = ?)")
                .param(id)
                .update());
        Answer damaged = server.post(SCOPES + "/" + id + ":verify", "");
        assertThat(damaged.json().at("/ok").asBoolean()).isFalse();
        assertThat(damaged.text("/versions/0/difference")).contains("the reference answers");
        story.ship("A", "C1", "4 R1");
        evaluate(id);
        assertThat(server.get(SCOPES + "/" + id + "/diff").code()).isEqualTo("scope-damaged");
    }

    private static long number(Database database, String id) {
        return database.read()
                .sql("select max(v.number) from scope_version v join scope s on v.scope = s.number where s.id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private static void update(Database database, String id, String sql, byte[] bytes) {
        long number = number(database, id);
        database.write(
                transaction -> transaction.sql(sql).param(bytes).param(number).update());
    }

    /** Changes the first block of the last version of a scope past the server. */
    private static void rewrite(Database database, String id, UnaryOperator<String> change) {
        byte[] body = database.read()
                .sql("select body from scope_block where version = ? and n = 0")
                .param(number(database, id))
                .query((rows, n) -> rows.getBytes(1))
                .single();
        var text = new ByteArrayOutputStream();
        try (var unpacked = new InflaterInputStream(new ByteArrayInputStream(body));
                var packed = new DeflaterOutputStream(text)) {
            packed.write(change.apply(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        update(database, id, "update scope_block set body = ? where version = ?", text.toByteArray());
    }

    /** What is written of the last version of a scope is taken away from a unit on, as if the server had crashed. */
    private static void forget(Database database, String id, long from) {
        long number = number(database, id);
        database.write(transaction -> transaction
                .sql("delete from scope_block where version = ? and n >= ?")
                .param(number)
                .param(from)
                .update());
    }

    @Test
    void unitsThatWereNotWrittenWhenTheServerCrashedAreWorkedOutAgain() {
        story.serials("BIKE");
        String id = tenThousand();
        assertThat(verified(id)).isTrue();
        Database database = server.room(Database.class);
        List<String> serials = serials(id);
        for (long from : new long[] {0, 3_000}) {
            forget(database, id, from);
            assertThat(serials(id)).isEqualTo(serials);
            assertThat(verified(id)).isTrue();
            forget(database, id, from);
            assertThat(verified(id)).isTrue();
            forget(database, id, from);
            story.ship("A", "C1", "BIKE:B0000" + (from == 0 ? 1 : 2));
            evaluate(id);
            assertThat(diff(id).at("/counts/changed").asInt()).isEqualTo(1);
        }
        assertThat(verified(id)).isTrue();
    }

    @Test
    void anAnswerThatAnEarlierReleaseFrozeIsStillRead() {
        story.serials("BIKE");
        String id = tenThousand();
        assertThat(verified(id)).isTrue();
        Database database = server.room(Database.class);
        List<String> serials = serials(id);
        intoRows(database, id);
        assertThat(serials(id)).isEqualTo(serials);
        assertThat(verified(id)).isTrue();
        Answer shipped = story.ship("A", "C1", "BIKE:B00777");
        assertThat(evaluate(id).json().at("/added").asBoolean()).isTrue();
        assertThat(changes(diff(id))).containsExactly("changed B00777 [" + shipped.seq() + "]");
        assertThat(verified(id)).isTrue();
    }

    /** Keeps the units of the last version of a scope as earlier releases did, in rows of their own. */
    private static void intoRows(Database database, String id) {
        long number = number(database, id);
        List<Object[]> rows = new ArrayList<>();
        database.read()
                .sql("select body from scope_block where version = ? order by n")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(body -> {
                    try (var unpacked = new InflaterInputStream(new ByteArrayInputStream(body))) {
                        new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .forEach(line -> {
                                    long unit = Long.parseLong(line.substring(9, line.indexOf('"', 9)));
                                    rows.add(new Object[] {number, (long) rows.size(), unit, line});
                                });
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        database.transaction(connection -> {
            database.dialect().append(connection, "scope_unit", List.of("version", "n", "unit_id", "body"), rows);
            return rows.size();
        });
        forget(database, id, 0);
        database.write(transaction -> transaction
                .sql("update scope_version set unit_ids = null where number = ?")
                .param(number)
                .update());
    }

    @Test
    void whatAFreezingLeftThatDidNotEndIsNoPartOfTheNextOne() {
        story.receive("SUP", "A", "10 R1");
        server.room(Database.class).write(transaction -> transaction.sql("""
                        insert into scope_unit (version, n, unit_id, body)
                        values ((select coalesce(max(number), 0) + 1 from scope_version), 0, 1, '{}')
                        """).update());
        String id = freeze("R1", "");
        assertThat(server.get(SCOPES + "/" + id + "/versions/1/units").texts("/items", "/lot"))
                .containsExactly("R1");
        assertThat(verified(id)).isTrue();
    }

    @Test
    void freezingTakesWhoDecidesRecalls() {
        story.receive("SUP", "A", "10 R1");
        String body = body(UUID.randomUUID().toString(), "Cells", question("R1", ""));
        String quality = token("quality");
        String manager = token("recallManager");
        assertThat(server.post(SCOPES, quality, body).status()).isEqualTo(403);
        Answer frozen = server.post(SCOPES, manager, body);
        assertThat(frozen.status()).as(frozen.toString()).isEqualTo(201);
        String path = SCOPES + "/" + frozen.id();
        assertThat(server.get(path, quality).status()).isEqualTo(200);
        assertThat(server.get(path + "/versions/1/units", quality).status()).isEqualTo(200);
        assertThat(server.post(path + ":evaluate", quality, "").status()).isEqualTo(403);
        assertThat(server.post(path + ":evaluate", manager, "").status()).isEqualTo(200);
        assertThat(server.post(path + ":verify", manager, "").status()).isEqualTo(403);
    }

    private String token(String role) {
        return server.post("/api/v1/tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(story.code(role), role))
                .text("/token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"name":"N","question":{Q}}                                    | 422 | /id
                    {"id":"7","name":"N","question":{Q}}                           | 422 | /id
                    {"id":"{ID}","question":{Q}}                                   | 422 | /name
                    {"id":"{ID}","name":" ","question":{Q}}                        | 422 | /name
                    {"id":"{ID}","name":"N"}                                       | 422 | /question
                    {"id":"{ID}","name":"N","question":{"direction":"forward"}}    | 400 | /question/lot
                    {"id":"{ID}","name":"N","question":{"lot":"R1"}}               | 400 | /question/direction
                    {"id":"{ID}","name":"N","question":{"direction":"forward","lot":"R1","limit":5}} | 422 | /question/limit
                    {"id":"{ID}","name":"N","question":{"direction":"forward","lot":"R1","contents":"now"}} | 400 | /question/contents
                    """)
    void aFreezingThatMakesNoSenseIsRefused(String body, int status, String pointer) {
        story.receive("SUP", "A", "10 R1");
        Answer refused = server.post(
                SCOPES,
                body.replace("{Q}", question("R1", ""))
                        .replace("{ID}", UUID.randomUUID().toString()));
        assertThat(refused.status()).as(refused.toString()).isEqualTo(status);
        assertThat(refused.pointers()).containsExactly(pointer);
    }

    @Test
    void whatIsNotThereIsNamed() {
        story.receive("SUP", "A", "10 R1");
        String id = freeze("R1", "");
        String path = SCOPES + "/" + id;
        assertThat(server.get(SCOPES + "/" + UUID.randomUUID()).code()).isEqualTo("unknown-scope");
        assertThat(server.post(SCOPES + "/no-id:evaluate", "").code()).isEqualTo("unknown-scope");
        assertThat(server.get(path + "/versions/2").code()).isEqualTo("unknown-version");
        assertThat(server.get(path + "/versions/x").code()).isEqualTo("bad-parameter");
        assertThat(server.get(path + "/diff?to=5").code()).isEqualTo("unknown-version");
        assertThat(server.get(path + "/diff?from=0&to=1").code()).isEqualTo("unknown-version");
        assertThat(server.get(path + "/diff?from=1&to=1").code()).isEqualTo("bad-parameter");
        assertThat(server.get(path + "/versions/1/units?cursor=%21").code()).isEqualTo("bad-parameter");
        assertThat(server.get(SCOPES + "?limit=0").code()).isEqualTo("bad-parameter");
        Answer misspelt = server.post(
                SCOPES,
                "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"N\",\"question\":{\"diretcion\":\"forward\"}}");
        assertThat(misspelt.status()).isEqualTo(400);
    }
}
