/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** One step down and up, pictures of traces, and traces as tables. */
class GenealogyTest {

    private static List<String> steps(RunningServer server, Story story, String unit, String which, int limit) {
        String path = "/api/v1/units/" + story.unit(unit).at("/id").asString() + "/" + which + "?limit=" + limit;
        List<String> told = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = server.get(path + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            for (JsonNode row : page.json().at("/rows")) {
                JsonNode named = row.at("/unit");
                String number = named.has("serial") ? "serial" : named.has("container") ? "container" : "lot";
                String precision = row.at("/precision").asString("");
                told.add((row.at("/how").asString() + " "
                                + story.shortName(named.at("/" + number).asString()) + " "
                                + row.at("/qty").asString() + " " + precision)
                        .strip());
            }
            String next = page.text("/nextCursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void partsAndUsesAreOneStepByTheRulesOfTheTrace(Engine engine) {
        RunningServer server = engine.shared();
        var story = new Story(server);
        story.serials("CELL", "CAR");
        story.receive("SUP", "A", "100 R1", "100 Q1");
        story.run("MO")
                .uses("10 R1", "10 Q1")
                .makes("CELL1", "CELL2")
                .link("R1", "CELL1")
                .done();
        story.run("MX").uses("3 R1").makes("CELL3").done();
        story.run("MX").uses("4 R1").makes("CELL4").done();
        Answer wrong = story.run("MX").uses("5 R1").makes("CELL5").done();
        story.voidOf(wrong);
        story.commission("LINE", "CAR1");
        story.move("A", "LINE", "CELL3", "CELL4");
        story.install("CELL3", "CAR1", "left");
        story.install("CELL4", "CAR1", "right");
        story.remove("CELL4", "CAR1", "LINE");

        for (int limit : List.of(1, 2, 100)) {
            assertThat(steps(server, story, "CELL1", "parts", limit))
                    .containsExactly("input R1 10.000 unit", "input Q1 10.000 order");
            assertThat(steps(server, story, "CELL2", "parts", limit)).containsExactly("input Q1 10.000 order");
            assertThat(steps(server, story, "CELL4", "parts", limit)).containsExactly("input R1 4.000 unit");
            assertThat(steps(server, story, "CAR1", "parts", limit)).containsExactly("installed CELL3 1");
            assertThat(steps(server, story, "CELL3", "uses", limit)).containsExactly("installed CAR1 1");
            assertThat(steps(server, story, "CELL5", "parts", limit)).isEmpty();
            assertThat(steps(server, story, "R1", "uses", limit))
                    .containsExactly("output CELL1 1 unit", "output CELL3 1 unit", "output CELL4 1 unit");
            assertThat(steps(server, story, "Q1", "uses", limit))
                    .containsExactly("output CELL1 1 order", "output CELL2 1 order");
        }
        assertThat(server.get("/api/v1/units/999999999/parts").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/units/1/uses?cursor=abc").code()).isEqualTo("bad-parameter");
        assertThat(server.get("/api/v1/units/1/uses?limit=0").code()).isEqualTo("bad-parameter");
    }

    @ParameterizedTest
    @EnumSource
    void aPictureFoldsSiblingsAndCountsEveryUnitOnce(Engine engine) {
        RunningServer server = engine.shared();
        var story = new Story(server);
        story.serials("BIKE");
        story.receive("SUP", "A", "100 R1");
        String[] bikes = new String[30];
        for (int i = 0; i < bikes.length; i++) {
            bikes[i] = "BIKE" + (i + 1);
        }
        story.run("MO").uses("100 R1").makes(bikes).done();
        story.ship("A", "C1", "BIKE1", "BIKE2", "BIKE3", "BIKE4", "BIKE5");
        story.hold("BIKE6", "scratched", "ship");
        String question = story.question("forward", "R1").replace("/trace?", "/trace/picture?");
        Answer picture = server.get(question);
        assertThat(picture.status()).as(picture.body()).isEqualTo(200);
        assertThat(picture.texts("/nodes", "/title")).contains("24 serials", "5 serials");
        assertThat(picture.texts("/nodes", "/state")).contains("held", "ok", "gone");
        assertThat(counted(picture)).isEqualTo(31);
        assertThat(picture.json().at("/of").asInt()).isEqualTo(33);

        String fold = StreamSupport.stream(picture.json().at("/nodes").spliterator(), false)
                .filter(node -> node.at("/count").asInt() == 24)
                .map(node -> node.at("/id").asString())
                .findFirst()
                .orElseThrow();
        Answer opened = server.get(question + "&open=" + fold);
        assertThat(counted(opened)).isEqualTo(31);
        assertThat(opened.texts("/nodes", "/title")).doesNotContain("24 serials");
        Answer small = server.get(question + "&nodes=2");
        assertThat(small.json().at("/truncated").asBoolean()).isTrue();
        assertThat(server.get(question + "&nodes=301").code()).isEqualTo("bad-parameter");
        assertThat(server.get(question + "&open=x").code()).isEqualTo("bad-parameter");

        Answer svg = server.get(question.replace("/picture?", "/picture.svg?"));
        assertThat(svg.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(svg.body()).contains("role=\"img\"", "<title id=\"t\">", "24 serials");
    }

    /** Units in all boxes. */
    static int counted(Answer picture) {
        int count = 0;
        for (JsonNode node : picture.json().at("/nodes")) {
            boolean units = node.has("unit") || node.has("folded");
            count += units ? node.at("/count").asInt() : 0;
        }
        return count;
    }

    @ParameterizedTest
    @EnumSource
    void aTraceIsExportedWithEveryUnitAndWithoutFormulas(Engine engine) {
        RunningServer server = engine.shared();
        var story = new Story(server);
        story.receive("SUP", "A", "10 R1 supplierLot=X9");
        story.run("MO").uses("10 R1").makes("10 M:=2+3").done();
        story.ship("A", "C1", "4 M:=2+3");
        String question = story.question("forward", "R1", "amounts=true");
        Answer csv = server.get(question.replace("/trace?", "/trace.csv?"));
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Gozinto-Complete")).isEqualTo("true");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("item,name,lot,serial,container,issuer,precision,since,until,relation,"
                        + "min,expected,max,where,shipped to,supplier lots");
        assertThat(lines).hasSize(3);
        assertThat(csv.body()).contains(",'=2+3,", story.code("A") + ":6", "X9");
        Answer xlsx = server.get(question.replace("/trace?", "/trace.xlsx?"));
        assertThat(xlsx.status()).isEqualTo(200);
        assertThat(xlsx.body()).startsWith("PK");
        assertThat(server.get("/api/v1/trace.csv?direction=forward&lot=NONE-SUCH")
                        .status())
                .isEqualTo(404);
    }
}
