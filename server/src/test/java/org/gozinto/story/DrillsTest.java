/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gozinto.ledger.Database;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Mock recalls and their plan, over HTTP on both engines, each in a book that has no other recalls. */
@ParameterizedClass
@MethodSource("engines")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillsTest {

    private static final Map<Engine, RunningServer> SERVERS = new EnumMap<>(Engine.class);

    private final RunningServer server;
    private final Story story;

    DrillsTest(Engine engine) {
        this.server = SERVERS.computeIfAbsent(engine, e -> RunningServer.open(e));
        this.story = new Story(server);
    }

    static Stream<Engine> engines() {
        return Stream.of(Engine.values());
    }

    @AfterAll
    static void close() {
        SERVERS.values().forEach(RunningServer::close);
        SERVERS.clear();
    }

    private void resin() {
        story.receive("SUP", "A", "100 R1");
        story.run("MO").uses("60 R1").makes("55 M1").close().done();
        story.ship("A", "C1", "25 M1");
    }

    private Answer drill(String id, String lot) {
        return server.post(
                "/api/v1/drills",
                "{\"id\":\"%s\",\"title\":\"Yearly drill\",\"question\":{\"direction\":\"forward\",".formatted(id)
                        + "\"item\":\"%s\",\"lot\":\"%s\"}}".formatted(story.code(lot.substring(0, 1)), lot));
    }

    private List<String> numbers(String query) {
        return new ArrayList<>(server.get("/api/v1/recalls" + query).texts("/items", "/number"));
    }

    /** Every row of every table, as text. */
    private Map<String, List<String>> book() {
        Database database = server.room(Database.class);
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : tables(database)) {
            List<String> rows = new ArrayList<>(database.read()
                    .sql("select " + columns(database, table) + " from \"" + table + "\"")
                    .query((row, n) -> text(row))
                    .list());
            rows.sort(null);
            tables.put(table, rows);
        }
        return tables;
    }

    private static String columns(Database database, String table) {
        return database.moment(connection -> {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
                while (rows.next()) {
                    names.add('"' + rows.getString("COLUMN_NAME") + '"');
                }
            }
            return String.join(", ", names);
        });
    }

    private List<String> tables(Database database) {
        return database.dialect().getClass().getSimpleName().startsWith("Sqlite")
                ? database.read()
                        .sql("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
                        .query(String.class)
                        .list()
                : database.read()
                        .sql("select table_name from information_schema.tables where table_schema = current_schema()")
                        .query(String.class)
                        .list();
    }

    private static String text(ResultSet row) throws SQLException {
        var text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            Object value = row.getObject(i);
            text.append(value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value)
                    .append('|');
        }
        return text.toString();
    }

    @Test
    void aDrillGoesTheWholeWayAndChangesNothing() throws Exception {
        resin();
        List<String> drills = numbers("?kind=mock");
        // The first use of a token is noted within a minute or so; it is not what is looked at here.
        Map<String, List<String>> before = book();
        Answer run = drill(UUID.randomUUID().toString(), "R1");
        assertThat(run.status()).as(run.toString()).isEqualTo(201);
        Map<String, List<String>> after = book();
        List<String> changed = after.keySet().stream()
                .filter(table -> !after.get(table).equals(before.get(table)))
                .filter(table -> !table.equals("lease") && !table.startsWith("access_token"))
                .toList();
        assertThat(changed).allMatch(t -> t.equals("recall") || t.equals("recall_step") || t.startsWith("scope"));
        assertThat(changed).contains("recall", "recall_step");

        assertThat(run.text("/kind")).isEqualTo("mock");
        assertThat(run.text("/number")).startsWith("M-");
        assertThat(run.text("/stage")).isEqualTo("scoped");
        assertThat(run.json().at("/scope/lots").asInt()).isEqualTo(2);
        assertThat(run.json().at("/facts/drill.consignees").asString()).isEqualTo("1");
        assertThat(run.json().at("/facts/drill.accountedPercent").asString()).isEqualTo("100");
        for (String time : List.of("scopeMs", "stopMs", "consigneesMs", "backwardMs", "forwardMs", "totalMs")) {
            assertThat(run.json().at("/facts/drill." + time).asString())
                    .as(time)
                    .matches("\\d+");
        }
        story.ship("A", "C1", "1 M1");

        Answer report = server.get("/api/v1/recalls/" + run.text("/number") + "/papers/report");
        try (var document = Loader.loadPDF(report.response().body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("DRILL", "BRCGS 3.9", "FSMA 204", "4 h", "24 h", "kept", "Mass balance, backward");
        }
        Answer form = server.get("/api/v1/recalls/" + run.text("/number") + "/papers/cpsc");
        assertThat(form.code()).isEqualTo("paper-of-drill");
        assertThat(drills).doesNotContain(run.text("/number"));
        drills.add(run.text("/number"));
        assertThat(numbers("?kind=mock")).containsExactlyInAnyOrderElementsOf(drills);
    }

    @Test
    void theSameDrillIsRunOnce() {
        resin();
        String id = UUID.randomUUID().toString();
        Answer first = drill(id, "R1");
        Answer again = drill(id, "R1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(drill(id, "M1").code()).isEqualTo("id-reused");
    }

    @Test
    void aDrillThatCannotBeRunIsRefused() {
        List<String> before = numbers("");
        Answer none = server.post("/api/v1/drills", "{\"id\":\"%s\",\"title\":\"T\"}".formatted(UUID.randomUUID()));
        assertThat(none.pointers()).containsExactly("/question");
        Answer backward = server.post(
                "/api/v1/drills",
                "{\"id\":\"%s\",\"title\":\"T\",\"question\":{\"direction\":\"backward\",\"run\":\"X\"}}"
                        .formatted(UUID.randomUUID())
                        .replace("\"run\":\"X\"", "\"lot\":\"X\""));
        assertThat(backward.pointers()).containsExactly("/question/direction");
        resin();
        Answer unknown = drill(UUID.randomUUID().toString(), "R9");
        assertThat(unknown.status()).isBetween(400, 499);
        assertThat(numbers("")).isEqualTo(before);
    }

    /** The first of all: a plan is due as long as nothing was drilled. */
    @Test
    @Order(1)
    void aPlanSaysWhenTheNextDrillIsDue() {
        assertThat(server.get("/api/v1/drill-plan").text("/state")).isEqualTo("none");
        Answer planned = server.put("/api/v1/drill-plan", "{\"everyDays\":365,\"warnDays\":30}");
        assertThat(planned.status()).as(planned.toString()).isEqualTo(200);
        assertThat(planned.text("/state")).isEqualTo("due");
        assertThat(planned.header("ETag")).isEqualTo("\"1\"");
        resin();
        Answer run = drill(UUID.randomUUID().toString(), "R1");
        Answer after = server.get("/api/v1/drill-plan");
        assertThat(after.text("/state")).isEqualTo("planned");
        assertThat(after.text("/lastDrill")).isEqualTo(run.text("/number"));
        assertThat(java.time.LocalDate.parse(after.text("/nextDue")))
                .isEqualTo(java.time.LocalDate.parse(after.text("/lastRun")).plusDays(365));
        assertThat(server.put("/api/v1/drill-plan", "{\"everyDays\":10}", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(server.put("/api/v1/drill-plan", "{\"everyDays\":0}").pointers())
                .containsExactly("/everyDays");
        assertThat(server.put("/api/v1/drill-plan", "{\"everyDays\":10,\"warnDays\":10}")
                        .pointers())
                .containsExactly("/warnDays");
        assertThat(server.put("/api/v1/drill-plan", "{}", "If-Match", "\"1\"").text("/state"))
                .isEqualTo("none");
    }
}
