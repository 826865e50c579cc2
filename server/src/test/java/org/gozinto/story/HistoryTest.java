/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Entries in either order, narrowed, and in a few lines each. */
@ParameterizedClass
@EnumSource(Engine.class)
class HistoryTest {

    private final RunningServer server;
    private final Story story;

    HistoryTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    private JsonNode get(String path) {
        Answer answer = server.get("/api/v1/" + path);
        assertThat(answer.status()).as("%s%n%s", path, answer).isEqualTo(200);
        return answer.json();
    }

    /** The seqs of all pages; between pages something happens. */
    private List<Long> seqs(String path, Consumer<JsonNode> between) {
        List<Long> seqs = new ArrayList<>();
        JsonNode page = get(path);
        while (true) {
            page.at("/items").forEach(e -> seqs.add(e.at("/seq").asLong()));
            if (!page.hasNonNull("nextCursor")) {
                return seqs;
            }
            between.accept(page);
            page = get(path + "&cursor=" + page.at("/nextCursor").asString());
        }
    }

    private List<Long> seqs(String path) {
        return seqs(path, page -> {});
    }

    private String id(String unit) {
        return story.unit(unit).at("/id").asString();
    }

    @Test
    void aHistoryReadsInBothDirectionsAndStaysStillWhileEntriesAreAdded() {
        List<Long> moved =
                new ArrayList<>(List.of(story.receive("SUP", "A", "10 R1").seq()));
        for (int i = 0; i < 3; i++) {
            moved.add(story.move("A", "B", "1 R1").seq());
            moved.add(story.move("B", "A", "1 R1").seq());
        }
        moved.add(story.hold("R1", "metal", "ship").seq());
        moved.add(story.release("R1").seq());
        String history = "units/" + id("R1") + "/history?limit=2";
        assertThat(seqs(history)).isEqualTo(moved);
        assertThat(seqs(history + "&order=newest&view=short", page -> story.move("A", "B", "1 R1")))
                .isEqualTo(moved.reversed());
    }

    @Test
    void whatWentIntoAContainerIsInItsHistory() {
        story.serials("SN").receive("SUP", "A", "SN1", "SN2");
        story.pack("BOX", "A", "SN1", "SN2");
        story.move("A", "B", "[BOX]");
        long unpacked = story.unpack("BOX", "B", "SN2").seq();
        String box =
                get("units?container=" + story.code("BOX")).at("/items/0/id").asString();
        JsonNode newest =
                get("units/" + box + "/history?order=newest&view=short").at("/items");
        assertThat(newest.get(0).at("/seq").asLong()).isEqualTo(unpacked);
        assertThat(newest.get(0).at("/moved/0/serial").asString()).isEqualTo("SN2");
        assertThat(newest.get(0).at("/moved/0/fromKind").asString()).isEqualTo("container");
        assertThat(newest.size()).isEqualTo(3);
    }

    @Test
    void theHistoryOfALotIsThatOfItsSerials() {
        story.item("V", "lot+serial", "");
        List<Long> told = new ArrayList<>();
        Answer received = story.receive("SUP", "A", "V: lot=LA serials=V1-V20", "V: lot=LB serials=W1-W5", "9 R1");
        told.add(received.seq());
        told.add(story.move("A", "B", "V1", "V2", "V3", "V:W1").seq());
        story.move("A", "B", "V:W2");
        told.add(aboutLot("hold", "LA", act -> act.putArray("blocks").add("ship")));
        told.add(aboutLot("release", "LA", act -> {}));
        story.move("A", "B", "V:W3", "1 R1");
        told.add(story.ship("B", "CUST", "V1", "V2").seq());
        Answer wrong = story.move("A", "B", "V4");
        told.add(wrong.seq());
        story.hold("V5", "bent", "ship");
        told.add(story.voidOf(wrong).seq());
        String lot = get("units?item=" + story.code("V") + "&lot=LA")
                .at("/items/0/id")
                .asString();
        String history = "units/" + lot + "/history?limit=";
        var later = List.of("V6", "V7", "V8").iterator();
        assertThat(seqs(history + 100)).isEqualTo(told);
        assertThat(seqs(history + "3&order=newest&view=short", page -> story.move("A", "B", later.next())))
                .isEqualTo(told.reversed());
        assertThat(seqs(history + "2&view=short").subList(0, told.size())).isEqualTo(told);
        assertThat(shortly(history + 7))
                .containsExactly(
                        "receive 20 [V 20 EA units=20  SUP partner->A bin]",
                        "move 3 [V 3 EA units=3  A bin->B bin]",
                        "hold 0 []",
                        "release 0 []",
                        "ship 2 [V 2 EA units=2  B bin->CUST partner]",
                        "move 1 [V 1 EA units=1 V4 A bin->B bin]",
                        "void 1 [V 1 EA units=1 V4 B bin->A bin]");
    }

    private List<String> shortly(String history) {
        return StreamSupport.stream(get(history + "&view=short").at("/items").spliterator(), false)
                .map(e ->
                        e.at("/type").asString() + " " + e.at("/movementCount").asInt() + " " + rows(e))
                .toList();
    }

    private long aboutLot(String type, String lot, Consumer<ObjectNode> more) {
        ObjectNode act = story.act(type).put("reason", "leaks");
        act.putArray("units").addObject().put("item", story.code("V")).put("lot", lot);
        more.accept(act);
        return story.send(act).seq();
    }

    @Test
    void theMovementsOfALotAreCountedThoughTheirRowsAreCut() {
        String[] lines = new String[25];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "V: lot=LA serials=V" + i + " to=P" + i;
        }
        story.item("V", "lot+serial", "").receive("SUP", "A", lines);
        String lot = get("units?item=" + story.code("V") + "&lot=LA")
                .at("/items/0/id")
                .asString();
        JsonNode entry = get("units/" + lot + "/history?view=short").at("/items/0");
        assertThat(entry.at("/movementCount").asInt()).isEqualTo(25);
        assertThat(entry.at("/moved").size()).isEqualTo(20);
        assertThat(entry.at("/movedMore").asBoolean()).isTrue();
        assertThat(entry.at("/moved/0/unitId").asString()).isEqualTo(id("V0"));
    }

    @Test
    void aShortEntryHasOneRowForEachItemFromAndTo() {
        story.serials("SN").document("SO-1").with("reason", "as ordered");
        Answer received = story.receive("SUP", "A", "SN1", "SN2", "SN3", "5 R1", "7 R2 to=B");
        JsonNode entry = get("entries/" + received.seq() + "?view=short");
        assertThat(entry.has("act")).isFalse();
        assertThat(entry.at("/reference/type").asString()).isEqualTo("order");
        assertThat(entry.at("/reference/number").asString()).isEqualTo(story.code("SO-1"));
        assertThat(entry.at("/reason").asString()).isEqualTo("as ordered");
        assertThat(entry.at("/movementCount").asInt()).isEqualTo(5);
        assertThat(rows(entry))
                .containsExactly(
                        "SN 3 EA units=3  SUP partner->A bin",
                        "R 5.000 KGM units=1 R1 SUP partner->A bin",
                        "R 7.000 KGM units=1 R2 SUP partner->B bin");
        assertThat(entry.at("/moved/0").has("unitId")).isFalse();
        assertThat(entry.at("/moved/1/unitId").asString()).isEqualTo(id("R1"));
        assertThat(entry.at("/moved/1/fromName").asString()).isEqualTo("The " + story.code("SUP"));
        JsonNode own = get("units/" + id("R2") + "/history?view=short").at("/items/0");
        assertThat(own.at("/movementCount").asInt()).isEqualTo(1);
        assertThat(rows(own)).containsExactly("R 7.000 KGM units=1 R2 SUP partner->B bin");
    }

    private List<String> rows(JsonNode entry) {
        return StreamSupport.stream(entry.at("/moved").spliterator(), false)
                .map(m -> "%s %s %s units=%s %s %s %s->%s %s"
                        .formatted(
                                story.shortName(m.at("/item").asString()),
                                m.at("/qty").asString(),
                                m.at("/unit").asString(),
                                m.at("/units").asInt(),
                                m.at("/serial").asString(m.at("/lot").asString("")),
                                story.shortName(m.at("/from").asString()),
                                m.at("/fromKind").asString(),
                                story.shortName(m.at("/to").asString()),
                                m.at("/toKind").asString()))
                .toList();
    }

    @Test
    void aShortEntryOfManyRowsSaysThatThereAreMore() {
        String[] lines = new String[25];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "1 R" + i + " to=P" + i;
        }
        JsonNode entry = get("entries/" + story.receive("SUP", "A", lines).seq() + "?view=short");
        assertThat(entry.at("/moved").size()).isEqualTo(20);
        assertThat(entry.at("/movedMore").asBoolean()).isTrue();
    }

    @Test
    void theHeadingIsReadThoughTheLinesAreLong() {
        story.serials("SN").partner("SUP");
        story.place("A", "\"kind\":\"bin\"");
        ObjectNode act = story.with("reason", "many").act("receive");
        act.put("from", story.code("SUP")).put("to", story.code("A"));
        var serials =
                act.putArray("lines").addObject().put("item", story.code("SN")).putArray("serials");
        for (int i = 0; i < 5_000; i++) {
            serials.add("SN" + i);
        }
        long seq = story.send(act).seq();
        Answer entry = server.get("/api/v1/entries/" + seq + "?view=short");
        assertThat(entry.text("/reason")).isEqualTo("many");
        assertThat(entry.json().at("/moved/0/units").asInt()).isEqualTo(5_000);
        assertThat(entry.body().length()).isLessThan(2_000);
        JsonNode full = get("entries/" + seq);
        assertThat(full.at("/movements").size()).isEqualTo(1_000);
        assertThat(full.at("/movementsMore").asBoolean()).isTrue();
    }

    @Test
    void runsVesselsPositionsAndHoldsAreNamed() {
        story.serials("SN", "RIG").vessel("TANK", "\"wellMixed\"").receive("SUP", "A", "SN1", "10 R1");
        long run = story.run("MO1").uses("4 R1").makes("4 M1").done().seq();
        story.move("A", "TANK", "4 M1");
        long clean = story.clean("TANK").seq();
        story.commission("A", "RIG1");
        long install = story.install("SN1", "RIG1", "left").seq();
        long hold = story.hold("R1", "metal", "ship", "sell").seq();
        long release = story.release("R1").seq();
        assertThat(get("entries/" + run + "?view=short").at("/run").asString()).isEqualTo(story.code("MO1"));
        assertThat(get("entries/" + clean + "?view=short").at("/vessel").asString())
                .isEqualTo(story.code("TANK"));
        JsonNode installed = get("entries/" + install + "?view=short");
        assertThat(installed.at("/position").asString()).isEqualTo("left");
        assertThat(installed.at("/moved/0/toKind").asString()).isEqualTo("host");
        JsonNode held = get("entries/" + hold + "?view=short");
        assertThat(held.at("/blocks").toString()).isEqualTo("[\"ship\",\"sell\"]");
        assertThat(held.at("/about/0/lot").asString()).isEqualTo("R1");
        assertThat(held.at("/moved").isEmpty()).isTrue();
        JsonNode released = get("entries/" + release + "?view=short");
        assertThat(released.at("/about/0/unit").asString()).isEqualTo(id("R1"));
        assertThat(released.has("blocks")).isFalse();
    }

    @Test
    void entriesAreNarrowedByTypePlaceAndDocument() {
        long first = story.receive("SUP", "A", "10 R1").seq();
        long second = story.document("SO-9").move("A", "B", "1 R1").seq();
        long third = story.document("SO-9").ship("B", "C1", "1 R1").seq();
        story.pack("BOX", "A", "2 R1");
        long moved = story.move("A", "B", "[BOX]").seq();
        String after = "&after=" + (first - 1) + "&limit=1";
        assertThat(seqs("entries?order=newest&place=" + story.code("B") + after))
                .containsExactly(moved, third, second);
        assertThat(seqs("entries?place=" + story.code("B") + after)).containsExactly(second, third, moved);
        assertThat(seqs("entries?type=ship&place=" + story.code("B") + after)).containsExactly(third);
        assertThat(seqs("entries?order=newest&view=short&type=move" + after)).containsExactly(moved, second);
        assertThat(seqs("entries?order=newest&document=" + story.code("SO-9") + "&limit=1"))
                .containsExactly(third, second);
        assertThat(seqs("entries?document=" + story.code("SO-9") + "&type=move&limit=1"))
                .containsExactly(second);
        assertThat(seqs("entries?document=" + story.code("SO-9") + "&place=" + story.code("C1") + "&limit=1"))
                .containsExactly(third);
        assertThat(seqs("entries?order=newest&place=" + story.code("BOX") + "&limit=1"))
                .containsExactly(moved - 1);
        assertThat(seqs("entries?type=move&place=" + story.code("BOX") + "&limit=1"))
                .isEmpty();
    }

    @Test
    void movementsOfAnEntryComeInPages() {
        story.serials("SN");
        long seq = story.receive("SUP", "A", "SN1", "SN2", "SN3", "SN4", "SN5").seq();
        List<String> serials = new ArrayList<>();
        String path = "entries/" + seq + "/movements?limit=2";
        JsonNode page = get(path);
        while (true) {
            page.at("/items").forEach(m -> serials.add(m.at("/serial").asString()));
            if (!page.hasNonNull("nextCursor")) {
                break;
            }
            page = get(path + "&cursor=" + page.at("/nextCursor").asString());
        }
        assertThat(serials).containsExactly("SN1", "SN2", "SN3", "SN4", "SN5");
        assertThat(server.get("/api/v1/entries/999999999/movements").status()).isEqualTo(404);
    }

    @Test
    void parametersThatAreNoneAreRefused() {
        story.receive("SUP", "A", "10 R1");
        for (String bad : List.of("order=up", "view=long", "type=teleport", "cursor=!", "limit=0", "after=x")) {
            Answer answer = server.get("/api/v1/entries?" + bad);
            assertThat(answer.status() + " " + answer.code()).as(bad).isEqualTo("400 bad-parameter");
        }
        assertThat(server.get("/api/v1/entries?place=NOWHERE").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/units/" + id("R1") + "/history?order=up").status())
                .isEqualTo(400);
        assertThat(server.get("/api/v1/entries/1?view=long").status()).isEqualTo(400);
    }
}
